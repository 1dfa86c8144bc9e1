"""One report as it is shown: masthead, completeness, facts, charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from converter.models.document import Document
from converter.models.facts import Indicator
from converter.models.structure import Diagnostic
from converter.viewing import charts
from converter.viewing.charts import Rows
from converter.viewing.marks import Keyed
from converter.viewing.measures import facing

_ORDER = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True)
class Field:
    """A line of the masthead: what it says, and where the source says it."""

    name: str
    value: str
    places: tuple[str, ...]
    stated: str


@dataclass(frozen=True)
class Part:
    """Everything about one report but its text."""

    document: Document
    facts: Keyed
    fields: tuple[Field, ...]
    notices: tuple[tuple[str, Diagnostic], ...]  # the gravest first
    flaws: tuple[tuple[str, int, str], ...]  # kind, how many, the first one's id
    targets: tuple[tuple[str, Indicator], ...]
    missing_targets: tuple[tuple[str, str], ...]  # indicator, status
    growth: Rows
    level: Rows


def part(document: Document, facts: Keyed) -> Part:
    """The report with its facts in the order of the page."""
    faced = facing(facts.figures, document.metadata)
    return Part(
        document=document,
        facts=facts,
        fields=tuple(_fields(document, facts)),
        notices=tuple(sorted(facts.notices, key=lambda n: _ORDER[n[1].severity])),
        flaws=tuple(_counted(facts)),
        targets=tuple((key, f) for key, f in facts.figures if f.kind == "target"),
        missing_targets=tuple((id, status) for id, status in document.targets_status.items() if status != "stated"),
        growth=charts.rows([f for f in faced if f.measure == "growth"]),
        level=charts.levels([f for f in faced if f.measure == "level"]),
    )


def _counted(facts: Keyed) -> list[tuple[str, int, str]]:
    """The kinds of flaws, how many of each, and the first."""
    counts = Counter(n.kind for _, n in facts.flaws)
    first = {n.kind: key for key, n in reversed(facts.flaws)}
    return [(kind, count, first[kind]) for kind, count in counts.items()]


def _fields(document: Document, facts: Keyed) -> list[Field]:
    meta, place = document.metadata, document.metadata.jurisdiction
    code = f"{place.code} ({place.code_revision})" if place.code and place.code_revision else place.code
    values: Sequence[tuple[str, object]] = (
        ("title", meta.title),
        ("jurisdiction", " › ".join(place.path) or place.name),
        ("code", code),
        ("report_year", meta.report_year),
        ("review_year", meta.review_year),
        ("plan_year", meta.plan_year),
        ("delivered_on", meta.delivered_on),
        ("meeting", _meeting(document)),
        ("speaker", f"{meta.speaker.name} {meta.speaker.title or ''}".strip() if meta.speaker else None),
        ("published_on", meta.published_on),
        ("publisher", meta.publisher),
    )
    places: dict[str, list[str]] = {}
    for key, field, _ in facts.evidence:
        places.setdefault(field, []).append(key)
    return [Field(n, str(v), tuple(places.get(n, ())), facts.stated.get(n, "")) for n, v in values if v is not None]


def _meeting(document: Document) -> str | None:
    """铁西区第十九届人民代表大会 · 19-4."""
    meeting = document.metadata.meeting
    if meeting is None:
        return None
    numbers = "-".join(str(n) for n in (meeting.term, meeting.session) if n is not None)
    return " · ".join(said for said in (meeting.congress, numbers) if said) or None
