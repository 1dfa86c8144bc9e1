"""Stripping: every line of a source gets a fate; what is removed gets a kind and the rule that decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.reading.source import Line, Remark, Source
from converter.stripping.annexes import begins_annex, is_annex_heading
from converter.stripping.chrome import chrome
from converter.stripping.closing import closing, ends_report, whole
from converter.stripping.copies import copies
from converter.stripping.front import front
from converter.stripping.glance import Glance, glances
from converter.stripping.head import head
from converter.stripping.headlines import headlined
from converter.stripping.labels import Label
from converter.stripping.middle import middle
from converter.stripping.opening import HEADING, RESOLVES, YEAR_HEADING, greets, opens, start
from converter.stripping.running import going_on
from converter.stripping.segments import BODY, FRONT, REMOVED, Segment, Stripped
from converter.stripping.tail import empty_sheet, tail
from converter.stripping.turns import around, turned


def strip(
    source: Source, lines: tuple[Line, ...] | None = None, seen: Sequence[Glance] | None = None, copied: frozenset[int] | None = None
) -> Stripped:
    """Label the lines of a source (or of one report of a compilation). seen: these lines, where somebody has looked already; copied:
    those of them that say a second time what stands above (converter.stripping.copies).

    Structure comes first: the opening bounds the text above, the last words below; site vocabulary decides outside,
    and inside only where a line can be nothing else. In doubt a line stays and a remark says so.
    """
    seen = glances(source, source.lines if lines is None else lines) if seen is None else seen
    copied = copies(seen) if copied is None else copied
    outside = [glance.line.hints.region == "outside" or glance.line.index in copied for glance in seen]
    inside = tuple(glance for glance, out in zip(seen, outside, strict=True) if not out)
    apart = frozenset(glance.line.index for glance, out in zip(seen, outside[1:], strict=False) if out)
    labels = iter(_labels(inside, apart))
    segments = [
        _segment(source, glance, _outside(glance, copied) if out else next(labels)) for glance, out in zip(seen, outside, strict=True)
    ]
    body = next((i for i, s in enumerate(segments) if s.fate == BODY), len(segments))
    split = [*segments[:body], *(p for s in segments[body : body + 1] for p in _split_masthead(source, s)), *segments[body + 1 :]]
    return Stripped(source, tuple(_with_aside(source, split)), _doubts(split))


def _with_aside(source: Source, segments: Sequence[Segment]) -> Sequence[Segment]:
    """The segments with what joining pages took out between them."""
    if not source.aside or not segments:
        return segments
    low, high = segments[0].start, segments[-1].end
    taken = [Segment(a.line, a.line.start, a.line.end, REMOVED, a.kind, a.rule) for a in source.aside if low <= a.line.start < high]
    return sorted([*segments, *taken], key=lambda s: s.start)


def _labels(lines: Sequence[Glance], apart: frozenset[int]) -> list[Label]:
    """apart: lines below which the page's structure put something outside the main content."""
    first = start(lines) if _speaks(lines) else None
    if first is None:
        return [(REMOVED, *known) if (known := chrome(g.compact)) else (BODY, None, "text") for g in lines]
    last = closing(lines)
    if last is None or last < first or not ends_report(lines, last, begins_annex):
        last = _last_text(lines, first, apart)
    last = whole(lines, last)
    above = head(lines[:first], "".join(g.compact for g in lines[first:]), greeted=greets(lines[first].compact), apart=apart)
    above = headlined(lines[:first], above, opened=opens(lines[first].compact[:200]))
    below = tail(lines[last + 1 :], "".join(g.compact for g in lines[first : last + 1]), "".join(g.compact for g in lines[:first]))
    outside = dict([*around(lines[last + 1 :], below), *around(lines[:first], above)])
    mastheads = _mastheads(lines, above)
    for i, kind in turned(lines[last + 1 :], below, outside | dict.fromkeys(mastheads, ("duplicate", 1))).items():
        below[i] = REMOVED, kind, "turned"  # within an annex
    within = middle(lines[first : last + 1], mastheads, outside)
    heads = [lines[first + i] for i, label in enumerate(within) if label[2] == "running_heads"]
    for i in going_on(heads, lines[last + 1 :]) if heads else ():
        below[i] = REMOVED, "pagination", "running_heads"
    return above + within + below


def _mastheads(lines: Sequence[Glance], above: Sequence[Label]) -> frozenset[str]:
    """The report's own title and meeting as printed above the text: farther down a page turn has left them again.

    What the contents list stands farther down as headings.
    """
    printed = ((g.compact, label) for g, label in zip(lines, above, strict=False) if label[1] != "contents" and len(g.compact) >= _LEAST)
    return frozenset(compact for compact, label in printed if label[0] == FRONT or label[2] == "repeated_title")


