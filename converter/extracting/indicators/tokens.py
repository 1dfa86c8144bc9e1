"""A sentence as tokens: names, figures, times, the words of a predicate, punctuation, and everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from converter.extracting.context import Years
from converter.extracting.indicators.beginnings import FIGURES, PUNCTUATION, TIMES, words
from converter.extracting.indicators.names import Mention
from converter.extracting.indicators.passing import SKIPPING
from converter.extracting.indicators.token import Token
from converter.extracting.values.numerals import numeral
from converter.extracting.values.periods import TIME, Period, period
from converter.extracting.values.quantities import quantity

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BASE = re.compile("比|较|是|为|相当于|与|同|相比")
_PLAN_ITSELF = re.compile("规划(?!期|末)|纲要|建议|的?(?:开局|收官|起步)")  # 实施“十二五”规划的开局之年: a plan, not its years
_UPON = re.compile("[^,。;]{0,16}基础上")  # 在1989年大幅度增长的基础上,又增长了20.2%: the year before, not the one told of
_COMPARES = ("比", "较", "与", "同", "相比")  # compare by themselves; 是, 为 only before …的N倍
_BASE_TAIL = re.compile("(?:规划期末|期末|末|底|时期|同期|期间|初)?(?:相比|的)?")
_AGO = re.compile(r"[比较与同](?P<n>[三四五十]|\d{1,2})年前的?(?:相比|比较)?")  # 比五年前增长了28.3%
_RUNNING = re.compile(r"连续(?P<n>\d{1,2}|[两二三四五六七八九十]{1,2})年(?:来)?")


def tokens(text: str, start: int, end: int, named: tuple[Mention, ...], years: Years, planned: bool) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`; neighbouring characters that mean nothing here are one token `other`."""
    return tuple(_tokens(text, start, end, {m.start: m for m in named}, years, planned))


def _tokens(text: str, start: int, end: int, named: dict[int, Mention], years: Years, planned: bool) -> Iterator[Token]:
    """Only where one can begin is a token looked for; what lies between is `other`."""
    begin, heads = something(), words()
    at = other = start
    ahead = sorted(named, reverse=True)
    while at < end:
        while ahead and ahead[-1] < at:
            ahead.pop()
        begun = begin.search(text, at, ahead[-1] if ahead and ahead[-1] < end else end)
        at = begun.start() if begun else min(ahead[-1] if ahead else end, end)
        if at == end:
            break
        token = _named(at, named, text) or _marked(text, at, years, planned) or _figure(text, at, end) or _word(heads, text, at)
        if token is None or token.kind == "other":
            at = token.end if token else at + 1
            continue
        if other < at:
            yield Token("other", other, at, text[other:at])
        yield token
        at = other = token.end
    if other < at:
        yield Token("other", other, at, text[other:at])


def _named(at: int, named: dict[int, Mention], text: str) -> Token | None:
    found = named.get(at)
    return Token("name", found.start, found.end, text[found.start : found.end], mention=found) if found else None


def _marked(text: str, at: int, years: Years, planned: bool) -> Token | None:
    first = text[at]
    for rule in SKIPPING.get(first, ()):
        if token := rule(text, at):
            return token
    return _timed(text, at, years, planned) if first in TIMES else None


def _timed(text: str, at: int, years: Years, planned: bool) -> Token | None:
    """A time; or, after 比, 较 or 是, the base something is compared with; or 连续5年."""
    begin = text[at]
    running = _RUNNING.match(text, at) if begin == "连" else None
    if running:
        count = int(numeral(running["n"]) or 1)
        when = Period(years.review - count + 1, years.review) if years.review else None
        return Token("running", at, running.end(), running.group(), period=when)
    ago = _AGO.match(text, at) if begin in "比较与同" else None
    if ago and years.review:
        first = years.review - int(numeral(ago["n"]) or 5)
        return Token("base", at, ago.end(), ago.group(), period=Period(first, first))
    base = _BASE.match(text, at)
    where = base.end() if base else at
    found = TIME.match(text, where)
    if found is None:
        return None
    upon = _UPON.match(text, found.end()) if text[where - 1 : where] == "在" else None
    if upon:
        return Token("base", at, upon.end(), text[at : upon.end()], period=None if found["word"] else period(found, years, planned))
    if found["plan"] and _PLAN_ITSELF.match(text, found.end("plan") + 2):
        return None
    when = period(found, years, planned)
    if when is None and not base:
        return None
    compares = base is not None and (base.group() in _COMPARES or _of(text, found.end()))
    if base and compares and found["word"] not in ("今年", "明年", "本年", "本年度"):
        stop = _base_end(text, found.end())
        return Token("base", at, stop, text[at:stop], period=None if found["word"] else when)  # 比上年: the year before, whichever
    if base:
        return None
    stop = found.end()
    return Token("time", at, stop, text[at:stop], period=when)


def _base_end(text: str, at: int) -> int:
    found = _BASE_TAIL.match(text, at)
    return found.end() if found else at


def _of(text: str, at: int) -> bool:
    """Whether 的 follows soon: 是“十一五”末的2.1倍."""
    return "的" in text[at : at + 4]


def _figure(text: str, at: int, end: int) -> Token | None:
    """A quantity; a bare number is one too where others share its unit (1.39和1.68倍)."""
    if text[at] not in FIGURES:
        return None
    found = quantity(text, at)
    if found and found.end <= end:
        return Token("figure", at, found.end, text[at : found.end], quantity=found)
    number = _NUMBER.match(text, at)
    return Token("number", at, number.end(), number.group()) if number else None


def _word(heads: dict[str, list[tuple[str, str]]], text: str, at: int) -> Token | None:
    """A word of a predicate, else punctuation."""
    for word, kind in heads.get(text[at], ()):
        if text.startswith(word, at):
            return Token(kind, at, at + len(word), word)
    mark = PUNCTUATION.get(text[at])
    return Token(mark, at, at + 1, text[at]) if mark else None


@cache
def something() -> re.Pattern[str]:
    """A character at which a token can begin; at any other no rule has to be asked."""
    begin = {*SKIPPING, *TIMES, *FIGURES, *words(), *PUNCTUATION}
    return re.compile(f"[{re.escape(''.join(sorted(begin)))}]")
