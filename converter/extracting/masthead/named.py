"""A jurisdiction from the rows of the table that fit: one with its code, or several candidates."""

from __future__ import annotations

from converter.extracting.context import PlaceWords
from converter.extracting.masthead.asked import Asked, Place
from converter.extracting.masthead.units import own_words
from converter.extracting.places import table
from converter.extracting.places.resolve import Verdict
from converter.extracting.places.table import Division
from converter.models.metadata import Candidate, Jurisdiction
from converter.reading.source import Remark
from converter.text import Span


def _unit(row: Division) -> str:
    return next(end for end in ("自治区", "地区", row.name[-1]) if row.name.endswith(end))


def decided(asked: Asked, verdict: Verdict) -> Place:
    """A jurisdiction from the rows that fit: one, or the candidates."""
    rows, year = verdict.rows, asked.when
    first = rows[0]
    levels = {row.level for row in rows}
    level = first.level if len(levels) == 1 else None
    words = PlaceWords(level, own_words(first.name, _unit(first), *({table.full_name(first, year)} if len(rows) == 1 else ())))
    if len(rows) > 1:
        ordered = sorted(rows, key=lambda row: row.code)
        listed = tuple(Candidate(name=table.full_name(r, year), code=r.code, path=table.path(r, year)) for r in ordered)
        choice = ", ".join(f"{c.name} ({c.code})" for c in listed)
        remark = Remark("GWR502", "warning", f"{first.name} may be {choice}", _first(verdict))
        jurisdiction = Jurisdiction(name=first.name, level=level, candidates=listed)
        return Place(jurisdiction, words, verdict.evidence, (remark,))
    revision = table.revision(first, year)
    jurisdiction = Jurisdiction(
        name=table.full_name(first, year), level=level, code=first.code, code_revision=str(revision), path=table.path(first, year)
    )
    return Place(jurisdiction, words, verdict.evidence, tuple(_notes(asked, verdict, first, revision)))


def _first(verdict: Verdict) -> Span | None:
    return verdict.evidence[0] if verdict.evidence else None


def _notes(asked: Asked, verdict: Verdict, row: Division, revision: int) -> list[Remark]:
    """What a reader of the code should know."""
    found = []
    if asked.year is None:
        found.append(("GWR509", "info", f"the code is that of {revision}: the report's year is not known"))
    elif revision != asked.year:
        found.append(("GWR507", "info", f"no revision of {asked.year} at hand: the code is that of {revision}"))
    if row.away(asked.when) > 0:
        found.append(("GWR508", "warning", f"{row.name} ({row.code}) did not stand under that name in {asked.when}"))
    if verdict.how == "text":
        found.append(("GWR506", "info", f"{row.name} was told from its namesakes by the places the text names"))
    if verdict.other:
        names = ", ".join(sorted({other.name for other in verdict.other}))
        found.append(("GWR503", "warning", f"the page names {names} too as the reporting place"))
    return [Remark(code, severity, message, _first(verdict)) for code, severity, message in found]
