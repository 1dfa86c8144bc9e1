"""Facts made into the document's indicators: value and growth of one statement joined, periods and bounds settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import Literal

from converter.extracting.context import Years
from converter.extracting.indicators.facts import Fact
from converter.extracting.indicators.frames import Frame
from converter.extracting.indicators.placing import Placed, cumulated, default_time, of_its_end, place, striven
from converter.extracting.indicators.references import Reference
from converter.extracting.listed import entries
from converter.extracting.values.periods import Period
from converter.extracting.values.quantities import Quantity
from converter.extracting.values.units import in_base
from converter.frozen import dataclass
from converter.models.facts import Basis, Comparator, Kind

GrowthUnit = Literal["%", "percentage_point", "fold"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One entry on its way: offsets are of the paragraph's view."""

    id: str
    kind: Kind
    period: str
    basis: Basis
    value: Quantity | None
    growth: Quantity | None
    change: Decimal | None
    change_high: Decimal | None
    growth_unit: GrowthUnit | None
    comparator: Comparator
    growth_comparator: Comparator | None
    verb: str | None
    start: int
    end: int
    reference: str | None = None
    difference: Decimal | None = None
    stretch: bool = False


def statements(facts: Iterable[Fact], frame: Frame, years: Years) -> list[Statement]:
    """The statements of one stretch, in the order printed."""
    subjects: dict[tuple[int, str], list[Fact]] = {}
    for fact in sorted(facts, key=_run):
        subjects.setdefault((fact.run, fact.id), []).append(fact)
    return [statement for mine in subjects.values() for statement in _of_one(mine, frame, years)]


_run = attrgetter("run")


def _of_one(facts: list[Fact], frame: Frame, years: Years) -> list[Statement]:
    """The entries of one subject: its level with the growth of the same period, every other figure on its own."""
    if len(facts) == 1:
        only = place(facts[0], frame, years)
        value, change = (only, None) if facts[0].role == "value" else (None, only)
        return [_statement(value, change, frame, years, facts)] if only else []
    known = _summed([f for f in facts if f.role != "ratio"] or facts[:1])
    known_placed = cumulated(_same_years([p for f in known if (p := place(f, frame, years))]))
    values = _reached([p for p in known_placed if p.fact.role == "value"])
    changes = _distinct([p for p in known_placed if p.fact.role != "value"])
    out: list[Statement] = []
    for value in values:
        mate = next((c for c in changes if c.period == value.period and not of_its_end(value, c)), None)
        changes = [c for c in changes if c is not mate]
        out.append(_statement(value, mate, frame, years, facts))
    return out + [_statement(None, change, frame, years, facts) for change in changes]


def _summed(facts: list[Fact]) -> list[Fact]:
    """What grew over the years of another plan (比“九五”时期增长87.8%) is a sum of years too."""
    if not any(f.role != "value" and f.said.base and f.said.base.several for f in facts):
        return facts
    return [replace(f, said=f.said._replace(summed=True)) if f.role == "value" and f.said.reach not in _REACHED else f for f in facts]


_REACHED = ("达到", "达", "突破", "超过", "增加到", "提高到")


def _same_years(placed: list[Placed]) -> list[Placed]:
    """比1977年增长1.24倍,每年平均递增17.6%: the average is taken over the years of the change before it."""
    out: list[Placed] = []
    for item in placed:
        before = out[-1] if out else None
        based = before and before.basis == "whole_period" and before.fact.said.base and before.period.last == item.period.last
        out.append(replace(item, period=before.period) if before and based and item.basis == "annual_average" else item)
    return out


def _reached(placed: list[Placed]) -> list[Placed]:
    """One level: the first, or the exact one behind a step (突破万亿元大关,达到11243亿元)."""
    if not placed:
        return []
    first, *rest = placed
    later = [p for p in rest if p.period == first.period and bound_of_fact(p.fact) == "eq" and not striven(first, p)]
    sums = [p for p in rest if p.basis == "sum" and p.period != first.period][:1]  # 2005年完成2010亿元,五年累计完成6700亿元
    # 达到286万吨,连续十年稳定在250万吨以上, and the other way round
    kept = [p for p in rest if bool(p.fact.said.running) != bool(first.fact.said.running) and p.period != first.period][:1]
    return (later[-1:] if later and bound_of_fact(first.fact) == "at_least" else [first]) + (sums or _dated(first, rest) or kept)


