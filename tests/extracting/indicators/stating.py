"""A case's text read as one section of a report: first line `role review-year level` (and what a county is called), then paragraphs."""

from __future__ import annotations

from decimal import Decimal

from converter.extracting.context import PlaceWords, Years
from converter.extracting.indicators import indicators
from converter.models.facts import Indicator
from tests.extracting.trees import tree


def read(written: str) -> tuple[Indicator, ...]:
    """The indicators of a case."""
    head, _, body = written.partition("\n")
    role, year, level, *called = head.split()
    review = int(year)
    years = Years(review + 1, review, review + 1)
    return indicators(tree(body, role), years, PlaceWords(level, frozenset({"全市", "我市"} if level == "prefecture" else called)))[0]  # type: ignore[arg-type]


def show(x: Indicator) -> str:
    """One line: id kind period | value | growth | what else is not plain."""
    value = _figure(x.value, x.value_high, x.unit)
    growth = _figure(x.growth, x.growth_high, {"percentage_point": "points"}.get(x.growth_unit or "", x.growth_unit))
    more = [x.comparator if x.comparator != "eq" else "", f"growth {x.growth_comparator}" if x.growth_comparator else ""]
    more += [x.basis if x.basis != "year" else "", f"verb {x.verb}" if x.verb else "", "stretch" if x.stretch else ""]
    more += [f"to {x.reference}" if x.reference else "", f"by {x.reference_difference}" if x.reference_difference else ""]
    more += [x.strength or ""]
    parts = [f"{x.id} {x.kind} {x.period}", value, growth, ", ".join(m for m in more if m)]
    return " | ".join(p for p in parts if p)


def _figure(low: Decimal | None, high: Decimal | None, unit: str | None) -> str:
    if low is None:
        return f"? {unit}" if unit else ""
    return f"{low}{f'-{high}' if high is not None else ''} {unit}"
