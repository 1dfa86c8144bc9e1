"""Which figure of an indicator can be set beside which: outcome and target of one measure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from converter.models.facts import Indicator
from converter.models.metadata import Metadata

Measure = Literal["growth", "level"]


@dataclass(frozen=True)
class Point:
    """One figure to be drawn."""

    low: float
    high: float
    bound: str  # eq, about, at_least, at_most, range
    unit: str
    key: str = ""


@dataclass(frozen=True)
class Facing:
    """The last outcome of an indicator and its new target."""

    id: str
    measure: Measure
    outcome: Point
    target: Point


def point(fact: Indicator, measure: Measure, key: str = "") -> Point | None:
    """The figure of this measure: growth in per cent, or the level in its printed unit; None where there is none."""
    if measure == "growth":
        low, high, unit = fact.growth, fact.growth_high, "%" if fact.growth_unit == "%" else None
        bound = fact.growth_comparator or (fact.comparator if fact.value is None else "eq")
    else:
        low, high, unit, bound = fact.value, fact.value_high, fact.unit or "", fact.comparator
    # What no axis can show is not drawn; the tables still say it.
    if low is None or unit is None or not low.is_finite() or abs(low) > 10**15 or (high is not None and not abs(high) <= 10**15):
        return None
    return Point(float(low), float(high if high is not None else low), bound, unit, key)


def facing(figures: Iterable[tuple[str, Indicator]], meta: Metadata) -> list[Facing]:
    """For every indicator with a target for the plan's year and an outcome of the year in review: both as growth, else as levels."""
    outcomes, targets = _yearly(figures, meta)
    out = []
    for id, target in targets.items():
        for measure in ("growth", "level"):
            new = next((p for key, f in target if (p := point(f, measure, key))), None)
            old = next((p for key, f in outcomes.get(id, ()) if (p := point(f, measure, key))), None)
            if new and old and new.unit == old.unit:
                out.append(Facing(id, measure, old, new))
                break
    return out


_Kept = dict[str, list[tuple[str, Indicator]]]


def _yearly(figures: Iterable[tuple[str, Indicator]], meta: Metadata) -> tuple[_Kept, _Kept]:
    """Outcomes of the year in review and targets of the year planned for, by indicator."""
    outcomes: _Kept = {}
    targets: _Kept = {}
    for key, fact in figures:
        if fact.basis != "year":
            continue
        if fact.kind == "target" and fact.period == str(meta.plan_year):
            targets.setdefault(fact.id, []).append((key, fact))
        elif fact.kind != "target" and fact.period == str(meta.review_year):
            outcomes.setdefault(fact.id, []).append((key, fact))
    return outcomes, targets
