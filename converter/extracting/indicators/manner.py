"""How a target is meant: whether it binds, whether more is striven for, and what it is measured against besides."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Literal

from converter.extracting.indicators.entries import Statement
from converter.extracting.values.numerals import numeral
from converter.lexicons import load, patterns

_REACH = 40  # characters behind the figure in which 在实际工作中努力争取更好结果 may begin
_AGAINST = re.compile(
    r",?(?:并|且|继续|力争|均|都|确保|保持|增速|增幅|涨幅)*(?P<how>高于|快于|好于|不低于|高出|领先于?|超过|低于)(?P<with>[^,。;、\d]{2,16}?)(?:(?P<by>\d+(?:\.\d+)?)个?百分点(?:以上|左右)?|(?=[,。;、]|$))"
)


@cache
def _stretch() -> re.Pattern[str]:
    return re.compile(rf"[^。;\d]{{0,{_REACH}}}?{patterns(load('predicates')['stretch'])}")


def mannered(text: str, made: Statement, clause_end: int) -> Statement:
    """The target with what stands right behind its figure: a stretch, or a comparison (高于全国0.5个百分点)."""
    if made.kind != "target":
        return made
    against = _AGAINST.match(text, made.end, clause_end) if made.reference is None else None
    if against:
        by = numeral(against["by"]) if against["by"] else None
        below = against["how"] == "低于"
        made = replace(made, reference=against["with"], difference=-by if by is not None and below else by)
    return replace(made, stretch=True) if _strives(text, made.end) else made


def _strives(text: str, at: int) -> bool:
    """Whether the clause behind the figure strives for more, before another indicator's figure stands."""
    return _stretch().match(text, at) is not None


def strength(made: Statement) -> Literal["hard", "soft"] | None:
    """Documented rule: hard where 确保, 必须 or the like governs it, or a bound that must not be broken (控制在, 以内, 不低于
    before the figure); soft where 力争, 争取, 预期, 努力 governs it or the figure is only 左右; else not said.

    The figure's own bound outweighs 预期 of the list's heading: 预期目标 … 失业率控制在5.5%以内 is hard.
    """
    if made.kind != "target":
        return None
    words = load("predicates")
    if made.verb in words["soft"] and made.verb != "预期":
        return "soft"
    if made.verb in words["hard"] or made.comparator == "at_most":
        return "hard"
    if made.verb == "预期" or made.comparator == "about":
        return "soft"
    return None


def points(value: Decimal | None) -> Decimal | None:
    """The difference without a sign of zero."""
    return None if value is None else value.normalize()
