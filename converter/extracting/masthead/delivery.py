"""The day the report was given: in the meeting line, in a bracket behind the title, or on a line of its own."""

from __future__ import annotations

import re
from bisect import bisect_left

from converter.extracting.masthead.pieces import Piece, Pieces
from converter.extracting.masthead.records import occasions
from converter.extracting.masthead.titles import Title
from converter.extracting.values.dates import Date, full_dates
from converter.frozen import dataclass
from converter.reading.source import Remark
from converter.text import Span

_MEETING = re.compile(r"会[ ]?议|大会|人大")
_SITE = re.compile(r"来源|发布|时间|字体|作者|编辑|印发|浏览")
_TOLD = re.compile(r"作(?:了)?(?:题为.{0,30})?(?:政府)?工作报告")
_NEAR, _ALONE = 60, 6


@dataclass(frozen=True, slots=True)
class Delivered:
    """The date, where it stands, and whether the meeting stands beside it."""

    date: Date
    span: Span
    beside: bool


def _found(parts: Pieces) -> list[Delivered]:
    head, grey = parts.head, parts.head.shadow
    out = []
    for date in full_dates(head.text):
        low, high = date.span
        start, end = grey.rfind("\n", 0, low) + 1, (grey + "\n").find("\n", high)
        line = grey[start:end]
        if not _SITE.search(line):
            # A date on a line of its own belongs to the meeting on the next, unless that prints its own.
            alone = end - start - (high - low) < _ALONE and not full_dates(grey[end + 1 : (grey + "\n").find("\n", end + 1)])
            beside = bool(_MEETING.search(grey[start : end + _NEAR * alone]))
            out.append(Delivered(date, head.span(low, high), beside))
    return out


def delivered(parts: Pieces, found: list[Title]) -> tuple[Delivered | None, list[Remark]]:
    """The delivery date and what is wrong with the dates printed. A month alone gives way to a day of the same month.

    A day that the calendar does not have is given back where no other date is printed: its year still speaks.
    """
    printed = _found(parts) or _recorded(parts) or _in_titles(parts, found) or _reported(parts)
    wrong = [d for d in printed if not d.date.real]
    remarks = [Remark("GWR523", "warning", "the calendar has no such day", d.span) for d in wrong]
    real = [d for d in printed if d.date.real]
    if not real:
        return next(iter(wrong), None), remarks
    best = max(real, key=lambda d: (d.beside, d.date.day is not None))
    exact = next((d for d in real if d.date.day is not None and _same_month(d.date, best.date)), best)
    best = exact if best.date.day is None else best
    against = [d for d in real if not _agree(d.date, best.date)]
    remarks += [Remark("GWR522", "warning", f"{d.date.iso} is printed too, not {best.date.iso}", d.span) for d in against]
    if any(d.date.year != best.date.year and d.beside for d in against):
        return None, remarks
    return best, remarks


def _same_month(one: Date, other: Date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def _agree(one: Date, other: Date) -> bool:
    return _same_month(one, other) and (one.day is None or other.day is None or one.day == other.day)


def _in_titles(parts: Pieces, found: list[Title]) -> list[Delivered]:
    """Dates in brackets behind a title that only chrome prints."""
    starts = sorted(t.span[0] for t in found if t.span is not None)
    lines: list[Piece] = [p for p in parts.removed if bisect_left(starts, p.start) < bisect_left(starts, p.start + len(p.text))]
    return [Delivered(d, p.span(*d.span), False) for p in lines if re.search(r"[(][^()]*\d日", p.shadow) for d in full_dates(p.text)]


def _recorded(parts: Pieces) -> list[Delivered]:
    """会议时间:2024年1月8日上午, in the head of a record."""
    return [Delivered(d, p.span(*d.span), True) for p in occasions(parts) for d in full_dates(p.text, p.shadow)]


def _reported(parts: Pieces) -> list[Delivered]:
    """The date in a sentence that tells of the report: 2025年1月13日在…会议上河北省人民政府省长王正谱作政府工作报告。"""
    lines = [p for p in parts.removed if "工作报告" in p.shadow and _TOLD.search(p.shadow) and _MEETING.search(p.shadow)]
    return [Delivered(d, p.span(*d.span), True) for p in lines for d in full_dates(p.text)][:1]
