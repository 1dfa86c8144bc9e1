"""A page to a checked document against extractors that give text, and the share of each stage."""

from __future__ import annotations

import html
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median

from lxml import etree

from benchmarks.timing import in_turn, ratio, table
from converter import assembling, pipeline
from converter.checking import conservation, published
from converter.reading.encodings import decode
from converter.reading.html import charset
from converter.writing.documents import dumps

_FIGURES = re.compile(r"\d+(?:\.\d+)?(?:万|亿)?(?:元|吨|人|%|个百分点)")


def text_of(data: bytes) -> str:
    """The page decoded as we decode it."""
    return decode(data, "page", charset(data)).text


def converted(data: bytes) -> object:
    """The whole conversion."""
    return pipeline.convert(data, "page.html")


def checked(data: bytes) -> object:
    """The whole conversion, written as JSON, its schema and law checked."""
    document = json.loads(dumps(pipeline.convert(data, "page.html"), compact=True))
    assert not published.breaches(document)
    assert not conservation.violations(document)
    return document


def floor(data: bytes) -> object:
    """The least that anything of this kind does: decode, parse, take the text, one pass of a regular expression."""
    tree = etree.HTML(text_of(data).encode(), etree.HTMLParser(encoding="utf-8"))
    return _FIGURES.findall("".join(map(str, tree.itertext())))


def peers() -> dict[str, Callable[[bytes], object]]:
    """The extractors that are installed."""
    out: dict[str, Callable[[bytes], object]] = {}
    try:
        extract = import_module("trafilatura").extract
        out["trafilatura"] = extract
        out["trafilatura, fast"] = partial(extract, fast=True)
    except ImportError:
        pass
    try:
        readability = import_module("readability").Document
        out["readability-lxml"] = lambda data: readability(text_of(data)).summary()
    except ImportError:
        pass
    try:
        plain = import_module("resiliparse.extract.html2text").extract_plain_text
        out["resiliparse"] = lambda data: plain(text_of(data), main_content=True)
    except ImportError:
        pass
    return out


def side_by_side(corpus: Path) -> list[str]:
    """Every program on every page, and a report's plain text against trafilatura on the same text in paragraphs."""
    pages = [path.read_bytes() for path in sorted((corpus / "html_reports").glob("*.html"))]
    programs = {"page to document": converted, "page to checked document": checked, "floor": floor, **peers()}
    spent = in_turn(programs, pages)
    against = spent.get("trafilatura")
    rows = [[name, f"{median(times) * 1000:.1f}", ratio(times, against) if against else ""] for name, times in spent.items()]
    return [*table(["", "ms (median)", "ratio to trafilatura"], rows), "", *plain_texts(corpus)]


def plain_texts(corpus: Path) -> list[str]:
    """Plain reports against one extraction of the same text wrapped in <p>."""
    texts = [path.read_bytes() for path in sorted((corpus / "local").glob("*.txt"))[::12]]
    wrapped = {data: _wrapped(data) for data in texts}
    extract = peers().get("trafilatura")
    if extract is None:
        return []
    spent = in_turn({"text to document": converted, "trafilatura of the same in <p>": lambda data: extract(wrapped[data])}, texts)
    rows = [[name, f"{median(times) * 1000:.1f}", ratio(times, spent["trafilatura of the same in <p>"])] for name, times in spent.items()]
    return table(["", "ms (median)", "ratio"], rows)


def _wrapped(data: bytes) -> bytes:
    lines = data.decode("utf-8", "replace").split("\n")
    return f"<html><body>{''.join(f'<p>{html.escape(line)}</p>' for line in lines if line)}</body></html>".encode()


STAGES = ("read", "cut", "strip", "mend", "section", "masthead", "indicators", "notes", "projects", "targets_status", "completeness")


def stages(corpus: Path, repeat: int = 5) -> list[str]:
    """The share of each stage in the conversion of pages."""
    pages = [path.read_bytes() for path in sorted((corpus / "html_reports").glob("*.html"))]
    spent: Counter[str] = Counter()
    kept = {name: getattr(pipeline, name) for name in (*STAGES, "convert")} | {
        name: getattr(assembling, name) for name in ("sections", "ledger")
    }
    for name, function in kept.items():
        setattr(pipeline if hasattr(pipeline, name) else assembling, name, _timed(function, name, spent))
    try:
        for data in pages * repeat:
            pipeline.convert(data, "page.html")
    finally:
        for name, function in kept.items():
            setattr(pipeline if hasattr(pipeline, name) else assembling, name, function)
    whole = spent.pop("convert")
    spent["the rest (models, remarks)"] = whole - sum(spent.values())
    return table(["stage", "share"], [[name, f"{100 * time / whole:.0f} %"] for name, time in spent.most_common()])


def _timed(function: Callable[..., object], name: str, spent: Counter[str]) -> Callable[..., object]:
    def run(*arguments: object, **named: object) -> object:
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[name] += time.process_time() - start  # type: ignore[assignment]

    return run
