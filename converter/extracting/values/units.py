"""Units of measure and the multipliers before them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from converter.frozen import dataclass
from converter.lexicons import either, load

MULTIPLIERS = {"万亿": 10**12, "百亿": 10**10, "千亿": 10**11, "十亿": 10**9, "千万": 10**7, "百万": 10**6, "亿": 10**8, "万": 10**4}
MULTIPLIERS["个亿"] = MULTIPLIERS["亿"]  # 120个亿, as it is spoken


_COUNTED = frozenset({"money", "persons", "entities"})  # what 万 may count without a unit


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its dimension; `factor` base units make one."""

    dimension: str
    base: str | None
    factor: Decimal


@cache
def units() -> dict[str, tuple[Unit, ...]]:
    """Every unit as printed, in each dimension it may count (家 counts firms, 个 persons or firms)."""
    table: dict[str, tuple[Unit, ...]] = {}
    for dimension, entry in load("units")["dimensions"].items():
        for mark, factor in entry["units"].items():
            table[mark] = (*table.get(mark, ()), Unit(dimension, entry["base"], Decimal(str(factor))))
    return table


@cache
def unit_pattern() -> str:
    """Source of a regular expression for any unit; 台 of 台阶 is none."""
    return either(list(units())) + "(?!阶(?!段))"


@cache
def dimensions(unit: str) -> frozenset[str]:
    """The dimensions a printed unit (multiplier included) may count."""
    times, mark = bare(unit)
    if not mark and times >= MULTIPLIERS["亿"]:
        return frozenset({"money"})  # 迈上200亿台阶: nothing else is counted in 亿 without a unit
    if not mark and times > 1:
        return _COUNTED  # 常住人口突破600万
    return frozenset(u.dimension for u in units().get(mark, ()))


_LONGEST_FIRST = sorted(MULTIPLIERS, key=len, reverse=True)


def bare(unit: str) -> tuple[int, str]:
    """Multiplier and unit of 万亿元: (10**12, 元)."""
    for mark in _LONGEST_FIRST:
        if unit.startswith(mark):
            return MULTIPLIERS[mark], unit[len(mark) :]
    return 1, unit


def in_base(value: Decimal, unit: str, dimension: str) -> tuple[Decimal, str] | None:
    """The value in base units of the dimension, or None where the unit does not count it."""
    times, mark = bare(unit)
    known_units = units().get(mark, ()) if mark else (u for some in units().values() for u in some if u.factor == 1)
    for known in known_units:
        if known.dimension == dimension and known.base:
            return (value * times * known.factor).normalize(), known.base
    return None
