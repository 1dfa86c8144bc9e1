"""Every figure of an indicator is printed in its quote, with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from converter.checking.findings import Finding
from converter.checking.report import Report, pair
from converter.extracting.values.numerals import ARABIC, numeral
from converter.extracting.values.quantities import Quantity, quantity
from converter.text import shadow

_START = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿Xx×*$翻成实]|百分之")
_NUMBER = re.compile(ARABIC)
_LEVEL = "平"  # 与上年持平, 基本持平: growth 0
_INDEX = Decimal(100)  # a price index of 103.5 is growth 3.5
_BESIDE = {"%": ("percent",), "percentage_point": ("point",), "fold": ("fold", "times")}


def figures(report: Report) -> Iterator[Finding]:
    """Value, growth and difference are printed in the quote; a unit stands beside its figure; ranges are the right way up."""
    # What a figure is compared by may be printed in the next clause: 比“十一五”高0.6个百分点.
    near = {fact["paragraph"] for _, fact in report.figures if fact["reference_difference"] is not None}
    around = {p["id"]: shadow(p["text"]) for _, p, _ in report.paragraphs if p["id"] in near} if near else {}
    for pointer, fact in report.figures:
        said = report.quotes[fact["quote"]]
        nearby = around.get(fact["paragraph"], said)
        wrongs = (*_value(fact, said), *_growth(fact, said), *_sign(fact, said), *_difference(fact, nearby), *_ends(fact))
        for code, wrong in wrongs:
            yield Finding(code, f"{fact['id']}: {wrong}: {fact['quote'][:40]!r}", pointer, pair(fact["span"]))


@lru_cache(maxsize=4096)
def quantities(said: str) -> tuple[Quantity, ...]:
    """The amounts in a shadow text, from left to right."""
    out, at = [], 0
    while found := _START.search(said, at):
        amount = quantity(said, found.start())
        if amount:
            out.append(amount)
        at = max(amount.end if amount else 0, found.start() + 1)
    return tuple(out)


def _value(fact: dict[str, Any], said: str) -> Iterator[tuple[str, str]]:
    value, high, unit = _exact(fact["value"]), _exact(fact["value_high"]), fact["unit"]
    printed = quantities(said)
    if value is None:
        if unit is not None and not any(q.placeholder and q.unit == unit for q in printed):
            yield "GWR142", f"no placeholder in {unit} is printed"
        return
    same = [q for q in printed if q.low == value and q.high == high]
    if any(q.unit == unit for q in same):
        return
    if same:
        yield "GWR142", f"{value} is printed in {same[0].unit}, not in {unit}"
    elif value not in _numbers(said) or (high is not None and high not in _numbers(said)):
        yield "GWR141", f"{value if high is None else f'{value} to {high}'} is not printed"
    elif unit is not None and unit not in {q.unit for q in printed}:  # 分别达到12488和10163亿元: the unit of the last goes for all
        yield "GWR142", f"the unit {unit} is not printed"


def _growth(fact: dict[str, Any], said: str) -> Iterator[tuple[str, str]]:
    growth, high, unit = _exact(fact["growth"]), _exact(fact["growth_high"]), fact["growth_unit"]
    if growth is None:
        if unit is not None and not any(q.placeholder and q.kind in _BESIDE[unit] for q in quantities(said)):
            yield "GWR142", f"there is no growth, but its unit {unit}"
        return
    if unit is None:
        yield "GWR142", f"the growth of {growth} has no unit"
        return
    ends = {abs(growth)} | ({abs(high)} if high is not None else set())
    if unit == "fold":
        wanted = [{growth}, {growth - 1}]
    else:
        wanted = [ends, {abs(growth + _INDEX)}] if fact["id"] == "cpi" else [ends]
    beside = {figure for q in quantities(said) if q.kind in _BESIDE[unit] for figure in (q.low, q.high)}
    if any(one <= beside for one in wanted) or (growth == 0 and high is None and _LEVEL in said):
        return
    loose = _numbers(said)
    if not any(one <= loose | beside for one in wanted):
        yield "GWR141", f"a growth of {growth if high is None else f'{growth} to {high}'} is not printed"
    elif not _shared(fact["id"], unit, said):
        yield "GWR142", f"the growth of {growth} is not printed in {unit}"


_FALL = "下降|减少|降低|降|负增长|回落|缩小|下滑|减|跌|压减|压缩|缩减|收窄|低于"
_FALLING = re.compile(rf"(?:{_FALL})[了到为约近超过]{{0,3}}(?=[\d.]+(?:%|个?百分点))|(?<![\d%])-(?=[\d.]+(?:%|个?百分点))")
_FALLS = re.compile(rf"{_FALL}|改善|-|—|负")  # PM2.5 that gets better falls


def _sign(fact: dict[str, Any], said: str) -> Iterator[tuple[str, str]]:
    """A fall is negative and says that it is one; what is said to fall, right before the only figure of its kind, is negative."""
    growth, unit = _exact(fact["growth"]), fact["growth_unit"]
    if growth is None or unit not in ("%", "percentage_point") or growth == 0 or fact["id"] == "cpi":
        return
    if growth < 0 and not _FALLS.search(said):
        yield "GWR141", f"a fall by {-growth} is not printed"
    rates = [q for q in quantities(said) if q.kind in ("percent", "point")]
    if growth > 0 and len(rates) == 1 and (found := _FALLING.search(said)) and found.end() == rates[0].start:
        yield "GWR141", f"a rise by {growth} is not printed, but a fall"


def _shared(id: str, unit: str, said: str) -> bool:
    """分别提高25.5、45个百分点: the unit of the last goes for all; an index has none."""
    return id == "cpi" or any(q.kind in _BESIDE[unit] for q in quantities(said))


def _difference(fact: dict[str, Any], said: str) -> Iterator[tuple[str, str]]:
    points = _exact(fact["reference_difference"])
    if points and abs(points) not in _numbers(said) | {q.low for q in quantities(said)}:
        yield "GWR141", f"a difference of {points} is not printed"


def _ends(fact: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for low, high in (("value", "value_high"), ("growth", "growth_high")):
        if fact[high] is not None and (fact[low] is None or fact[high] <= fact[low]):
            yield "GWR145", f"{high} is {fact[high]}, {low} {fact[low]}"


@lru_cache(maxsize=4096)
def _numbers(said: str) -> frozenset[Decimal | None]:
    return frozenset(numeral(found[0]) for found in _NUMBER.finditer(said))


def _exact(figure: float | None) -> Decimal | None:
    return None if figure is None else Decimal(str(figure))