def _dated(first: Placed, rest: list[Placed]) -> list[Placed]:
    """2022年和2023年分别达到100亿元、110亿元: levels at other times of their own."""
    seen = {p.period: p for p in reversed(rest) if p.fact.time and p.fact.time != first.fact.time and p.period != first.period}
    return [p for p in rest if seen.get(p.period) is p]


def _distinct(placed: list[Placed]) -> list[Placed]:
    """One change for each period, basis and unit: a second one (扣除价格因素实际增长7.4%) says the same otherwise."""
    seen: dict[tuple[object, ...], Placed] = {}
    for item in placed:
        seen.setdefault((item.period, item.basis, item.fact.quantity.kind), item)
    return list(seen.values())


def _statement(value: Placed | None, growth: Placed | None, frame: Frame, years: Years, run: list[Fact]) -> Statement:
    first = value or growth
    assert first
    fact = first.fact
    change, high, unit = _change(growth.fact) if growth else (None, None, None)
    bound, end = bound_of_fact(fact), max([max(f.quantity.end, f.end) for f in run])
    other = bound_of_fact(growth.fact) if value and growth else bound
    kind = kind_of(fact, first.period, frame, years)
    return Statement(
        fact.id, kind, str(first.period), first.basis,
        value.fact.quantity if value else None, growth.fact.quantity if growth else None, change, high, unit,
        bound, other if other != bound else None, fact.verb if kind == "target" else None, min([f.start for f in run]), end,
    )  # fmt: skip


def relative_statement(
    found: Reference, time: Period | None, verb: str | None, frame: Frame, years: Years, forecast: bool = False
) -> Statement | None:
    """The entry of a statement without a figure: 增长与经济增长同步."""
    when = time or frame.time or default_time(frame, years)
    if when is None or when.part:
        return None
    planned = when.last > years.review if years.review else frame.planned
    basis: Basis = "annual_average" if found.average and when.several else "year"
    return Statement(
        found.id, "target" if planned else "estimate" if forecast else "actual", str(when), basis, None, None, None, None, None,
        found.comparator, None, verb if planned else None, found.mention.start, found.end, found.to, found.by,
    )  # fmt: skip


def kind_of(fact: Fact, when: Period, frame: Frame, years: Years) -> Kind:
    """target where the time is to come; where no year is known, what the part of the report is for."""
    planned = when.last > years.review if years.review else frame.planned
    if planned or frame.aimed:
        return "target"
    return "estimate" if fact.said.forecast else "actual"


def bound_of_fact(fact: Fact) -> Comparator:
    """range where two ends are printed; a bound behind the figure outweighs 控制在 before it."""
    quantity = fact.quantity
    if quantity.high is not None:
        return "range"
    if fact.said.bound == "about" and quantity.bound == "at_least":
        return "about"  # 接近3000亿元大关
    return quantity.bound or fact.said.bound or "eq"


def _change(fact: Fact) -> tuple[Decimal | None, Decimal | None, GrowthUnit]:
    """Growth, upper end and unit: a fall is negative, 增长1.1倍 is 2.1 times the start, an index of 103.5 is 3.5."""
    quantity, sign = fact.quantity, fact.said.sign or 1
    low, high = quantity.low, quantity.high
    if quantity.kind == "times":
        plus = 1 if fact.said.sign else 0
        return (None if low is None else low + plus), (None if high is None else high + plus), "fold"
    if quantity.kind == "fold":
        return low, high, "fold"
    if fact.id == "cpi" and low is not None and 80 < low < 140:
        return low - 100, None if high is None else high - 100, "%"
    unit: GrowthUnit = "percentage_point" if quantity.kind == "point" else "%"
    if sign < 0:
        return (None if low is None else -low), (None if high is None else -high), unit
    return low, high, unit


def base_value(statement: Statement) -> tuple[Decimal, str] | None:
    """The value in base units."""
    quantity = statement.value
    if quantity is None or quantity.low is None or quantity.unit is None:
        return None
    dimension = entries()[statement.id].dimension
    for known in (dimension, "money_usd"):
        found = in_base(quantity.low, quantity.unit, known)
        if found:
            return found
    return None
