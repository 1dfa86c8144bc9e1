"""Growth against the levels of both years, where the report has them."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report, pair

# Levels are in the prices of their year, growth mostly without them; base years are revised. Further apart than this nothing explains it.
_APART = 15.0


def growth(report: Report) -> Iterator[Finding]:
    """This year's level over last year's is about the growth given."""
    levels = {
        (f["id"], f["period"], f["unit_base"]): f["value_base"]
        for _, f in report.figures
        if f["value_base"] and f["kind"] != "target" and f["basis"] == "year" and f["comparator"] == "eq"
    }
    for pointer, fact in report.figures:
        if fact["growth_unit"] != "%" or fact["growth"] is None or not fact["value_base"] or not fact["period"].isdecimal():
            continue
        if fact["basis"] != "year" or fact["comparator"] != "eq":
            continue
        before = levels.get((fact["id"], str(int(fact["period"]) - 1), fact["unit_base"]))
        if not before:
            continue
        follows = (fact["value_base"] / before - 1) * 100
        if abs(follows - fact["growth"]) > _APART:
            said = f"{fact['id']}: the levels of {fact['period']} and the year before make {follows:.1f}%, not {fact['growth']}%"
            yield Finding("GWR147", said, pointer, pair(fact["span"]))
