"""A sentence as tokens: names, figures, times, the words of a predicate, punctuation, and everything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from converter.extracting.context import Years
from converter.extracting.indicators.beginnings import FIGURES, PUNCTUATION, TIMES, words
from converter.extracting.indicators.names import Mention
from converter.extracting.values.numerals import numeral
from converter.extracting.values.periods import TIME, Period, period
from converter.extracting.values.quantities import Quantity, quantity

_PAREN = re.compile(r"\([^()\n]{0,60}\)|\[\d{1,3}\]|【[^】]{0,20}】")
_ORDINAL = re.compile(r"(?:第|前|倒数第)[一二三四五六七八九十百\d]+(?:位|名|个|次|届|大)?")
_RANKED = ("从", "由", "到", "至", "省", "国", "市")  # 生产总值从全省第11位跃升到第9位,年均增长6.1%
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# a comparison: from the word on, the clause is about the difference to another
_COMPARED = re.compile(
    "(?:高于|快于|好于|优于|低于|高出|领先于?|大于|多于|超过|跑赢|慢于|强于|不低于)(?=[^\\d一二三四五六七八九百X$每]{2})"
)
_BASE = re.compile("比|较|是|为|相当于|与|同|相比")
_PLAN_ITSELF = re.compile("规划(?!期|末)|纲要|建议|的?(?:开局|收官|起步)")  # 实施“十二五”规划的开局之年: a plan, not its years
_UPON = re.compile("[^,。;]{0,16}基础上")  # 在1989年大幅度增长的基础上,又增长了20.2%: the year before, not the one told of
_COMPARES = ("比", "较", "与", "同", "相比")  # compare by themselves; 是, 为 only before …的N倍
_BASE_TAIL = re.compile("(?:规划期末|期末|末|底|时期|同期|期间|初)?(?:相比|的)?")
# 跨过两个万亿元大关: steps counted, no amount
_MARKS = re.compile("(?:[两二三四五六七八九\\d]|连续)个(?:[万千百十]?亿|万)元?(?:级|大)?(?:大关|台阶|关口|门槛)")
# 人均GDP在内地大城市中率先突破1万美元
_AMONG = re.compile(r"在[^,。;、\d]{1,14}中(?=率先|首[次个家]|最[先早]|第一|位[居列]|排|名列|继续|保持|稳居)")
_VAGUE = re.compile("两位数(?:以上)?的?(?:高?增长|增速|增幅)?")  # 实现两位数增长,达12.6亿元
_AGO = re.compile(r"[比较与同](?P<n>[三四五十]|\d{1,2})年前的?(?:相比|比较)?")  # 比五年前增长了28.3%
_RUNNING = re.compile(r"连续(?P<n>\d{1,2}|[两二三四五六七八九十]{1,2})年(?:来)?")
# 与上年持平 is no growth; 与全省持平 compares with another (references.py)
_FLAT = re.compile("(?:[与同和](?!全国|全省|全市|全区|省|国家|周边|经济)[^,。;、]{0,14})?(?:基本|大体|总体)?持平")
_FLAT_WITH = re.compile("[与同和](?:全国|全省|全市|全区|省|国家|周边)[^,。;]{0,12}$")  # 与全国、全省基本持平


class Token(NamedTuple):
    """One token at `start:end` of the shadow; `data` is a Mention, Quantity, Period or None.

    A named tuple, since a report has some thousands of them and they are quicker to make.
    """

    kind: str
    start: int
    end: int
    text: str
    mention: Mention | None = None
    quantity: Quantity | None = None
    period: Period | None = None


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


def brackets(text: str, at: int) -> Token | None:
    """Brackets and note anchors."""
    found = _PAREN.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


def ordinals(text: str, at: int) -> Token | None:
    """第3, 前十 count nothing; 从第11位 … is no figure of the subject."""
    found = _ORDINAL.match(text, at)
    if found and found.group().endswith(("位", "名")) and text[at - 1 : at] in _RANKED:
        return Token("skip", at, found.end(), found.group())
    if found and not (found.group().startswith("前三") and text.startswith("季度", found.end())):
        return Token("other", at, found.end(), found.group())
    return None


def among(text: str, at: int) -> Token | None:
    """其中 opens another subject."""
    return Token("among", at, at + 2, "其中") if text.startswith("其中", at) else None


def steps(text: str, at: int) -> Token | None:
    """两个万亿元大关: steps counted, no amount; nor is 两位数."""
    found = _MARKS.match(text, at) or _VAGUE.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


def amid(text: str, at: int) -> Token | None:
    """在全省各市中率先…: whom the subject is compared with."""
    found = _AMONG.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


def level(text: str, at: int) -> Token | None:
    """与上年持平."""
    found = _FLAT.match(text, at)
    return Token("flat", at, found.end(), found.group()) if found and not _FLAT_WITH.search(text, max(0, at - 20), at) else None


def compared(text: str, at: int) -> Token | None:
    """高于全省平均水平."""
    found = _COMPARED.match(text, at)
    return Token("compared", at, found.end(), found.group()) if found else None


# each with the characters it can begin with
RULES: tuple[tuple[Callable[[str, int], Token | None], str], ...] = (
    (brackets, "([【"),
    (ordinals, "第前倒"),
    (among, "其"),
    (steps, "两二三四五六七八九连"),
    (amid, "在"),
    (level, "与同和基大总持"),
    (compared, "高快好优低领多大超跑慢强不"),
)
SKIPPING = {first: tuple(rule for rule, firsts in RULES if first in firsts) for first in "".join(firsts for _, firsts in RULES)}


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
    marks = _MARKS.match(text, at)
    if marks:
        return Token("skip", at, marks.end(), marks.group())
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
