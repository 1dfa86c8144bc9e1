"""What a sentence opens with that holds in all of it: 预计, an aim, a time, the heading of a list."""

from __future__ import annotations

import re
from functools import cache

from converter.extracting.indicators.frames import HEADING
from converter.extracting.indicators.token import Token
from converter.lexicons import either, load


def opened(stream: tuple[Token, ...]) -> tuple[bool, str | None]:
    """Whether 预计 opens the stretch and a name follows it, and the aim (预期) that a list (主要预期目标是:) is opened with."""
    forecast, verb = False, None
    for place, token in enumerate(stream):
        kind = token.kind
        if kind == "name":
            return forecast, verb
        if kind == "other":
            named = forecast and len(token.text) <= _NAMED and token.text[-1] in _PLACES  # 预计云阳县实现地区生产总值…
            if (forecast or len(token.text) > _FILLER) and not named and _colon(stream) < 0:
                break
        elif kind == "figure":
            break
        elif kind == "forecast":
            forecast = True
        elif kind == "aims" and verb is None and not noun(stream, place):
            verb = token.text
    return False, verb


def _colon(stream: tuple[Token, ...]) -> int:
    """Where the heading of a list ends; -1 where none opens the stretch."""
    for place, token in enumerate(stream[:_OPENING_TOKENS]):
        if token.text == ":":
            return place
    return -1


@cache
def _expecting() -> re.Pattern[str]:
    return re.compile(either(load("predicates")["forecast"]))


def may_expect(text: str, start: int, end: int) -> bool:
    """Whether 预计 or the like stands in a stretch."""
    return _expecting().search(text, start, end) is not None


def noun(stream: tuple[Token, ...], at: int) -> bool:
    """Whether an aim is only a noun: 经过五年的努力."""
    return at > 0 and stream[at].text in ("努力", "奋斗") and stream[at - 1].text.endswith("的")


# 增长5.5%(预计数,下同): what stands in this sentence and behind it is expected
_SAME_BELOW = re.compile(r"\((?:均?为)?(?:初步)?(?:预计|预测|预估|估计)(?:数|数据|值)?,(?:以)?下(?:均)?同\)")


def same_below(text: str) -> int | None:
    """Where a paragraph notes that its figures from here on are expected ones."""
    found = _SAME_BELOW.search(text)
    return found.start() if found else None


# a sentence without a figure: from it on the paragraph tells of something else (项目建设攻坚提速。)
_LEAD = re.compile(r"(?<=。)[^。\d]{4,}。")


def holds_on(text: str, end: int, start: int) -> bool:
    """Whether 预计 that opens a paragraph and held up to `end` still holds at `start`."""
    return _LEAD.search(text, end, start) is None


def partly(stream: tuple[Token, ...]) -> bool:
    """Whether a sentence tells of the year's first months or quarters, which have been."""
    return any(token.kind == "time" and token.text.endswith(("月", "月份", "季度", "上半年")) for token in stream)


_NAMED, _PLACES = 6, frozenset("省市县区旗州盟镇乡")  # a place's own name
_OPENING_TOKENS, _FILLER = 40, 4  # how far a list's heading reaches; other characters that 预计 may stand behind


def leads(stream: tuple[Token, ...]) -> bool:
    """Whether a time opens the sentence, or the list behind its colon (主要要求是:到1985年,…;…)."""
    return _timed_first(stream) or ((colon := _colon(stream)) >= 0 and _timed_first(stream[colon + 1 :]))


def _timed_first(stream: tuple[Token, ...]) -> bool:
    for token in stream:
        if token.kind in _TELLING and token.text not in _ABOVE_ALL:
            return token.kind == "time"
    return False


_ABOVE_ALL = ("特别", "尤其")  # 特别是2021年,…;…
_TELLING = frozenset(("time", "name", "figure", "other"))


# 主要预期目标是: the sentences behind it that begin with a name go on with the list
_TARGETS = re.compile(f"{HEADING}[^。:]{{0,12}}(?:是|为|:)")


def listed(text: str, start: int, end: int) -> bool:
    """Whether the sentence opens a list of what is aimed at."""
    return _TARGETS.search(text, start, end) is not None


def names_first(stream: tuple[Token, ...]) -> bool:
    """Whether a name opens the sentence, but for 全市, 实现, 地方 or the like."""
    filled = 0
    for token in stream:
        if token.kind == "name":
            return filled <= _FILLER
        if token.kind not in _BEFORE:
            return False
        filled += len(token.text) if token.kind == "other" else 0
    return False


_BEFORE = frozenset(("glue", "skip", "reach", "other"))
