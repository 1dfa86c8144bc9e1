"""Figures within what reports of the level give for the indicator."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.bands import figure_band
from converter.checking.findings import Finding
from converter.checking.report import Report, pair


def ranges(report: Report) -> Iterator[Finding]:
    """Value and growth lie in the band of the indicator and the level."""
    for pointer, fact in report.figures:
        if fact["basis"] not in ("year", "annual_average"):
            continue  # what grew over five years, or was summed up, has no band
        far = fact["period"] > str(report.meta["plan_year"] or "9999")  # 到2015年下降15%: from the start of a plan
        for field, unit in (("value", fact["unit_base"] or ("%" if fact["unit"] == "%" else None)), ("growth", fact["growth_unit"])):
            figure = fact["value_base"] if field == "value" and fact["value_base"] is not None else fact[field]
            if figure is None or unit is None or (far and field == "growth"):
                continue
            band = figure_band(fact["id"], field, unit, report.level, fact["period"])
            if band and not band[0] <= figure <= band[1]:
                said = f"{fact['id']}: a {field} of {figure:g} {unit} lies outside {band[0]:g} to {band[1]:g}: {fact['quote'][:40]!r}"
                yield Finding("GWR146", said, f"{pointer}/{field}", pair(fact["span"]))
