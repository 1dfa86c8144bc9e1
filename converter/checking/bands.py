"""The measured bands: what is usual for an indicator, a report, a part. Written by scripts/measure_bands.py."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from converter import words

Band = tuple[float, float]


@cache
def _bands() -> dict[str, Any]:
    found: dict[str, Any] = words.read(files(__package__) / "bands.yaml")
    return found


def era(period: str) -> str:
    """Prices and growth before 2000 were of another kind."""
    return "before_2000" if period < "2000" else "since_2000"


@cache
def figure_band(id: str, field: str, unit: str, level: str | None, period: str) -> Band | None:
    """Lowest and highest yearly figure that is no surprise; None where too few were seen."""
    rows = _bands()["figures"].get(id, {}).get(field, {}).get(unit, {})
    if field == "growth":
        return _pair(rows.get(era(period)))
    return _pair(rows.get("any") if unit == "%" else rows.get(level))


def length_band(level: str | None) -> Band | None:
    """Characters of a complete report's body."""
    return _pair(_bands()["lengths"].get(level))


def part_band(role: str) -> Band | None:
    """Share of the text that a part of the first level has."""
    return _pair(_bands()["parts"].get(role))


def _pair(row: list[float] | None) -> Band | None:
    return (row[0], row[1]) if row else None
