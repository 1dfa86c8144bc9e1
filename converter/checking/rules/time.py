"""Targets lie ahead, what is reached lies behind."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report, pair


def kinds(report: Report) -> Iterator[Finding]:
    """A target is for the year planned or a later one; what was reached was reached by then."""
    plan = report.meta["plan_year"]
    if plan is None:
        return
    for pointer, fact in report.figures:
        printed = fact["period"].replace("—", "-").split("-")
        if not all(part.isdecimal() for part in printed):
            continue
        first, last = int(printed[0]), int(printed[-1])
        said = f"{fact['id']}: {fact['kind']} for {fact['period']} in a report that plans for {plan}: {fact['quote'][:40]!r}"
        if (fact["kind"] == "target" and last < plan - 1) or (fact["kind"] != "target" and first > plan) or last < first:
            yield Finding("GWR149", said, f"{pointer}/period", pair(fact["span"]))
