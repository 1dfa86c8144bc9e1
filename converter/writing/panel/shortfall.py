"""Target against outcome, and one target against another: only in a measure that both are stated in."""

from __future__ import annotations

from decimal import Decimal

from converter.lexicons import load
from converter.writing.panel.bounds import Bounds

Measures = dict[str, Bounds]  # growth, level: whichever is stated


def common(one: Measures, other: Measures) -> str | None:
    """growth where both state it in the same unit, else level, else nothing."""
    return next((m for m in ("growth", "level") if m in one and m in other and one[m].unit == other[m].unit), None)


def shortfall(indicator: str, target: Bounds, outcome: Bounds) -> Decimal:
    """By how much the outcome misses the nearest figure that would fulfil the target; negative where it is better.

    Of a range the lower end is what has to be reached; of a ceiling (prices, unemployment) the upper end must not be passed.
    """
    reached = outcome.middle
    ceiling = indicator in load("panel")["ceilings"] or target.lower is None
    if ceiling:
        return reached - (target.upper if target.upper is not None else target.middle)
    return (target.lower if target.lower is not None else target.middle) - reached


def difference(one: Measures, other: Measures) -> Decimal | None:
    """The middle of one target less the middle of another."""
    measure = common(one, other)
    return None if measure is None else one[measure].middle - other[measure].middle


def unit(bounds: Bounds) -> str:
    """The unit of a difference: between percentages it is the percentage point."""
    return "percentage_point" if bounds.unit == "%" else bounds.unit
