"""The id says place, year and input."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report


def identity(report: Report) -> Iterator[Finding]:
    """The id is made of the place's code, the report's year and the beginning of the input's digest."""
    code, year = report.meta["jurisdiction"]["code"] or "x", report.year or "x"
    wanted = f"{code}-{year}-{report.document['source']['sha256'][:12]}"
    given = report.document["id"]
    if given != wanted and not given.startswith(f"{wanted}-"):
        yield Finding("GWR131", f"the id is {given}; code, year and digest make {wanted}", f"{report.base}/id")
