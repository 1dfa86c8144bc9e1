"""Review before plan."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report, pair

_PLAN = ("requirements", "targets", "tasks")


def review_first(report: Report) -> Iterator[Finding]:
    """No section on the first level looks back once one has looked ahead."""
    ahead = None
    for number, section in enumerate(report.document["sections"]):
        if section["role"] in _PLAN:
            ahead = ahead or section
        elif section["role"] in ("review", "achievements") and ahead is not None:
            said = f"section {section['id']} looks back, section {ahead['id']} before it looks ahead"
            yield Finding("GWR171", said, f"{report.base}/sections/{number}", pair(section["span"]))
            return
