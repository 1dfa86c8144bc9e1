"""Corrections of the text's structure: lines kept or removed, and the levels of headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.correcting.entries import Entry, squeezed
from converter.correcting.outcomes import Outcome, chosen
from converter.mending.blocks import Mended
from converter.sectioning.tree import Section, Sectioned
from converter.stripping.segments import BODY, REMOVED, Segment, Stripped


def lines(stripped: Stripped, entries: Sequence[Entry]) -> tuple[Stripped, list[Outcome]]:
    """The lines with the fates that people gave them. A line is addressed by all of its words."""
    if not any(entry.kind == "line" for entry in entries):
        return stripped, []
    segments, outcomes = list(stripped.segments), []
    words = [squeezed(stripped.source.text[s.start : s.end]) for s in segments]
    for entry in entries:
        if entry.kind == "line":
            at, stale = chosen(entry, [i for i, said in enumerate(words) if said == squeezed(entry.address)])
            if stale is None:
                old = segments[at]
                outcomes.append(Outcome(entry, None, {"fate": old.fate}, old.span))
                segments[at] = _become(old, entry.says["fate"])
            else:
                outcomes.append(Outcome(entry, stale))
    return replace(stripped, segments=tuple(segments)), outcomes


def _become(segment: Segment, fate: str) -> Segment:
    if fate == segment.fate:
        return segment
    return segment.become(BODY, None, "correction") if fate == "body" else segment.become(REMOVED, "other", "correction")


def levels(mended: Mended, entries: Sequence[Entry]) -> dict[int, tuple[Entry, int]]:
    """Start of a block → the correction of its level; a heading is addressed by number and title, or by the beginning of its line."""
    wanted = [entry for entry in entries if entry.kind == "heading"]
    words = [(b.start, squeezed(mended.view(b.span).text[:200])) for b in mended.blocks] if wanted else []
    out = {}
    for entry in wanted:
        found = [start for start, said in words if said.startswith(squeezed(entry.address))]
        start, stale = chosen(entry, found)
        if stale is None:
            out[start] = (entry, entry.says["level"])
    return out


def levelled(before: Sectioned, after: Sectioned, entries: Sequence[Entry], given: dict[int, tuple[Entry, int]]) -> list[Outcome]:
    """What became of the corrections of levels: applied where a heading begins."""
    wanted = [entry for entry in entries if entry.kind == "heading"]
    if not wanted:
        return []
    old = {s.span[0]: s for s, _ in before.walk() if s.title}
    new = {s.span[0] for s, _ in after.walk() if s.title}
    starts = {entry.where: start for start, (entry, _) in given.items() if start in old and start in new}
    return [_outcome(entry, old.get(starts.get(entry.where, -1))) for entry in wanted]


def _outcome(entry: Entry, heading: Section | None) -> Outcome:
    if heading is None:
        return Outcome(entry, "no heading begins with these words, or several lines do")
    return Outcome(entry, None, {"level": heading.level}, heading.title)
