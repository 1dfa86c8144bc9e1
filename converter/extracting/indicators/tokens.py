"""A sentence as tokens: names, figures, times, the words of a predicate, punctuation, and everything else."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from converter.expressions import rare
from converter.extracting.context import Years
from converter.extracting.indicators.beginnings import DIGITS, FIGURES, TIMES, Scanner, scanner, words
from converter.extracting.indicators.names import Mention
from converter.extracting.indicators.passing import COUNTED, SKIPPING, steps
from converter.extracting.indicators.token import Token
from converter.extracting.values.numerals import numeral
from converter.extracting.values.periods import TIME, Period, may_be_time, period
from converter.extracting.values.quantities import quantity

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BASE = re.compile("比历史(?:上)?最[高好](?:年份)?的|比|较|是|为|相当于|与|同|相比")
# 实施“十二五”规划的开局之年, “八五”普法: a plan, not its years
_PLAN_ITSELF = rare("普法|法[治制][宣教]|规划(?!期|末)|纲要|建议|的?(?:开局|收官|起步)|(?:主要|各项)?(?:目标|任务|指标){1,2}[,。;、]")
_UPON = rare("[^,。;]{0,16}基础上")  # 在1989年大幅度增长的基础上,又增长了20.2%: the year before, not the one told of
_COMPARES = ("比", "较", "与", "同", "相比")  # compare by themselves; 是, 为 only before …的N倍
_BASE_TAIL = re.compile("(?:规划期末|期末|末|底|时期|同期|期间|初)?(?:实绩|完成数|执行数)?(?:相比|的)?")
_AGO = re.compile(r"[比较与同](?P<n>[三四五十]|\d{1,2})年前的?(?:相比|比较)?")  # 比五年前增长了28.3%
# 2014年以来首次超过…: since when it is so
_RECORD = rare("的?(?:历史|同期|全省|全市)?(?:首[次度个]|第一次|最[高好快低大优佳]|新[高低])")
# 不低于上年, 保持去年水平: what is compared with, no time
_OVER, _STANDARD = ("低于", "高于", "好于", "快于", "少于", "大于"), re.compile("(?:同期)?的?(?:实际|平均)?水平")
_RUNNING = rare(r"连续(?P<n>\d{1,2}|[两二三四五六七八九十]{1,2})年(?:来)?")

_When = Callable[[str, int, Years, bool], Token | None]
_Asked = tuple[tuple[Callable[[str, int], Token | None], ...], _When | None, bool, tuple[tuple[str, str], ...]]


def tokens(text: str, start: int, end: int, named: tuple[Mention, ...], years: Years, planned: bool) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`; neighbouring characters that mean nothing here are one token `other`.

    Only where one can begin is a token looked for; what lies between is `other`.
    """
    out: list[Token] = []
    at = other = start
    for mention in (*{m.start: m for m in named}.values(), None):
        stop = mention.start if mention else end
        if at <= stop:
            at, other = _between(out, text, at, other, stop, end, years, planned)
        if at > stop or mention is None:
            continue
        if other < at:
            out.append(_plain(Token, ("other", other, at, text[other:at], None, None, None)))
        at = other = mention.end
        out.append(_plain(Token, ("name", stop, at, text[stop:at], mention, None, None)))
    if other < at:
        out.append(_plain(Token, ("other", other, at, text[other:at], None, None, None)))
    return tuple(out)


_plain = tuple.__new__  # a token from all its fields: to leave the defaults to the class takes twice as long


def _between(out: list[Token], text: str, at: int, other: int, stop: int, end: int, years: Years, planned: bool) -> tuple[int, int]:
    """Adds the tokens up to a name or the end of the sentence; where they end, and what is `other` since when."""
    (find, kinds, room), begun = _scanner()
    search, room = find.search, room + stop
    while found := search(text, at, room):
        begin, word = found.start(), found[0]
        if begin >= stop:
            break
        kind, at = kinds.get(word), found.end()
        token: Token | None = (
            _plain(Token, (kind, begin, at, word, None, None, None))
            if kind
            else (_printed if word in DIGITS else _asked)(begun[word], text, begin, end, years, planned)
        )
        if token is None:
            continue
        at = token.end
        if token.kind == "other":
            continue
        if other < begin:
            out.append(_plain(Token, ("other", other, begin, text[other:begin], None, None, None)))
        out.append(token)
        other = at
    return max(at, stop), other


