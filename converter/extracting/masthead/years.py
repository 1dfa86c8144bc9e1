"""The year in the report's name, the year looked back on and the year planned, from title, date and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import field

from converter.extracting.context import Years
from converter.extracting.masthead.delivery import Delivered
from converter.extracting.masthead.titles import Title
from converter.extracting.masthead.votes import PERIOD, Heading, cues, from_headings, from_text, mode, short_lines
from converter.frozen import dataclass
from converter.text import Span

# The plan periods with a fixed name: “九五” is 1996–2000.
_NUMBERS = ("六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")
_PLAN_NUMBER = {number: 1981 + 5 * place for place, number in enumerate(_NUMBERS)}
# Reports of these months announce the year that follows.
_NEXT = 11
_FIVE_YEARS = re.compile(r"(?:过去|本届|前)的?(?:五年|5年)|五年(?:来)?(?:的)?(?:工作|政府)|本届政府")
_PLAN_NAME = re.compile(r'["\'](十[一二三四五]|[六七八九十])[·•]?五["\']')


@dataclass(frozen=True, slots=True)
class Evidence:
    """Years with the spans that decided them, and the years that contradict each other."""

    years: Years
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    against: tuple[int, ...] = ()


def years(title: Title | None, delivered: Delivered | None, headings: Sequence[Heading], lines: Sequence[str]) -> Evidence:
    """All years of a report. A report given in November or December announces the next year.

    The order of trust for the plan year: headings that look ahead, the title, the headings that look back, the date, the text.
    """
    votes, where = from_headings(headings)
    if not any(votes.values()):
        votes, _ = from_headings(short_lines(lines))
    by_date = delivered.date.year + ((delivered.date.month or 1) >= _NEXT) if delivered else None
    named = title.year.year if title and title.year else None
    ahead = [year for year in votes["plan"] if year - 1 in votes["review"] or year in (named, by_date)]
    plan = max(ahead, key=lambda y: votes["plan"][y], default=None) or _agreed(named, by_date, votes)
    period = _after_period(headings) if plan is None else None
    if plan is None:
        plan = period[0] if period else from_text(lines)
    if plan is None:
        return Evidence(Years())
    review = plan - 1
    printed = ((named, title.span if title else None), (by_date, delivered.span if delivered else None))
    proof = [where[key] for key in (("plan", plan), ("review", review)) if key in where]
    proof += [span for year, span in printed if span is not None and year == plan]
    proof += [period[1]] if period else []
    back = where.get(("review", review))
    spans = {
        "plan_year": tuple(proof[:2]),
        "review_year": (back,) if back else tuple(proof[:1]),
        "report_year": (title.span,) if title and title.span and named is not None else tuple(proof[:1]),
    }
    against = tuple(sorted({year for year in (named, by_date) if year is not None and abs(year - plan) > 1}))
    known = Years(
        named or plan,
        review,
        plan,
        _period(headings, review, back=True),
        _period(headings, plan, back=False),
        delivered.date.year if delivered else None,
    )
    return Evidence(known, {name: found for name, found in spans.items() if found}, against)


def _agreed(named: int | None, by_date: int | None, votes: dict[str, Counter[int]]) -> int | None:
    """The plan year where no heading announces it beside a review or a date."""
    back = mode(votes["review"])
    if named is not None and (named - 1 == back or by_date in (named, None) or back is None):
        if back is None and by_date is not None:
            return by_date
        return named if back is None or back in (named - 1, named - 2) or back < named - 2 else back + 1
    if by_date is not None:
        return by_date
    if back is not None:
        return back + 1
    return mode(votes["plan"])


def _after_period(headings: Sequence[Heading]) -> tuple[int, Span] | None:
    """The year after a five-year plan that a heading looks back on (“六五”计划执行情况), where no heading prints a year; the heading."""
    for heading in headings:
        grey = heading.shadow
        name = _PLAN_NAME.search(grey)
        if name is not None and cues()[0][0].search(grey, name.end()):
            return _PLAN_NUMBER[name[1]] + 5, heading.span
    return None


def _period(headings: Sequence[Heading], year: int, *, back: bool) -> tuple[int, int] | None:
    """The period of several years that a heading reviews (back) or plans, ending or starting near the year."""
    for heading in headings:
        grey = heading.shadow
        spans = [(int(m["first"]), int(m["last"])) for m in PERIOD.finditer(grey)]
        spans += [(first, first + 4) for m in _PLAN_NAME.finditer(grey) if (first := _PLAN_NUMBER[m[1]])]
        for first, last in spans:
            if (back and first < year and last - 1 <= year <= last) or (not back and first in (year, year - 1) and last > year):
                return first, last
        if back and _FIVE_YEARS.search(grey):
            return year - 4, year
    return None
