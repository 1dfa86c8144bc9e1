"""What headings and running text say of the years: which is looked back on, which is planned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property

from converter.expressions import rare
from converter.extracting.values.dates import Date, dates, year_number
from converter.frozen import dataclass
from converter.lexicons import either, load
from converter.text import Span, shadow

PERIOD = re.compile(r"(?P<first>(?:19|20)\d\d)年?[ ]?[\-—至到~～][ ]?(?P<last>(?:19|20)\d\d)年?")
# A page that is new to the web in this century still may hold a report of 1954.
_FIRST, _LAST = 1949, 2060


@dataclass(frozen=True)
class Heading:
    """A heading's text with its span."""

    text: str
    span: Span

    @cached_property
    def shadow(self) -> str:
        """The same text with uniform widths."""
        return shadow(self.text)


@cache
def cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The words that look back, and those that look ahead."""
    words = load("masthead")
    return tuple((re.compile(either(words[name])), role) for name, role in (("review", "review"), ("plan", "plan")))


def _in(text: str) -> list[Date]:
    return [date for date in dates(text) if _FIRST <= date.year <= _LAST]


def _role(text: str, date: Date) -> str | None:
    """Whether the words after the year, up to the next year, look back or ahead; else the words before it."""
    grey = shadow(text)
    after = re.split(r"(?:19|20)\d\d年|[一二][九〇○零][\d一二三四五六七八九〇○零]{2}年", grey[date.span[1] :])[0]
    for part in (after, grey) if len(_in(text)) == 1 else (after,):
        for cue, role in cues():
            if cue.search(part):
                return role
    return None


def from_headings(headings: Sequence[Heading]) -> tuple[dict[str, Counter[int]], dict[tuple[str, int], Span]]:
    """Votes for the review and plan years, and the heading that first spoke for each."""
    told: list[tuple[str | None, int, Span, bool]] = []
    for place, heading in enumerate(headings):
        if not PERIOD.search(heading.shadow):
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
_OWN = rare(
    r"(?<![到至\d—\-~～比])(?:19|20)\d\d年(?![\-—至到~～])"
    r"|(?<![到至比])(?:一九[七八九]|二[〇○零][〇○零一二])[一二三四五六七八九〇○零]年"
)


# 2013年经济社会发展的主要预期目标; 2024年是…的一年 early in the text speaks of the year before the plan's.
@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"(?<![到至])(?P<year>(?:19|20)\d\d)年[^。;\n\d]{{0,24}}{either(load('masthead')['announces'])}")


_BEHIND = rare(
    r"(?:刚刚|即将)过去的(?P<past>(?:19|20)\d\d)年"
    r"|(?:^|\n)(?!(?:刚刚|即将)过去的)[^。\n]{0,6}(?P<year>(?:19|20)\d\d)年[,是](?!.{0,12}(?:到|至))"
)
_EARLY = 3000


def from_text(lines: Sequence[str]) -> int | None:
    """The plan year where no heading, title or date tells it.

    By what is said of a year (…年是开局之年, …年的预期目标, 刚刚过去的…年), else the latest of the pairs of years that the text
    names most: looking back at one year and ahead at the next, a report names these two; pairs named much less are of other plans.
    """
    grey = shadow("\n".join(lines))
    ahead = Counter(int(match["year"]) for match in _ahead().finditer(grey))
    seen = Counter(year_number(match[0].rstrip("年")) for match in _OWN.finditer(grey))
    if (opened := _opened(grey, seen)) is not None:
        return opened
    behind = _BEHIND.search(grey, 0, _EARLY)
    back = int(behind["past"] or behind["year"]) if behind else None
    if back is not None and (behind is None or behind["past"] or back + 1 in ahead or seen[back + 1]):
        return back + 1
    told = [year for year in ahead if seen[year - 1]]
    if told:
        return max(told, key=lambda year: (ahead[year], -year))
    pairs = {year: count + seen[year - 1] for year, count in seen.items() if count > 1 and seen[year - 1]}
    return max((year for year, count in pairs.items() if count > 0.6 * max(pairs.values())), default=mode(seen))


# 2016年是“十三五”开局之年, behind the review: what a plan begins with.
_OPENS = rare(
    r"(?P<year>(?:19|20)\d\d)年,?是[^。;\n]{0,60}?"
    r"(?:(?:开局|起步|关键|攻坚|收官|决胜|召开|奋进|第[一二三四五]).{0,4}年|(?:重要|关键)的?一年)"
)
_REVIEWED = 4  # one character in so many, and more, are the review


def _opened(grey: str, seen: Counter[int]) -> int | None:
    """The latest year that the text says such of behind the review, where it names the next one hardly: else that is planned."""
    told = [int(match["year"]) for match in _OPENS.finditer(grey, len(grey) // _REVIEWED)]
    latest = max((year for year in told if _FIRST <= year <= _LAST), default=None)
    return latest if latest is not None and seen[latest] and seen[latest + 1] < 2 else None


_SHORT = 45
_DOCUMENT = rare("纲要|规划|决定|草案|条例|办法|意见")


def short_lines(lines: Sequence[str]) -> list[Heading]:
    """Lines that may be headings which no rule has marked; their spans are not known. The names of documents, which a
    broken link leaves on lines of their own (一九七八——一九八五年…规划纲要), are none.
    """
    ends = ("。", "；", "，", "：", ":")
    short = [line for line in lines if len(line) <= _SHORT and not line.endswith(ends) and not _DOCUMENT.search(line)]
    return [Heading(line, (0, 0)) for line in short if _in(line)]


def mode(votes: Counter[int]) -> int | None:
    """The year with most votes, the later of equals."""
    return max(votes, key=lambda year: (votes[year], year), default=None)
