"""Spans that the law does not look at lie in the text; the text of a flaw is the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from converter.checking.findings import Finding
from converter.checking.report import Report, pair


def spans(report: Report) -> Iterator[Finding]:
    """Every span lies in the text and is not empty."""
    for pointer, span in _all(report):
        if not report.inside(span):
            yield Finding("GWR121", f"the span {span} is no stretch of the text, which has {len(report.text)} characters", pointer)


def noise(report: Report) -> Iterator[Finding]:
    """The text of a flaw stands at its span."""
    for number, flaw in enumerate(report.document["noise"]):
        start, end = flaw["span"]
        if report.text[start:end] != flaw["text"]:
            pointer = f"{report.base}/noise/{number}"
            said = f"{flaw['kind']}: {flaw['text'][:20]!r} is not the source at {flaw['span']}"
            yield Finding("GWR124", said, pointer, pair(flaw["span"]))


def _all(report: Report) -> Iterator[tuple[str, Any]]:
    base, document = report.base, report.document
    yield from ((f"{at}/span", section["span"]) for at, section in report.sections)
    for number, note in enumerate(document["notes"]):
        yield f"{base}/notes/{number}/span", note["span"]
        yield from ((f"{base}/notes/{number}/anchors/{place}", anchor) for place, anchor in enumerate(note["anchors"]))
    yield from ((f"{base}/noise/{n}/span", flaw["span"]) for n, flaw in enumerate(document["noise"]))
    said = enumerate(document["diagnostics"])
    yield from ((f"{base}/diagnostics/{n}/span", one["span"]) for n, one in said if one["span"])
    for field, given in report.meta["evidence"].items():
        yield from ((f"{base}/metadata/evidence/{field}/{n}", one) for n, one in enumerate(given) if isinstance(one, list))
