"""What the binder gives: figures with the indicator they belong to and what was said about them."""

from __future__ import annotations

from typing import NamedTuple

from converter.extracting.indicators.names import Mention
from converter.extracting.listed import counted, entries
from converter.extracting.values.periods import Period
from converter.extracting.values.quantities import Quantity
from converter.frozen import dataclass
from converter.models.facts import Comparator


class Said(NamedTuple):
    """What the words since the last figure say about the next one. A named tuple: nearly every token makes a new one."""

    sign: int = 0
    rate: bool = False
    average: bool = False
    each_year: bool = False
    summed: bool = False
    carried: bool = False  # a sum was told before it in the same list
    tied: bool = False  # … and 、 ties it to that
    forecast: bool = False
    bound: Comparator | None = None
    reach: str | None = None
    start: bool = False  # 由, 从: the figure is where the change began
    shared: bool = False  # 占, 高于…: not the indicator's own figure
    base: Period | None = None
    based: bool = False
    running: Period | None = None  # 连续5年
    done: bool = False  # 已: reached, even where the report announces
    better: bool = False  # 改善: less of what is bad
    moved: bool = False  # 从412亿元 stood before: the change began in the first of the years
    early: bool = False  # 提前: before it was due
    kept: bool = False  # 保持在, 连续: true of every year


NOTHING = Said()


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of one indicator. role: value, growth, or ratio (是…的2.1倍)."""

    id: str
    mention: Mention
    run: int
    role: str
    quantity: Quantity
    said: Said
    time: Period | None
    verb: str | None
    start: int  # of the stretch that holds name and figures of all that share it
    end: int


@dataclass(frozen=True, slots=True)
class Unbound:
    """A name and the figure that the grammar could not give it."""

    mention: Mention
    start: int
    end: int


# counted by the head: no sum of 亿 is one of these
_BY_HEAD = ("gdp_per_capita", "urban_income", "rural_income", "resident_income")


def countable(id: str, quantity: Quantity) -> bool:
    """Whether an amount is in a unit that the indicator's level can have."""
    return not (quantity.dimensions.isdisjoint(counted(id)) or (id in _BY_HEAD and "亿" in (quantity.unit or "")))


def role_of(id: str, quantity: Quantity, said: Said) -> str | None:
    """Whether the figure is the indicator's level, its change, or nothing it can have."""
    kind = quantity.kind
    if kind == "percent":
        return _percent_role(id, entries()[id].rate, said)
    if kind == "level":
        return "value" if not said.sign and countable(id, quantity) else None
    if kind == "fold":
        return "growth"
    if kind == "times":
        return "growth" if said.sign else "ratio"
    pointed = kind == "point" and (entries()[id].rate or id in _LOOSELY)  # 千分 is none's
    return "growth" if pointed and said.sign and not said.rate else None


_LOOSELY = ("energy_intensity",)  # 万元GDP能耗下降3.5个百分点: meant as per cent, printed so


def _percent_role(id: str, rate: bool, said: Said) -> str | None:
    if id == "cpi":
        return "growth"
    if rate:
        return "growth" if said.sign and not said.rate and said.reach is None and id not in _LEVELS else "value"
    return "growth" if said.sign else None


# 控制失业率增长在: a rate that is never printed as grown by per cent
_LEVELS = ("surveyed_unemployment", "registered_unemployment")


_BAD = ("pm25", "energy_intensity")  # what gets better when it falls


def turned(id: str, said: Said) -> Said:
    """What is said of one that gets better when it falls: 改善10% is a fall."""
    return said._replace(sign=-1) if said.better and id in _BAD else said


def time_of(said: Said, quantity: Quantity, time: Period | None, outer: tuple[Period | None] | None) -> Period | None:
    """The time of a figure; a sum or a fold is of the years (outer) that were told of before the last one's level."""
    return outer[0] if outer and not said.base and (said.summed or quantity.kind == "fold") else time
