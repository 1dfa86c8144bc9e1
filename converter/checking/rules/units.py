"""Units count what the indicator measures, base values follow from them, and names are those of the code list."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from converter.checking.findings import Finding
from converter.checking.report import Report, pair
from converter.extracting.listed import counted, entries
from converter.extracting.values.units import dimensions, in_base
from converter.models.codelists import words

# Rates may be printed in per cent, whatever else they are counted in.
_RATE = ("%", "‰")


def units(report: Report) -> Iterator[Finding]:
    """亿元 counts money and no people."""
    for pointer, fact in report.figures:
        unit = fact["unit"]
        if unit is None or unit in _RATE or fact["id"] not in entries():
            continue
        if not dimensions(unit) & counted(fact["id"]):
            yield Finding("GWR143", f"{fact['id']} is not counted in {unit}: {fact['quote'][:40]!r}", f"{pointer}/unit", pair(fact["span"]))


def base_values(report: Report) -> Iterator[Finding]:
    """value_base is value times unit, in the base unit of the indicator's dimension."""
    for pointer, fact in report.figures:
        said = _base(fact)
        if said is not None and not _fits(fact, said):
            wanted = f"{said[0]} {said[1]}" if said[1] else "none"
            given = f"the base value is {fact['value_base']} {fact['unit_base']}"
            wrong = f"{fact['id']}: {given}; {fact['value']} {fact['unit']} make {wanted}"
            yield Finding("GWR144", wrong, f"{pointer}/value_base", pair(fact["span"]))


def _base(fact: dict[str, Any]) -> tuple[float, str] | None:
    """The base value and its unit; None where this gwr cannot tell."""
    if fact["value"] is None or fact["unit"] is None:
        return (0, "") if fact["value_base"] is not None else None
    for dimension in counted(fact["id"]):
        found = in_base(Decimal(str(fact["value"])), fact["unit"], dimension) if dimension else None
        if found:
            return float(found[0]), found[1]
    return (0, "") if fact["value_base"] is not None else None


def _fits(fact: dict[str, Any], said: tuple[float, str]) -> bool:
    if fact["value_base"] is None:
        return fact["unit_base"] is None and not said[1]
    return float(fact["value_base"]) == said[0] and fact["unit_base"] == said[1]


def names(report: Report) -> Iterator[Finding]:
    """The name is the one the code list gives for the id."""
    listed = words()["indicator"]
    for pointer, fact in report.figures:
        known = {listed[fact["id"]][0] if fact["id"] in listed else None, entries()[fact["id"]].name if fact["id"] in entries() else None}
        if known != {None} and fact["name"] not in known:
            yield Finding("GWR150", f"{fact['id']} is called {fact['name'][:20]}", f"{pointer}/name", pair(fact["span"]))
