"""The year in the report's name, the year looked back on and the year planned, from title, date and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from converter.extracting.context import Years
from converter.extracting.masthead.delivery import Delivered
from converter.extracting.masthead.titles import Title
from converter.extracting.values.dates import Date, dates, year_number
from converter.lexicons import either, load
from converter.text import Span, shadow

_PERIOD = re.compile(r"(?P<first>(?:19|20)\d\d)年?[ ]?[\-—至到~～][ ]?(?P<last>(?:19|20)\d\d)年?")
# The plan periods with a fixed name: “九五” is 1996–2000.
_NUMBERS = ("六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")
_PLAN_NUMBER = {number: 1981 + 5 * place for place, number in enumerate(_NUMBERS)}
# Reports of these months announce the year that follows.
_NEXT = 11
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
def _cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    words = load("masthead")
    return tuple((re.compile(either(words[name])), role) for name, role in (("review", "review"), ("plan", "plan")))


def _in(text: str) -> list[Date]:
    return [date for date in dates(text) if _FIRST <= date.year <= _LAST]


def _role(text: str, date: Date) -> str | None:
    """Whether the words after the year, up to the next year, look back or ahead; else the words before it."""
    grey = shadow(text)
    after = re.split(r"(?:19|20)\d\d年|[一二][九〇○零][\d一二三四五六七八九〇○零]{2}年", grey[date.span[1] :])[0]
    for part in (after, grey) if len(_in(text)) == 1 else (after,):
        for cue, role in _cues():
            if cue.search(part):
                return role
    return None


def from_headings(headings: Sequence[Heading]) -> tuple[dict[str, Counter[int]], dict[tuple[str, int], Span]]:
    """Votes for the review and plan years, and the heading that first spoke for each."""
    told: list[tuple[str | None, int, Span, bool]] = []
    for place, heading in enumerate(headings):
        if not _PERIOD.search(shadow(heading.text)):
            told += [(_role(heading.text, date), date.year, heading.span, place == 0) for date in _in(heading.text) if date.month is None]
    back = {row[1] for row in told if row[0] == "review"}
    loose = {row[1] for row in told if row[0] is None}
    votes: dict[str, Counter[int]] = {"review": Counter(), "plan": Counter()}
    where: dict[tuple[str, int], Span] = {}
    for role, year, span, first in told:
        role = role or ("plan" if year - 1 in back | loose or not first else "review")
        votes[role][year] += 1
        where.setdefault((role, year), span)
    return votes, where


# A year that is a goal (到2025年, 2021—2025年) or opens a comparison far back is none of the report's own.
_OWN = re.compile(
    r"(?<![到至\d—\-~～比])(?:19|20)\d\d年(?![\-—至到~～])"
    r"|(?<![到至比])(?:一九[七八九]|二[〇○零][〇○零一二])[一二三四五六七八九〇○零]年"
)


# 2013年经济社会发展的主要预期目标; 2024年是…的一年 early in the text speaks of the year before the plan's.
@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"(?<![到至])(?P<year>(?:19|20)\d\d)年[^。;\n\d]{{0,24}}{either(load('masthead')['announces'])}")


_BEHIND = re.compile(r"(?:刚刚|即将)过去的(?P<past>(?:19|20)\d\d)年|(?:^|\n)[^。\n]{0,6}(?P<year>(?:19|20)\d\d)年[,是](?!.{0,12}(?:到|至))")
_EARLY = 3000


def from_text(lines: Sequence[str]) -> int | None:
    """The plan year where no heading, title or date tells it.

    By what is said of a year (…年的预期目标, 刚刚过去的…年), else the latest of the pairs of years that the text names most: looking
    back at one year and ahead at the next, a report names these two; pairs named much less are of other plans.
    """
    grey = shadow("\n".join(lines))
    ahead = Counter(int(match["year"]) for match in _ahead().finditer(grey))
    seen = Counter(year_number(match[0].rstrip("年")) for match in _OWN.finditer(grey))
    behind = _BEHIND.search(grey, 0, _EARLY)
    back = int(behind["past"] or behind["year"]) if behind else None
    if back is not None and (behind is None or behind["past"] or back + 1 in ahead or seen[back + 1]):
        return back + 1
    told = [year for year in ahead if seen[year - 1]]
    if told:
        return max(told, key=lambda year: (ahead[year], -year))
    pairs = {year: count + seen[year - 1] for year, count in seen.items() if count > 1 and seen[year - 1]}
    return max((year for year, count in pairs.items() if count > 0.6 * max(pairs.values())), default=_mode(seen))


_SHORT = 45


def short_lines(lines: Sequence[str]) -> list[Heading]:
    """Lines that may be headings which no rule has marked; their spans are not known."""
    short = [line for line in lines if len(line) <= _SHORT and not line.endswith(("。", "；", "，", "：", ":"))]
    return [Heading(line, (0, 0)) for line in short if _in(line)]


def _mode(votes: Counter[int]) -> int | None:
    return max(votes, key=lambda year: (votes[year], year), default=None)


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
    if plan is None:
        plan = _after_period(headings) or from_text(lines)
    if plan is None:
        return Evidence(Years())
    review = plan - 1
    printed = ((named, title.span if title else None), (by_date, delivered.span if delivered else None))
    proof = [where[key] for key in (("plan", plan), ("review", review)) if key in where]
    proof += [span for year, span in printed if span is not None and year == plan]
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
    back = _mode(votes["review"])
    if named is not None and (named - 1 == back or by_date in (named, None) or back is None):
        if back is None and by_date is not None:
            return by_date
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
        if name is not None and _cues()[0][0].search(grey, name.end()):
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