def _asked(asked: _Asked, text: str, at: int, end: int, years: Years, planned: bool) -> Token | None:
    """What the rules find at a character that more than a word can begin with: what is passed over, a time, a figure, a word."""
    rules, when, counts, mine = asked
    for rule in rules:
        if token := rule(text, at):
            return token
    if when and (token := when(text, at, years, planned)):
        return token
    if counts and (token := _figure(text, at, end)):
        return token
    for word, kind in mine:
        if text.startswith(word, at):
            return _plain(Token, (kind, at, at + len(word), word, None, None, None))
    return None


def _printed(asked: _Asked, text: str, at: int, end: int, years: Years, planned: bool) -> Token | None:
    """The same at a digit, which begins a figure most times."""
    if text[at + 1 : at + 2] in COUNTED and (token := steps(text, at)):
        return token
    if may_be_time(text, at) and (token := _timed(text, at, years, planned)):
        return token
    return _figure(text, at, end)


def _running(text: str, at: int, years: Years, planned: bool) -> Token | None:
    """连续5年."""
    running = _RUNNING.match(text, at)
    if running is None:
        return None
    count = int(numeral(running["n"]) or 1)
    when = Period(years.review - count + 1, years.review) if years.review else None
    return Token("running", at, running.end(), running.group(), period=when)


def _timed(text: str, at: int, years: Years, planned: bool) -> Token | None:
    """A time; 在1989年…基础上 is a base."""
    found = TIME.match(text, at)
    if found is None:
        return None
    if upon := _upon(text, at, at, found, years, planned):
        return upon
    if (found["word"] and text[at - 2 : at] in _OVER) or ((found["word"] or found["year"]) and _STANDARD.match(text, found.end())):
        return Token("skip", at, found.end(), found.group())
    if found[0].endswith(("来", "以来")) and (record := _RECORD.match(text, found.end())):
        return Token("skip", at, record.end(), text[at : record.end()])
    when = None if _of_plan_itself(text, found) else period(found, years, planned)
    return Token("time", at, found.end(), found.group(), period=when) if when else None


def _based(text: str, at: int, years: Years, planned: bool) -> Token | None:
    """The base something is compared with, after 比, 较 or 是."""
    ago = _AGO.match(text, at) if text[at] in "比较与同" else None
    if ago and years.review:
        first = years.review - int(numeral(ago["n"]) or 5)
        return Token("base", at, ago.end(), ago.group(), period=Period(first, first))
    base = _BASE.match(text, at)
    found = TIME.match(text, base.end()) if base else None
    if base is None or found is None:
        return None
    if upon := _upon(text, at, base.end(), found, years, planned):
        return upon
    compares = base.group().startswith(_COMPARES) or _of(text, found.end())
    if not compares or found["word"] in ("今年", "明年", "本年", "本年度") or _of_plan_itself(text, found):
        return None
    stop = _base_end(text, found.end())
    when = None if found["word"] else period(found, years, planned)  # 比上年: the year before, whichever
    return Token("base", at, stop, text[at:stop], period=when)


def _upon(text: str, at: int, where: int, found: re.Match[str], years: Years, planned: bool) -> Token | None:
    """The time at `where` as a base, where 基础上 follows."""
    upon = _UPON.match(text, found.end()) if text[where - 1 : where] == "在" else None
    if upon is None:
        return None
    return Token("base", at, upon.end(), text[at : upon.end()], period=None if found["word"] else period(found, years, planned))


def _of_plan_itself(text: str, found: re.Match[str]) -> bool:
    return found["plan"] is not None and _PLAN_ITSELF.match(text, found.end("plan") + 2) is not None


def _base_end(text: str, at: int) -> int:
    found = _BASE_TAIL.match(text, at)
    return found.end() if found else at


def _of(text: str, at: int) -> bool:
    """Whether 的 follows soon: 是“十一五”末的2.1倍."""
    return "的" in text[at : at + 4]


def _figure(text: str, at: int, end: int) -> Token | None:
    """A quantity; a bare number is one too where others share its unit (1.39和1.68倍)."""
    found = quantity(text, at)
    if found and found.end <= end:
        return _plain(Token, ("figure", at, found.end, text[at : found.end], None, found, None))
    number = _NUMBER.match(text, at)
    return Token("number", at, number.end(), number.group()) if number else None


@cache
def _begun() -> dict[str, _Asked]:
    """Character → what is asked at it, in order: rules of what is passed over, of times, whether a figure can begin, words."""
    times: dict[str, _When] = {**dict.fromkeys(TIMES, _timed), **dict.fromkeys("比较是为相与同", _based), "连": _running}
    every = {*SKIPPING, *times, *FIGURES}
    return {c: (SKIPPING.get(c, ()), times.get(c), c in FIGURES, tuple(words().get(c, ()))) for c in every}


@cache
def _scanner() -> tuple[Scanner, dict[str, _Asked]]:
    return scanner(_begun()), _begun()
