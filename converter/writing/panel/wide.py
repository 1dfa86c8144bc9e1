"""The wide panel: one row a place and year, a few columns for every indicator of the code list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from converter.lexicons import load
from converter.models import codelists
from converter.writing.export.columns import Column, Table
from converter.writing.panel.tables import PLACE

Json = dict[str, Any]
_CODES = {"target_bound": "comparator", "outcome_kind": "indicator_kind"}


def prefix(indicator: str) -> str:
    """The indicator's name in column names."""
    short: dict[str, str] = load("panel")["short"]
    return short.get(indicator, indicator)


@cache
def table() -> Table:
    """The columns, from the code list of indicators."""
    years = (
        Column("year", "integer", "The year targets and outcomes are for.", required=True),
        Column("target_report_id", "text", "The report that planned the year."),
        Column("outcome_report_id", "text", "The report that looked back on it."),
    )
    names = {code: words[0] for code, words in codelists.words()["indicator"].items()}
    columns = [_column(code, name, suffix, *words) for code, name in names.items() for suffix, words in load("panel")["wide"].items()]
    return Table("panel_wide", "One row a place and year.", (*PLACE, *years, *columns), ())


def _column(indicator: str, name: str, suffix: str, label: str, about: str) -> Column:
    codes = _CODES.get(suffix)
    return Column(f"{prefix(indicator)}_{suffix}", "text" if codes else "decimal", f"{indicator}. {about}", codes, label=label.format(name))


def rows(found: Iterable[Json]) -> Iterator[Json]:
    """The rows of one place, by year."""
    by_year: dict[int, Json] = {}
    for row in found:
        if row["year"] is None or not row.get("measures"):
            continue
        wide = by_year.setdefault(row["year"], {c.name: row.get(c.name) for c in PLACE} | {"year": row["year"]})
        start = prefix(row["indicator"])
        target = row["kind"] == "target"
        report = "target_report_id" if target else "outcome_report_id"
        wide[report] = wide.get(report) or row["report_id"]
        wide |= _target(row, start) if target else _outcome(row, start)
        if row.get("shortfall") is not None:
            wide[f"{start}_shortfall"] = row["shortfall"]
    yield from (by_year[year] for year in sorted(by_year))


def _target(row: Json, start: str) -> Json:
    return {
        f"{start}_target_growth": _middle(row, "growth"),
        f"{start}_target_value": _middle(row, "level"),
        f"{start}_target_bound": row["growth_comparator"] or row["comparator"],
        f"{start}_above": row.get("above_difference"),
    }


def _outcome(row: Json, start: str) -> Json:
    """What the linker took for the outcome; the other kind says nothing more here."""
    if row["kind"] != row.get("outcome_kind"):
        return {}
    return {
        f"{start}_outcome_growth": _middle(row, "growth"),
        f"{start}_outcome_value": _middle(row, "level"),
        f"{start}_outcome_kind": row["kind"],
    }


def _middle(row: Json, measure: str) -> Any:
    return row["measures"][measure].middle if measure in row["measures"] else None
