"""The public functions of gwr; everything else may change. `import converter` gives them, and loads this file when one is used."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from converter import adding, correcting, joining, pipeline
from converter.checking import documents, loading
from converter.checking.findings import Finding
from converter.lexicons import using
from converter.models.document import Document as Report
from converter.reading import read as _read
from converter.reading.files import bounded, there, whole
from converter.reading.limits import LIMITS, Limits
from converter.reading.sidecar import Fetched, fetched
from converter.reading.source import Source, Unreadable
from converter.writing.documents import dumps

__all__ = ["Failure", "Finding", "Options", "Report", "Unreadable", "check", "convert", "convert_all", "dumps", "join", "read"]

Raw = bytes | str | Path
"""A raw report: its bytes, its text, or the path of its file."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an input is read.

    name: what to call it, instead of its file's name; charset: what its server declared; limits: how much is read at most;
    corrections: what people say of it (YAML; None: what lies beside a Path as NAME.corrections.yaml);
    lexicons: own words (YAML) beside the built-in ones.
    """

    name: str | None = None
    charset: str | None = None
    limits: Limits = LIMITS
    corrections: Raw | None = None
    lexicons: tuple[Raw, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input of many that could not be read, and why; `reason` is one line."""

    input: Raw
    reason: str


DEFAULT = Options()
_NAME = 1000  # characters: no file's name is as long


def convert(raw: Raw, *, url: str | None = None, retrieved_at: str | None = None, options: Options = DEFAULT) -> Report:
    """The report that a raw input gives.

    raw: bytes, text (a str) or a Path; url and retrieved_at: where and when it was fetched
    (None: what NAME.source.yaml beside a Path says).
    Raises Unreadable with one line for people, and OSError for a file that cannot be opened; all else is a report with diagnostics.
    """
    with using(_own(options)):
        return pipeline.document(_source(raw, url, retrieved_at, options), _corrections(raw, options))


def convert_all(inputs: Iterable[Raw], *, options: Options = DEFAULT) -> Iterator[Report | Failure]:
    """Each input's report, or why there is none, in order and one at a time."""
    if isinstance(inputs, Raw):  # a text's characters, or bytes, would be inputs too
        raise TypeError("convert_all takes several inputs; convert takes one")
    for raw in inputs:
        try:
            yield convert(raw, options=options)
        except (Unreadable, OSError) as error:
            yield Failure(raw, str(error))


def join(
    pages: Sequence[Raw], *, name: str | None = None, url: str | None = None, retrieved_at: str | None = None, options: Options = DEFAULT
) -> Report:
    """The report whose pages these are; what is missing, doubled or out of order is in its diagnostics.

    Raises Unreadable where a page cannot be read, and where pages are of different reports.
    """
    with using(_own(options)):
        sources = [_source(page, None, None, options) for page in pages]
        called = name or options.name or (sources[0].name if sources else "pages")
        return pipeline.document(joining.join(sources, called, url=url, retrieved_at=retrieved_at), _corrections(b"", options))


def check(report: Report | dict[str, Any]) -> list[Finding]:
    """What is wrong with a report, or with one as parsed JSON: schema, conservation of the text, consistency. Empty: nothing."""
    return documents.check_document(report if isinstance(report, dict) else json.loads(dumps(report, compact=True)))


def read(data: bytes | str | Path) -> Report:
    """The report that was written as JSON (bytes, text, or the path of a file). Raises Unreadable where it is none."""
    name = data.name if isinstance(data, Path) else "report"
    raw = data.read_bytes() if isinstance(data, Path) else data.encode() if isinstance(data, str) else data
    values = loading.load(raw)
    if len(values) != 1:
        raise Unreadable(f"{name}: holds {len(values)} documents; read one at a time")
    try:
        return Report.model_validate(values[0])
    except ValueError as error:  # pydantic's, of several lines
        raise Unreadable(f"{name}: no report of gwr: {_first(error)}") from None


def _first(error: ValueError) -> str:
    found: list[dict[str, Any]] = getattr(error, "errors", list)()
    return f"{'.'.join(map(str, found[0]['loc']))}: {found[0]['msg']}" if found else str(error).split("\n", 1)[0]


def _corrections(raw: Raw, options: Options) -> tuple[correcting.Entry, ...]:
    given = options.corrections
    if given is None:
        return correcting.entries_beside(raw) if isinstance(raw, Path) else ()
    return correcting.load(_bytes(given), given.name if isinstance(given, Path) else "corrections")


def _bytes(raw: Raw, limits: Limits = LIMITS) -> bytes:
    if isinstance(raw, Path):
        return bounded(raw, limits.input_bytes)
    if isinstance(raw, str):
        return raw.encode("utf-8", "surrogatepass")
    if not isinstance(raw, bytes | bytearray | memoryview):
        raise TypeError(f"a raw report is bytes, text or a Path, not {type(raw).__name__}")
    return bytes(raw)


def _report(raw: Raw, options: Options) -> bytes:
    """The bytes of a raw report. Raises Unreadable where a file's name was given for its text."""
    if isinstance(raw, str) and len(raw) < _NAME and "\n" not in raw and there(Path(raw)):
        raise Unreadable(f"{raw}: the name of a file, not a report's text; give a Path")
    return _bytes(raw, options.limits)


def _own(options: Options) -> adding.Own | None:
    return _together(tuple((_bytes(one), _called(one)) for one in options.lexicons)) if options.lexicons else None


def _called(lexicon: Raw) -> str:
    return str(lexicon) if isinstance(lexicon, Path) else "lexicon.yaml"


_together = lru_cache(8)(adding.together)  # checked once, and its tables are remembered with it


def _source(raw: Raw, url: str | None, retrieved_at: str | None, options: Options) -> Source:
    known = Fetched(url, retrieved_at).over(fetched(raw) if isinstance(raw, Path) else Fetched())
    name = whole(options.name or (raw.name if isinstance(raw, Path) else "report.txt"))
    data = _report(raw, options)
    return _read(data, name, declared=options.charset, url=known.url, retrieved_at=known.retrieved_at, limits=options.limits)
