"""What a statement bounds: lower end, upper end and middle, of its growth and of its level, in comparable units."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Ends and middle of a figure; an end that is open is None."""

    lower: Decimal | None
    upper: Decimal | None
    unit: str

    @property
    def middle(self) -> Decimal:
        """The mean of the two ends, or the one that is there."""
        ends = [end for end in (self.lower, self.upper) if end is not None]
        return sum(ends, Decimal()) / len(ends)


def growth(x: Json) -> Bounds | None:
    """The bounds of the change in per cent or percentage points; 翻番 (fold 2) is 100 %."""
    if x["growth"] is None:
        return None
    low, high, unit = _decimal(x["growth"]), _decimal(x["growth_high"]), str(x["growth_unit"] or "%")
    if unit == "fold":
        low, high, unit = (low - 1) * 100, high and (high - 1) * 100, "%"
    comparator = x["growth_comparator"] or x["comparator"]
    # 下降3%以上 is a change of -3 or less
    turned = {"at_least": "at_most", "at_most": "at_least"}.get(comparator, comparator) if low < 0 else comparator
    return _bounds(low, high, str(turned), unit)


def level(x: Json) -> Bounds | None:
    """The bounds of the level in base units; of a rate, in per cent."""
    based = x["value_base"] is not None
    if x["value"] is None or not (based or x["unit"]):
        return None
    low, high = _decimal(x["value"]), _decimal(x["value_high"])
    if based:
        base = _decimal(x["value_base"])
        high = high * base / low if high is not None and low else None
        low = base
    return _bounds(low, high, x["comparator"], str(x["unit_base"] if based else x["unit"]))


def _bounds(low: Decimal, high: Decimal | None, comparator: str, unit: str) -> Bounds:
    if high is not None:
        return Bounds(min(low, high), max(low, high), unit)
    return Bounds(None if comparator == "at_most" else low, None if comparator == "at_least" else low, unit)


def _decimal(number: Any) -> Any:
    return None if number is None else Decimal(repr(number))