_LEAST = 8  # characters: a name alone may be a heading too


def _speaks(lines: Sequence[Glance]) -> bool:
    """Whether anything looks like a report: then its own opening and last words bound it; of other texts only what is
    chrome by its words is taken off."""
    return any(_report_like(g.compact) for g in lines)


def _report_like(compact: str) -> bool:
    if opens(compact[:200]) or HEADING.match(compact) or YEAR_HEADING.match(compact):
        return True
    return bool(RESOLVES.search(compact) or front(compact, None))


def _last_text(lines: Sequence[Glance], first: int, apart: frozenset[int] = frozenset()) -> int:
    """Without last words: the last line that is running text, ends a sentence, is numbered, or belongs to an annex."""
    named = (i for i in range(first, len(lines)) if is_annex_heading(lines[i].compact))
    annex = next((i for i in named if not empty_sheet(lines[i : i + 2])), len(lines))
    known = [chrome(g.compact) for g in lines]
    foot = _foot(lines, known, first) if annex == len(lines) else len(lines)
    told = (i for i in range(foot - 1, first, -1) if not known[i] and _spoken(lines[i]))
    last = next((i for i in told if lines[i - 1].line.index not in apart or lines[i].prose or _numbered(lines[i].compact)), first)
    if annex < len(lines):  # the cells of an annex end no sentence; it goes on to the first line of chrome
        return next((i - 1 for i in range(max(last, annex) + 1, len(lines)) if known[i]), len(lines) - 1)
    return last


def _spoken(glance: Glance) -> bool:
    """Running text, whole or cut off; a heading. A short line with a colon at its end announces links."""
    compact = glance.compact
    if glance.prose or _numbered(compact) or YEAR_HEADING.match(compact) or compact.endswith(("...", "……")):
        return True
    return (glance.ends and not compact.endswith((":", "!"))) or (len(compact) >= 15 and "," in compact)


_FOOT = ("related_links", "license", "tags", "editor_note", "login")
_REST = 0.1  # of the running text: what stands below a page's foot are the abstracts of other pages


def _foot(lines: Sequence[Glance], known: Sequence[tuple[str, str] | None], first: int) -> int:
    """Index of the first line of a page's foot: below it hardly anything is running text, and no heading of the report."""
    sizes = [len(g.compact) if g.prose and not k else 0 for g, k in zip(lines, known, strict=True)]
    whole, below, foot = sum(sizes[first:]), 0, len(lines)
    for i in range(len(lines) - 1, first, -1):
        below += sizes[i]
        if below > _REST * whole or (not known[i] and _numbered(lines[i].compact)):
            break
        kind = known[i]
        links = kind and kind[0] in _FOOT and not (i + 1 < len(lines) and lines[i + 1].prose and not known[i + 1])
        foot = i if links else foot
    return foot


def _numbered(compact: str) -> bool:
    return bool(re.match(r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)", compact)) and not front(compact, None)


def _outside(glance: Glance, copied: frozenset[int]) -> Label:
    """What the page's structure put outside the main content, and what it says twice."""
    if glance.line.index in copied:
        return REMOVED, "duplicate", "second_copy"
    if glance.line.hints.tag in ("header", "footer"):
        return REMOVED, "pagination", "running_head"
    known = chrome(glance.compact)
    return (REMOVED, *known) if known else (REMOVED, "navigation", "outside_the_main_content")


def _segment(source: Source, glance: Glance, label: Label) -> Segment:
    line, (fate, kind, rule) = glance.line, label
    start, end = line.start, line.end
    if len(glance.compact) < end - start:
        raw = source.shadow[start:end].rstrip()
        end = start + len(raw)
        start = end - len(raw.lstrip())
    return Segment(line, start, end, fate, kind, rule)


def _split_masthead(source: Source, segment: Segment) -> list[Segment]:
    """政府工作报告各位代表:现在 … on one line: the title in front of the salutation is masthead."""
    text = source.shadow[segment.start : min(segment.end, segment.start + 160)]
    at = text.find("各位代表")
    if segment.fate != BODY or at <= 0 or not opens(text[at:].replace(" ", "")[:100]):
        return [segment]
    before = "".join(text[:at].split())
    found = front(before, "opening")
    if not found or before[-1] in "、,和及":  # 主席团、各位代表:
        return [segment]
    cut = segment.start + at
    return [
        Segment(segment.line, segment.start, cut, FRONT, found[0], found[1]),
        Segment(segment.line, cut, segment.end, BODY, None, "text"),
    ]


def _doubts(segments: Sequence[Segment]) -> tuple[Remark, ...]:
    doubted = [s for s in segments if s.rule == "prose_below_chrome"]
    return tuple(Remark("GWR301", "warning", "running text below the site's own lines was kept as body", s.span) for s in doubted)
