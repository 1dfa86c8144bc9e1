"""The year in the report's name, the year looked back on and the year planned, from title, date and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from converter.extracting.context import Years
from converter.extracting.values.dates import Date, dates
from converter.lexicons import either, load
from converter.text import Span, shadow

_PERIOD = re.compile(r"(?P<first>(?:19|20)\d\d)年?[ ]?[\-—至到~～][ ]?(?P<last>(?:19|20)\d\d)年?")
# The plan periods with a fixed name: “九五” is 1996–2000.
_PLAN_NUMBER = {"六": 1981, "七": 1986, "八": 1991, "九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
_PLAN_NAME = re.compile(r'["\'](十[一二三四五]|[六七八九十])[·•]?五["\']')
# A page that is new to the web in this century still may hold a report of 1954.
_FIRST, _LAST = 1949, 2060


@dataclass(frozen=True, slots=True)
class Evidence:
    """Years with the spans that decided them, and the years that contradict each other."""

    years: Years
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    against: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's text with its span."""

    text: str
    span: Span


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("masthead")
    return re.compile(either(words["review"])), re.compile(either(words["plan"]))


def _in(text: str) -> list[Date]:
    return [date for date in dates(text) if _FIRST <= date.year <= _LAST]


def _role(text: str, date: Date) -> str | None:
    """Whether the words after the year, up to the next year, look back or ahead."""
    review, plan = _cues()
    grey = shadow(text)
    after = re.split(r"(?:19|20)\d\d年|[一二][九〇○零][\d一二三四五六七八九〇○零]{2}年", grey[date.span[1] :])[0]
    for part in (after, grey) if len(_in(text)) == 1 else (after,):
        ahead, back = plan.search(part), review.search(part)
        if back and (not ahead or back.start() <= ahead.start() or "情况" in part):
            return "review"
        if ahead:
            return "plan"
    return None


def from_headings(headings: Sequence[Heading]) -> tuple[dict[str, Counter[int]], dict[tuple[str, int], Span]]:
    """Votes for the review and plan years."""
    votes: dict[str, Counter[int]] = {"review": Counter(), "plan": Counter()}
    where: dict[tuple[str, int], Span] = {}
    for heading in headings:
        if _PERIOD.search(shadow(heading.text)):
            continue
        for date in _in(heading.text):
            role = _role(heading.text, date)
            if role is not None:
                votes[role][date.year] += 1
                where.setdefault((role, date.year), heading.span)
    return votes, where


def from_text(lines: Sequence[str]) -> int | None:
    """The plan year by the years the text names: the one after the year that opens its review (2015年是…的一年, 刚刚过去的2015年)."""
    seen: Counter[int] = Counter()
    for line in lines:
        for date in _in(line):
            if date.month is None:
                seen[date.year] += 1
    for line in lines[:8]:
        opening = re.match(r"[^。]{0,6}?(?:刚刚)?过去的(?P<year>(?:19|20)\d\d)年|(?P<same>(?:19|20)\d\d)年[,，]?是", shadow(line))
        if opening:
            year = int(opening["year"] or opening["same"])
            return year + 1
    if not seen:
        return None
    frequent = [year for year, count in seen.items() if count >= max(2, max(seen.values()) // 4)]
    return max(frequent, default=None)


def _mode(votes: Counter[int]) -> int | None:
    return max(votes, key=lambda year: (votes[year], year), default=None)


def years(title: Date | None, title_span: Span | None, delivered: Date | None, delivered_span: Span | None,
          headings: Sequence[Heading], lines: Sequence[str]) -> Evidence:  # fmt: skip
    """All years of a report. A report given in November or December announces the next year.

    The order of trust for the plan year: headings that look ahead, the title, the headings that look back, the date, the text.
    """
    votes, where = from_headings(headings)
    by_date = delivered.year + ((delivered.month or 1) >= 11) if delivered else None
    named = title.year if title else None
    ahead = [year for year in votes["plan"] if year - 1 in votes["review"] or year in (named, by_date)]
    plan = max(ahead, key=lambda y: votes["plan"][y], default=None) or _agreed(named, by_date, votes)
    spans: dict[str, tuple[Span, ...]] = {}
    if plan is None:
        plan = _after_period(headings) or from_text(lines)
    if plan is None:
        return Evidence(Years())
    review = plan - 1
    evidence = [where[key] for key in (("plan", plan), ("review", review)) if key in where]
    evidence += [span for year, span in ((named, title_span), (by_date, delivered_span)) if span and year == plan]
    spans["plan_year"] = tuple(evidence[:2])
    spans["review_year"] = tuple([where["review", review]] if ("review", review) in where else evidence[:1])
    spans["report_year"] = (title_span,) if title_span and named is not None else tuple(evidence[:1])
    against = tuple(sorted({y for y in (named, by_date) if y is not None and abs(y - plan) > 1}))
    spoken = delivered.year if delivered else None
    return Evidence(Years(named or plan, review, plan, _period(headings, review, back=True), _period(headings, plan, back=False), spoken),
                    {name: found for name, found in spans.items() if found}, against)  # fmt: skip


def _agreed(named: int | None, by_date: int | None, votes: dict[str, Counter[int]]) -> int | None:
    """The plan year where no heading announces it beside a review or a date."""
    back = _mode(votes["review"])
    if named is not None and (back is None or named - 1 == back or by_date == named or not by_date):
        return named if back is None or back in (named - 1, named - 2) or back < named - 2 else back + 1
    if by_date is not None:
        return by_date
    if back is not None:
        return back + 1
    return _mode(votes["plan"])


def _after_period(headings: Sequence[Heading]) -> int | None:
    """The year after a five-year plan that a heading looks back on (“六五”计划执行情况), where no heading prints a year."""
    for heading in headings:
        grey = shadow(heading.text)
        name = _PLAN_NAME.search(grey)
        if name is not None and _cues()[0].search(grey, name.end()):
            return _PLAN_NUMBER[name[1]] + 5
    return None


def _period(headings: Sequence[Heading], year: int, *, back: bool) -> tuple[int, int] | None:
    """The period of several years that a heading reviews (back) or plans, ending or starting near the year."""
    for heading in headings:
        grey = shadow(heading.text)
        spans = [(int(m["first"]), int(m["last"])) for m in _PERIOD.finditer(grey)]
        spans += [(first, first + 4) for m in _PLAN_NAME.finditer(grey) if (first := _PLAN_NUMBER[m[1]])]
        for first, last in spans:
            if (back and first < year and last - 1 <= year <= last) or (not back and first in (year, year - 1) and last > year):
                return first, last
        if back and re.search(r"(?:过去|本届|前)的?(?:五年|5年)|五年(?:来)?(?:的)?(?:工作|政府)|本届政府", grey):
            return year - 4, year
    return None
