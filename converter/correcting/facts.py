"""Corrections of the masthead and of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from converter.correcting.entries import Entry, squeezed
from converter.correcting.outcomes import Outcome, chosen
from converter.extracting.context import Years
from converter.extracting.masthead import Masthead
from converter.extracting.places.table import divisions, full_name, nearest, path, revision
from converter.models.facts import Indicator
from converter.models.metadata import Jurisdiction, Meeting, Speaker, Stated

_YEARS = {"report_year": "report", "review_year": "review", "plan_year": "plan"}


def masthead(head: Masthead, entries: Sequence[Entry], *, alone: bool = True) -> tuple[Masthead, list[Outcome]]:
    """The masthead with what people set; years that they set are those of the figures too. alone: not in a compilation."""
    outcomes = []
    for entry in entries:
        if entry.kind == "set" and not alone:
            outcomes.append(Outcome(entry, "the input holds several reports, and this does not say which"))
        elif entry.kind == "set":
            field, _, part = entry.address.partition(".")
            head, outcome = _set(head, entry, "jurisdiction" if field == "place" else field, part)
            outcomes.append(outcome)
    return head, outcomes


def _set(head: Masthead, entry: Entry, field: str, part: str) -> tuple[Masthead, Outcome]:
    meta, value = head.metadata, entry.says["value"]
    old = getattr(meta, field)
    new = _place(value, meta.report_year) if field == "jurisdiction" else _part(old, field, part, value) if part else value
    if new is None:
        return head, Outcome(entry, f"{entry.address} {value} fits nothing")
    proof = Stated(origin=f"correction by {entry.author}", text=str(new.name if isinstance(new, Jurisdiction) else value))
    changed = meta.model_copy(update={field: new, "evidence": meta.evidence | {field: (proof,)}})
    before = old.code if isinstance(old, Jurisdiction) else getattr(old, part, None) if part else old
    return replace(head, metadata=changed, years=_years(head.years, field, value)), Outcome(entry, None, {"value": before})


def _part(old: Any, field: str, part: str, value: Any) -> Any:
    """Speaker or meeting with one part set; a speaker has a name before it has an office."""
    if old is not None:
        return old.model_copy(update={part: value})
    if field == "meeting":
        return Meeting.model_validate({part: value})
    return Speaker(name=value) if part == "name" else None


def _place(code: str, year: int | None) -> Jurisdiction | None:
    """The place with this code in the year of the report."""
    when = year or max(row.last if row.last < 9999 else 2023 for row in divisions() if row.code == code) if _known(code) else 0
    row = nearest((row for row in divisions() if row.code == code), when)
    if row is None:
        return None
    return Jurisdiction(
        name=full_name(row, when), level=row.level, code=row.code, code_revision=str(revision(row, when)), path=path(row, when)
    )


def _known(code: str) -> bool:
    return any(row.code == code for row in divisions())


def _years(years: Years, field: str, value: Any) -> Years:
    return replace(years, **{_YEARS[field]: value}) if field in _YEARS else years


def indicators(found: tuple[Indicator, ...], entries: Sequence[Entry]) -> tuple[tuple[Indicator, ...], list[Outcome]]:
    """The figures with what people set. A figure is addressed by words of its quote, and by its id where they hold several."""
    rows: list[Indicator | None] = list(found)
    outcomes = []
    for entry in entries:
        if entry.kind == "indicator":
            at, stale = chosen(entry, [i for i, row in enumerate(rows) if row is not None and _is(row, entry)])
            if stale is not None:
                outcomes.append(Outcome(entry, stale))
                continue
            row = found[at]
            outcomes.append(Outcome(entry, None, {key: _plain(getattr(row, key, None)) for key in entry.says}, row.span))
            rows[at] = None if entry.says.get("wrong") else _changed(rows[at] or row, entry.says)
    return tuple(row for row in rows if row is not None), outcomes


def _is(row: Indicator, entry: Entry) -> bool:
    words, quote = squeezed(entry.address), squeezed(row.quote)
    return (words in quote or quote in words) and entry.only.get("id", row.id) == row.id


def _changed(row: Indicator, says: dict[str, Any]) -> Indicator:
    new = {key: Decimal(str(value)) if isinstance(value, int | float) else value for key, value in says.items()}
    if {"value", "unit"} & set(says):
        new |= {"value_base": None, "unit_base": None}  # made of the value that was wrong
    return row.model_copy(update=new)


def _plain(value: Any) -> Any:
    return (int(value) if value == value.to_integral_value() else float(value)) if isinstance(value, Decimal) else value
