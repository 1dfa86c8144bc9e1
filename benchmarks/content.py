"""Main content against peers: F1 on hand-marked pages, and the time each takes, side by side.

    python benchmarks/content.py --corpus DIR [--repeat N]

DIR holds NAME.html beside NAME.html.gold.txt, the main content marked by hand. F1 counts six-character shingles of kept
and marked text without white space and punctuation. Ours twice: what the page's structure leaves (regions), and what the
whole conversion keeps (front and body). Peers that are not installed are left out: pip install trafilatura readability-lxml resiliparse
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from converter.reading import read

Extract = Callable[[bytes, str], str]


def squash(text: str) -> str:
    """The text without white space and punctuation."""
    return re.sub(r"[\W_]+", "", text)


def shingles(text: str, size: int = 6) -> Counter[str]:
    """Every run of six characters, counted."""
    flat = squash(text)
    return Counter(flat[i : i + size] for i in range(max(1, len(flat) - size + 1)))


def f1(kept: str, marked: str) -> tuple[float, float, float]:
    """Precision, recall and their mean."""
    ours, theirs = shingles(kept), shingles(marked)
    hit = sum((ours & theirs).values())
    precision, recall = hit / max(1, ours.total()), hit / max(1, theirs.total())
    return precision, recall, 2 * precision * recall / (precision + recall) if hit else 0.0


def regions(data: bytes, name: str) -> str:
    """The lines that the page's structure calls main."""
    source = read(data, name)
    return "\n".join(source.text[line.start : line.end] for line in source.lines if line.hints.region == "main")


def conversion(data: bytes, name: str) -> str:
    """What the ledger of the document keeps."""
    document = import_module("converter.pipeline").convert(data, name)
    return "\n".join(document.source.text[row.span[0] : row.span[1]] for row in document.ledger if row.fate in ("front", "body"))


def peers() -> Iterator[tuple[str, Extract]]:
    """The other extractors, where installed, each given the decoded text."""
    try:
        trafilatura = import_module("trafilatura")
        for mode, options in (("", {}), (" precision", {"favor_precision": True}), (" recall", {"favor_recall": True})):
            yield f"trafilatura{mode}", lambda data, _, options=options: trafilatura.extract(text_of(data), **options) or ""  # type: ignore[misc]
    except ImportError:
        pass
    try:
        readability, html = import_module("readability"), import_module("lxml.html")
        yield "readability-lxml", lambda data, _: html.fromstring(readability.Document(text_of(data)).summary()).text_content()
    except ImportError:
        pass
    try:
        extract = import_module("resiliparse.extract.html2text").extract_plain_text
        yield "resiliparse", lambda data, _: extract(text_of(data), main_content=True)
    except ImportError:
        pass


def text_of(data: bytes) -> str:
    """The page decoded as we decode it, so that extraction alone is compared."""
    from converter.reading.encodings import decode
    from converter.reading.html import charset

    return decode(data, "page", charset(data)).text


def timed(extract: Extract, data: bytes, name: str, repeat: int) -> tuple[str, float]:
    """What is kept, and the least time in milliseconds. A peer that fails keeps nothing."""
    best, kept = float("inf"), ""
    for _ in range(repeat):
        start = time.perf_counter()
        try:
            kept = extract(data, name)
        except Exception as error:  # noqa: BLE001 - a peer's failure is its result
            print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
        best = min(best, time.perf_counter() - start)
    return kept, best * 1000


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--details", action="store_true", help="F1 of every page")
    given = options.parse_args()
    pages = [(gold, gold.with_name(gold.name.removesuffix(".gold.txt"))) for gold in sorted(given.corpus.rglob("*.html.gold.txt"))]
    if not pages:
        sys.exit(f"no *.html.gold.txt in {given.corpus}")
    print(f"{'':22} {'precision':>9} {'recall':>7} {'F1':>7} {'ms/page (median)':>17}   {len(pages)} pages")
    for name, extract in (("ours: regions", regions), ("ours: conversion", conversion), *peers()):
        rows = []
        for gold, page in pages:
            kept, spent = timed(extract, page.read_bytes(), page.name, given.repeat)
            rows.append((*f1(kept, gold.read_text("utf-8")), spent))
            if given.details:
                print(f"    {page.name:46} {rows[-1][2]:.4f}")
        means = [statistics.mean(row[i] for row in rows) for i in range(3)]
        print(f"{name:22} {means[0]:9.4f} {means[1]:7.4f} {means[2]:7.4f} {statistics.median(row[3] for row in rows):17.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
