"""The cells of one place, linked over its years and with the targets of the places above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from converter.models import codelists
from converter.writing.panel.bounds import Bounds, growth, level
from converter.writing.panel.reports import NATION
from converter.writing.panel.shortfall import Measures, common, difference, shortfall, unit
from converter.writing.panel.spool import Spool

Json = dict[str, Any]
Key = tuple[str, int]  # indicator, year
_REPORT = ("report_id", "place", "place_code", "place_name", "level", "province", "city", "report_year", "source_sha256", "gwr_version")


class Linker:
    """Rows of the panel, place by place; `horizon` is annual or plan."""

    def __init__(self, spool: Spool, horizon: str) -> None:
        self._spool, self._horizon = spool, horizon
        self._targets = lru_cache(maxsize=512)(self._targets_of)

    def rows(self, place: str) -> list[Json]:
        """Every row of a place in the order of indicator, year and kind."""
        found = list(self._best(place))
        linked = list(_linked(found)) if self._horizon == "annual" else found
        rows = [row | self._above(row) if row["kind"] == "target" and self._horizon == "annual" else row for row in linked]
        rows += self._silent(place, rows) if self._horizon == "annual" else []
        copies = _copies(self._spool.reports(place))
        return sorted((row | {"other_copies": copies.get(row["report_id"])} for row in rows), key=_order)

    def _best(self, place: str) -> Iterator[Json]:
        """One cell a key: that of the report whose own year it is, else of the nearest."""
        seen = set()
        for cell, entry in self._spool.cells(place, self._horizon):
            key = (cell["indicator"], cell["year"], cell["kind"], *((cell["period"], cell["basis"]) if self._horizon == "plan" else ()))
            if key not in seen:
                seen.add(key)
                yield cell | {name: entry[name] for name in _REPORT} | _measured(cell)

    def _silent(self, place: str, rows: list[Json]) -> Iterator[Json]:
        """A row without figures for every expected target that the plan of a report does not state."""
        there = {(row["indicator"], row["year"]) for row in rows if row["kind"] == "target"}
        for taken, entry in self._spool.reports(place):
            year = entry["plan_year"] or entry["report_year"]
            for indicator, status in entry["targets_status"].items() if taken else ():
                income = indicator == "resident_income" and ("urban_income", year) in there
                if (indicator, year) not in there and not income:
                    said = "absent" if status == "stated" else status  # stated for several years, not for this one
                    names = codelists.words()["indicator"].get(indicator, [indicator])
                    named = {"indicator": indicator, "indicator_name": names[0], "kind": "target", "year": year, "status": said}
                    yield named | {name: entry[name] for name in _REPORT}

    def _above(self, row: Json) -> Json:
        """The targets of city, province and nation for the same year, and how far this one lies above them."""
        out: Json = {}
        for name, place in _ladder(row):
            found = self._targets(place).get((row["indicator"], row["year"]))
            measure = common(row["measures"], found) if found else None
            if found and measure:
                lead = difference(row["measures"], found)
                out |= {f"{name}_target": found[measure].middle, f"{name}_difference": lead}
                if "above_place" not in out:
                    out |= {"above_place": place, "above_level": name, "above_target": found[measure].middle, "above_difference": lead}
        return out

    def _targets_of(self, place: str) -> dict[Key, Measures]:
        return {(row["indicator"], row["year"]): row["measures"] for row in self._best(place) if row["kind"] == "target"}


def _ladder(row: Json) -> Iterator[tuple[str, str]]:
    """The places above by their codes, the nearest first."""
    code = row["place_code"]
    if code and not code.endswith("00"):
        yield "city", f"{code[:4]}00"
    if code and not code.endswith("0000"):
        yield "province", f"{code[:2]}0000"
    if code:
        yield "nation", NATION


def _measured(cell: Json) -> Json:
    """Both measures, and the ends of the one the row is compared by."""
    measures: Measures = {name: made for name, made in (("growth", growth(cell)), ("level", level(cell))) if made is not None}
    shown = next(iter(measures), None)
    if shown is None:
        return {"measures": measures}
    ends = measures[shown]
    return {
        "measures": measures, "measure": shown, "lower": ends.lower, "upper": ends.upper, "middle": ends.middle, "measure_unit": ends.unit,
    }  # fmt: skip


def _linked(cells: Iterable[Json]) -> Iterator[Json]:
    """Each cell with target, outcome and shortfall of its year, and each target with those of the year before."""
    by_key: dict[Key, dict[str, Json]] = {}
    rows = list(cells)
    for row in rows:
        by_key.setdefault((row["indicator"], row["year"]), {})[row["kind"]] = row
    for row in rows:
        here = _year(by_key.get((row["indicator"], row["year"]), {}))
        last = _year(by_key.get((row["indicator"], (row["year"] or 0) - 1), {})) if row["kind"] == "target" else {}
        yield (
            row
            | here
            | {f"last_{name}": last.get(name) for name in ("target", "target_unit", "outcome", "outcome_unit", "shortfall")}
            | _change(row, by_key)
        )


def _year(kinds: dict[str, Json]) -> Json:
    """Target, outcome and shortfall of one year, in a measure both are stated in; each alone in its own."""
    aim = kinds.get("target")
    result = _outcome(kinds, aim)
    measure = common(aim["measures"], result["measures"]) if aim and result else None
    out: Json = {}
    if aim:
        out |= _side("target", aim, measure)
    if result:
        out |= _side("outcome", result, measure) | {"outcome_kind": result["kind"]}
    if aim and result and measure:
        ends = aim["measures"][measure]
        out |= {"shortfall": shortfall(aim["indicator"], ends, result["measures"][measure]), "shortfall_unit": unit(ends)}
    return out


def _outcome(kinds: dict[str, Json], aim: Json | None) -> Json | None:
    """Of actual and estimate the one that can be held against the target, else with growth, else what the report says first.

    Where a report gives both (预计全市 … up in front, a firm figure of a part of it further down) the headline comes first.
    """
    found = [kinds[kind] for kind in ("actual", "estimate") if kind in kinds and kinds[kind]["measures"]]

    def rank(row: Json) -> tuple[bool, bool, int]:
        same = all(row["report_id"] == other["report_id"] for other in found)
        comparable = aim is None or common(aim["measures"], row["measures"]) is not None
        return not comparable, "growth" not in row["measures"], row["span_start"] if same else 0

    return min(found, key=rank, default=None)


def _side(name: str, row: Json, measure: str | None) -> Json:
    """The figure of a target or an outcome with its unit, in the measure that is compared, else in its own."""
    ends: Bounds | None = row["measures"].get(measure or row.get("measure"))
    return {name: ends and ends.middle, f"{name}_unit": ends and ends.unit, f"{name}_report_id": row["report_id"]}


def _change(row: Json, by_key: dict[Key, dict[str, Json]]) -> Json:
    """The target less the target of the year before."""
    before = by_key.get((row["indicator"], (row["year"] or 0) - 1), {}).get("target")
    return {"target_change": difference(row["measures"], before["measures"])} if before and row["kind"] == "target" else {}


def _copies(found: Iterable[tuple[bool, Json]]) -> dict[str, str]:
    """Report → the copies of it that were not taken."""
    taken: dict[int | None, str] = {}
    others: dict[str, list[str]] = {}
    for chosen, entry in found:
        if chosen:
            taken[entry["report_year"]] = entry["report_id"]
        elif entry["report_year"] in taken:
            others.setdefault(taken[entry["report_year"]], []).append(entry["report_id"])
    return {id: ";".join(ids) for id, ids in others.items()}


def _order(row: Json) -> tuple[object, ...]:
    return row["indicator"], row["year"] or 0, row["kind"], row.get("period") or "", row.get("basis") or ""
