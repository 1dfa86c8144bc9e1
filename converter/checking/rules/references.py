"""Ids are unique, and facts refer to the paragraph that holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report, pair


def references(report: Report) -> Iterator[Finding]:
    """No id stands twice; section and paragraph of a fact exist and hold its span."""
    yield from _twice(report)
    homes = {p["id"]: (p["span"], s["id"]) for _, p, s in report.paragraphs}
    known = {s["id"] for _, s in report.sections}
    for pointer, fact in report.figures:
        start, end = fact["span"]
        home = homes.get(fact["paragraph"])
        if fact["paragraph"] is not None and (home is None or home[1] != fact["section"] or not home[0][0] <= start < end <= home[0][1]):
            said = f"{fact['quote'][:20]!r} does not stand in paragraph {fact['paragraph']} of section {fact['section']}"
            yield Finding("GWR123", said, pointer, pair(fact["span"]))
        elif fact["paragraph"] is None and fact["section"] is not None and fact["section"] not in known:
            yield Finding("GWR123", f"there is no section {fact['section']}", pointer, pair(fact["span"]))


def _twice(report: Report) -> Iterator[Finding]:
    named = [(at, s["id"]) for at, s in report.sections] + [(at, p["id"]) for at, p, _ in report.paragraphs]
    counts = Counter(id for _, id in named)
    yield from (Finding("GWR123", f"the id {id} stands {counts[id]} times", at) for at, id in named if counts[id] > 1)
