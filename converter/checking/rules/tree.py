"""The tree: a section spans its heading and what stands under it, and everything comes in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from converter.checking.findings import Finding
from converter.checking.report import Report, pair
from converter.text import shadow

Json = dict[str, Any]


def tree(report: Report) -> Iterator[Finding]:
    """Sections are where their content is, one level below their parent, in order, and say the number that is printed."""
    yield from _siblings(report, report.document["sections"], f"{report.base}/sections", 1)


def _siblings(report: Report, sections: list[Json], pointer: str, level: int) -> Iterator[Finding]:
    reached = 0
    for number, section in enumerate(sections):
        at = f"{pointer}/{number}"
        for wrong in _wrong(report, section, level, reached):
            yield Finding("GWR122", f"section {section['id']}: {wrong}", at, pair(section["span"]))
        reached = section["span"][1]
        yield from _siblings(report, section["sections"], f"{at}/sections", level + 1)


def _wrong(report: Report, section: Json, level: int, reached: int) -> Iterator[str]:
    start, end = section["span"]
    if section["level"] != level:
        yield f"its level is {section['level']}, but it stands on level {level}"
    if start < reached:
        yield "it begins before the one before it ends"
    pieces = list(_pieces(section))
    if pieces and max(piece[1] for piece in pieces) != end:
        yield f"it ends at {end}, its content at {max(piece[1] for piece in pieces)}"
    if pieces and section["number"] is None and min(piece[0] for piece in pieces) != start:
        yield f"it begins at {start}, its content at {min(piece[0] for piece in pieces)}"
    if any(after[0] < before[1] for before, after in pairwise(pieces)):
        yield "its paragraphs and subsections are out of order"
    if any(not _ordered(p) for p in section["paragraphs"]):
        yield "leads are out of order or outside their paragraph"
    if section["number"] is not None and not _numbered(report, section):
        yield f"its number {section['number']} is not printed where it begins"


def _pieces(section: Json) -> Iterator[list[int]]:
    """Heading, paragraphs and subsections, in the order they should have."""
    if section["title_span"]:
        yield section["title_span"]
    yield from (paragraph["span"] for paragraph in section["paragraphs"])
    yield from (inner["span"] for inner in section["sections"])


def _ordered(paragraph: Json) -> bool:
    """Whether the leads stand in the paragraph, one behind the other."""
    reached, end = paragraph["span"]
    for lead in paragraph["leads"]:
        if not reached <= lead["span"][0] < lead["span"][1] <= end:
            return False
        reached = lead["span"][1]
    return True


def _numbered(report: Report, section: Json) -> bool:
    """Whether the number is what is printed first; its punctuation may be counted to it or not."""
    start = section["span"][0]
    if report.text.startswith(section["number"], start):
        return True
    stop = section["title_span"][1] if section["title_span"] else section["span"][1]
    return start < stop and report.printed((start, stop)).startswith(shadow("".join(section["number"].split())))
