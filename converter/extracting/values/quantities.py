"""Amounts: number, multiplier, unit, range and bound; percentages, points and folds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache

from converter.expressions import rare
from converter.extracting.values.bounds import bound_after
from converter.extracting.values.numerals import ARABIC, CHINESE, PLACEHOLDER, numeral, tenths
from converter.extracting.values.units import MULTIPLIERS, dimensions, unit_pattern, units
from converter.frozen import dataclass
from converter.lexicons import either
from converter.models.facts import Comparator

# a Chinese numeral is read only before a multiplier or a unit that makes it an amount (三千亿元, 百万吨, 两成)
_NUM = rf"{PLACEHOLDER}|{ARABIC}|{CHINESE}"
TO = "—~至到或-"  # no unit has one of these in it
_SEP = rf" ?[{TO}]+ ?"
_MULT = either(list(MULTIPLIERS))
_RATE = r"个?百分点|%|‰|成[一二三四五六七八九半]?(?=[,。;、:以左的之多]|$)|倍"
_FOLDS = {"一": 2, "两": 4, "二": 4, "三": 8, "四": 16, "1": 2, "2": 4, "3": 8, "4": 16, "": 2}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at `start:end` of the shadow it was read from.

    kind: level (counted in `unit`), percent, permille, point, times (N倍) or fold (翻番: end ÷ start);
    low is None for a placeholder; high is the upper end of a range; bound is what the words behind it say.
    """

    start: int
    end: int
    kind: str
    low: Decimal | None
    high: Decimal | None = None
    unit: str | None = None
    bound: Comparator | None = None
    placeholder: bool = False
    cut: bool = False  # 600万羽: the unit is one that nobody knows

    @property
    def dimensions(self) -> frozenset[str]:
        """What the unit may count; a percentage counts `percent`."""
        if self.cut:
            return frozenset()
        return frozenset({"percent"}) if self.kind == "percent" else dimensions(self.unit or "")


