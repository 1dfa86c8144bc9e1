"""Numbers of sibling sections: gaps, repeats, wrong order. Looked at anew, whatever the document's own diagnostics say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from converter.checking.findings import Finding
from converter.checking.report import Json, Report, pair
from converter.numbering import Mark, mark
from converter.text import shadow


def numbering(report: Report) -> Iterator[Finding]:
    """Every numbered heading follows its elder sibling of the same style."""
    yield from _siblings(report.document["sections"], f"{report.base}/sections")


def _siblings(sections: list[Json], pointer: str) -> Iterator[Finding]:
    last: dict[str, tuple[int, str]] = {}
    for place, section in enumerate(sections):
        at = f"{pointer}/{place}"
        here = _mark(section["number"]) if section["number"] else None
        if here:
            number, printed = last.get(here.style, (0, ""))
            if here.number not in (number + 1, 1):
                code, said = _said(section["number"], printed, here.number - number)
                yield Finding(code, said, at, pair(section["title_span"] or section["span"]))
            last[here.style] = (here.number, section["number"])
        yield from _siblings(section["sections"], f"{at}/sections")


@lru_cache(maxsize=1024)
def _mark(number: str) -> Mark | None:
    return mark(shadow(number) + " ")


def _said(number: str, before: str, step: int) -> tuple[str, str]:
    if step > 1:
        what = f"numbers are missing between {before} and it" if before else "the numbering starts with it"
        return "GWR203", f"section {number}: {what}"
    return ("GWR204", f"section number {number} is repeated") if step == 0 else ("GWR205", f"section number {number} comes after {before}")
