"""Targets: what the status says, and whether the one for growth is there."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report

# The status of incomes is that of any of them.
_SINCE = 1995  # before, reports plan output and national income rather than the product
_ONE_OF = {"resident_income": ("resident_income", "urban_income", "rural_income")}


def status(report: Report) -> Iterator[Finding]:
    """An indicator is called stated where the report has a target for it, and only there."""
    named = {fact["id"] for _, fact in report.figures if fact["kind"] == "target"}
    for id, said in report.document["targets_status"].items():
        there = bool(named & set(_ONE_OF.get(id, (id,))))
        if said == "stated" and not there:
            yield Finding("GWR161", f"{id} is called stated, but no indicator is a target for it", f"{report.base}/targets_status/{id}")
        missing = "plan" in report.document["completeness"]["missing"]
        if (said == "section_missing") != missing and said != "stated":
            where = f"{report.base}/targets_status/{id}"
            yield Finding("GWR161", f"{id} is called {said}; the plan is {'missing' if missing else 'there'}", where)


def growth_target(report: Report) -> Iterator[Finding]:
    """A complete report of our time names the growth it plans."""
    state = report.document["targets_status"].get("gdp")
    if report.whole and (report.year or 0) >= _SINCE and state in ("absent", "unread"):
        yield Finding("GWR162", f"the target for the product is {state}", f"{report.base}/targets_status/gdp")
