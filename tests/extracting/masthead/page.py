"""Small pages for the tests: front lines, chrome lines and body lines become what stripping gives."""

from __future__ import annotations

from converter.extracting.masthead import Masthead, masthead
from converter.mending.blocks import Mended
from converter.reading.source import Source, lines_of
from converter.sectioning.tree import Section, Sectioned
from converter.stripping.segments import BODY, FRONT, REMOVED, Segment, Stripped

_FATES = {"F": FRONT, "B": BODY, "H": BODY, "R": REMOVED}


def page(marked: str) -> tuple[Stripped, Sectioned]:
    """A page from lines such as `F 政府工作报告`, `R:byline 来源：市日报`, `H 一、2013年工作回顾`, `B 各位代表：`."""
    rows = [line.split(" ", 1) if " " in line else [line, ""] for line in marked.split("\n") if line.strip()]
    text = "\n".join(row[1] for row in rows)
    source = Source("test.txt", "text/plain", "utf-8", len(text.encode()), "0" * 64, text, lines_of(text))
    segments: list[Segment] = []
    sections: list[Section] = []
    for (mark, content), line in zip(rows, source.lines, strict=True):
        letter, _, kind = mark.partition(":")
        if content.strip():
            segments.append(Segment(line, line.start, line.end, _FATES[letter], kind or None))
        if letter == "H":
            span = (line.start, line.end)
            sections.append(Section(f"s{len(sections)}", "other", 1, None, span, span))
    stripped = Stripped(source, tuple(segments))
    return stripped, Sectioned(Mended(source, tuple(segments), ()), tuple(sections))


def read(marked: str) -> Masthead:
    """The masthead of such a page."""
    return masthead(*page(marked))
