"""Codes of open lists: one that is not known is no error of the schema, but said."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report
from converter.models.codelists import words
from converter.models.codes import codes


def open_lists(report: Report) -> Iterator[Finding]:
    """Ids of indicators and codes of diagnostics are those of this gwr."""
    known = words()["indicator"]
    for pointer, fact in report.figures:
        if fact["id"] not in known:
            yield Finding("GWR105", f"no indicator {fact['id']} is in the code list", f"{pointer}/id")
    for id in report.document["targets_status"]:
        if id not in known:
            yield Finding("GWR105", f"no indicator {id} is in the code list", f"{report.base}/targets_status/{id}")
    for number, said in enumerate(report.document["diagnostics"]):
        if said["code"] not in codes():
            yield Finding("GWR105", f"no diagnostic {said['code'][:20]} is known", f"{report.base}/diagnostics/{number}/code")
