"""Which place-years are there, and why others are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from converter.writing.panel.spool import Spool

Json = dict[str, Any]
_SHOWN = ("place", "place_code", "place_name", "level", "province", "city")


def rows(spool: Spool, refused: Iterable[tuple[str, str]]) -> Iterator[Json]:
    """One row a place and year from the place's first report to its last; then what is no report, and what could not be used."""
    for place in spool.places():
        yield from _of_place(spool, place)
    for _, entry in spool.reports(None):
        yield _entry(entry) | {"status": "no_report", "reason": f"document_type is {entry['document_type']}"}
    yield from ({"status": "unusable", "document": where, "reason": why} for where, why in refused)


def _of_place(spool: Spool, place: str) -> Iterator[Json]:
    found = spool.reports(place)
    years = sorted({entry["report_year"] for _, entry in found if entry["report_year"] is not None})
    for year in range(years[0], years[-1] + 1) if years else ():
        mine = [pair for pair in found if pair[1]["report_year"] == year]
        if not mine:
            yield {name: found[0][1][name] for name in _SHOWN} | {"year": year, "status": "missing", "reason": "no document"}
        yield from (_row(spool, taken, entry, mine[0][1]["report_id"]) for taken, entry in mine)
    yield from (
        _entry(entry) | {"status": "unplaced", "reason": "the document says no report year"}
        for _, entry in found
        if entry["report_year"] is None
    )


def _row(spool: Spool, taken: bool, entry: Json, best: str) -> Json:
    made = _entry(entry)
    if not taken:
        return made | {"status": "copy", "reason": f"{best} is the better copy of this report"}
    if not entry["place"]:
        return made | {"status": "unplaced", "reason": "the document does not decide which place it is about"}
    made["statements"] = spool.statements(entry["report_id"])
    if entry["missing"]:
        return made | {"status": "incomplete", "reason": f"parts are not there: {', '.join(entry['missing'])}"}
    return made | {"status": "present"}


def _entry(entry: Json) -> Json:
    return {name: entry[name] for name in _SHOWN} | {
        "year": entry["report_year"],
        "report_id": entry["report_id"],
        "document": entry["source_name"],
        "completeness": entry["completeness"],
        "missing": ";".join(entry["missing"]) or None,
    }