@cache
def _grammars() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number and its unit where nothing can make a range of it, as most figures are, and everything else that is an amount."""
    unit = unit_pattern()
    num = f"(?:{_NUM})"
    tail = rf"(?:{_RATE}|个亿元?|[多余]?(?:(?:{_MULT}) ?)?[多余]?(?:{unit})|[多余]?(?:{_MULT}))"
    longer = [one[rate.end() :] for one in units() if (rate := re.match(_RATE, one)) and rate.end() < len(one)]  # 倍数 is tried behind 倍
    points = r"百分之"
    return re.compile(rf"(?P<n>(?>\d+(?:\.\d+)?)) ?(?P<u>(?>{tail}))(?! ?[{TO}]|{either(longer)})"), re.compile(
        rf"(?P<fold>(?:翻(?:了|将|一|两|二|三|四|近|\d)*番半?|翻倍|实现倍增|成倍增长))"
        rf"|{points}(?P<p1>{num})(?:{_SEP}(?:{points})?(?P<p2>{num}))?"
        rf"|(?P<n1>{num})(?P<u1>{tail})?{_SEP}(?P<n2>{num})(?P<u2> ?{tail})"
        rf"|(?P<n>{num}) ?(?P<u>{tail})"
        rf"|(?<=[破过超上达近])(?P<bare>(?:{_MULT})(?:{unit}))"
    )


def quantity(text: str, at: int) -> Quantity | None:
    """The quantity that starts at `at` of the shadow, or None."""
    plain, any_other = _grammars()
    found = plain.match(text, at) or any_other.match(text, at)
    if not found:
        return None
    stop, unit = found.end(), found["u"]
    behind = text[stop : stop + 1]
    # both of these go on where the first number with its multiplier ends
    if behind in _DIVIDES:
        printed = _steps(text, at) if unit in _STEPPED else None
    else:
        printed = _mixed(text, at) if behind in _GOES_ON and text[stop - 1] == "亿" else None
    return printed or _READ[str(found.lastgroup)](text, found)


_STEPPED = frozenset(mark + money for mark in MULTIPLIERS for money in ("", "元"))
_DIVIDES, _GOES_ON = frozenset("、和,"), frozenset("零〇○一二两三四五六七八九十百千0123456789")


def _single(text: str, found: re.Match[str]) -> Quantity | None:
    number, unit = found.group("n", "u")
    start, end = found.span()
    return None if not number[0].isdigit() and _idle(number, unit) else _sorted(text, start, end, number, None, unit)


def _per_cent(text: str, found: re.Match[str]) -> Quantity:
    return _finish(text, found.start(), found.end(), "percent", found["p1"], found["p2"], "%")


def _bare(text: str, found: re.Match[str]) -> Quantity:
    return _finish(text, found.start(), found.end(), "level", "1", None, found["bare"])


def _idle(number: str, unit: str) -> bool:
    """Whether a Chinese numeral is only a word here: 一个, 十分, 一起 count nothing; 三千亿元, 百万吨, 两成, 二十六万三千吨 do."""
    return (
        unit not in _ALWAYS and unit[0] != "成" and unit[0] not in _LARGE and not unit.startswith("个亿") and _PLAIN.search(number) is None
    )


_PLAIN = re.compile(r"[\dXx×$*]|万|[百千](?<=..)[一二三四五六七八九零〇十百千]")
_ALWAYS, _LARGE = frozenset(("元", "美元", "倍", "成", "%", "‰", "个百分点")), frozenset("万亿百千多余")


def _range(text: str, found: re.Match[str]) -> Quantity:
    """15至20万 shares its unit; 4.5%—5% repeats it; two different units are no range, and the first figure stands alone."""
    first, second = found["u1"], found["u2"].strip()
    shared = not first or _printed(first) == _printed(second) or second.endswith(first) or (first == "%" and second.endswith("点"))
    shared = shared or (first in MULTIPLIERS and second.startswith(first))  # 二百九十亿到三百亿斤
    if not shared:
        return _sorted(text, found.start(), found.end("u1"), found["n1"], None, first)
    return _sorted(text, found.start(), found.end(), found["n1"], found["n2"], second)


def _sorted(text: str, start: int, end: int, low: str, high: str | None, unit: str) -> Quantity:
    """Percent, points, tenths (成), folds and levels told apart by the unit."""
    if unit[0] == "成":
        whole = _finish(text, start, end, "percent", low, high, "%")
        return replace(whole, low=tenths(whole.low, unit[1:]), high=tenths(whole.high, unit[1:]))
    kind = _KINDS.get(unit) or ("point" if unit.endswith("百分点") else "level")
    return _finish(text, start, end, kind, low, high, unit)


_KINDS = {"%": "percent", "‰": "permille", "倍": "times"}


@cache
def _printed(unit: str) -> str:
    """The unit without 多 or 余 before its multiplier, or 个 (120个亿); remembered, since the grammar has only so many."""
    return unit if len(unit) < 2 else unit.replace("多", "").replace("余", "").replace(" ", "").replace("个亿", "亿")


def _finish(text: str, start: int, end: int, kind: str, low: str, high: str | None, unit: str) -> Quantity:
    bound, stop = bound_after(text, end)
    if bound is None and ("多" in unit or "余" in unit):
        bound = "at_least"
    first, second = numeral(low), numeral(high) if high else None
    if first is not None and second is not None and second < first:
        second = None
    printed = _printed(unit)
    cut = printed in _BARE and bound is None and text[stop : stop + 1] not in _CLOSING
    return Quantity(start, stop, kind, first, second, printed, bound, first is None, cut)


_BARE = frozenset(mark for mark, size in MULTIPLIERS.items() if size < MULTIPLIERS["亿"])
_CLOSING = frozenset(("", *",。;:、)和与及的! "))  # what may stand behind 万 without a unit


# 八十九亿二千万元: the way the eighties printed 89.2亿元
_MIXED = rare(rf"(?P<whole>{CHINESE}|\d+)亿(?P<rest>{CHINESE}|\d+)(?P<more>[多余]?)万(?P<u>元|美元|斤|公斤|吨|人)")


def _mixed(text: str, at: int) -> Quantity | None:
    """亿 and 万 in one amount, as so many 亿."""
    found = _MIXED.match(text, at)
    whole, rest = (numeral(found["whole"]), numeral(found["rest"])) if found else (None, None)
    if found is None or whole is None or rest is None:
        return None
    bound, stop = bound_after(text, found.end())
    return Quantity(at, stop, "level", whole + rest / 10000, None, "亿" + found["u"], bound or ("at_least" if found["more"] else None))


_STEPS = re.compile(
    rf"(?:\d+(?:\.\d+)?(?:{_MULT})元?(?:、|和|,)){{1,4}}(?P<n>\d+(?:\.\d+)?)(?P<u>{_MULT})元?(?:这?[两二三四五]个)?(?:大|重要|新|整数)?(?:台阶|大关|关口)"
)


def _steps(text: str, at: int) -> Quantity | None:
    """跨越7万亿、8万亿、9万亿三个大台阶: the last step is the level reached."""
    found = None if text.find("分别", max(0, at - 8), at) >= 0 else _STEPS.match(text, at)
    return Quantity(at, found.end(), "level", numeral(found["n"]), None, found["u"] + "元", "at_least") if found else None


def _fold(text: str, found: re.Match[str]) -> Quantity:
    """翻番 2, 翻两番 4, 翻一番半 2.83: how many times the start the end is."""
    fold, half = found["fold"], found["fold"].endswith("半")
    times = Decimal(_FOLDS.get(re.sub("[翻番了将近半]", "", fold)[:1], 2))
    bound, stop = bound_after(text, found.end())
    near: Comparator | None = "about" if half or "近" in fold else None
    return Quantity(found.start(), stop, "fold", round(times * Decimal(2).sqrt(), 2) if half else times, bound=bound or near)


# the last group of a match → what reads it
_READ: dict[str, Callable[[str, re.Match[str]], Quantity | None]] = {
    "fold": _fold, "p1": _per_cent, "p2": _per_cent, "bare": _bare, "u2": _range, "u": _single,
}  # fmt: skip
