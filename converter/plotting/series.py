"""What is drawn: for each place the targets and outcomes of one indicator by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


@dataclass
class Point:
    """A year's target with its ends, and its outcome."""

    lower: float | None = None
    upper: float | None = None
    target: float | None = None
    outcome: float | None = None
    estimate: bool = False


@dataclass
class Series:
    """One place and indicator."""

    place: str
    name: str
    indicator: str
    unit: str
    points: dict[int, Point] = field(default_factory=dict)

    @property
    def years(self) -> list[int]:
        """The years with anything in them, in order."""
        return sorted(self.points)


def collect(rows: Iterable[Row], indicator: str, places: Sequence[str]) -> list[Series]:
    """The series of the places, named by code or name, in the order asked for; of all places where none is named."""
    by_place: dict[str, list[Row]] = {}
    for row in rows:
        if row["indicator"] == indicator and row["place"] and row["year"]:
            by_place.setdefault(row["place"], []).append(row)
    chosen = [key for asked in places for key, mine in by_place.items() if _is(asked, key, mine)] if places else list(by_place)
    made = (_series(key, by_place[key], indicator) for key in dict.fromkeys(chosen))
    return [series for series in made if series is not None]


def _is(asked: str, key: str, rows: Sequence[Row]) -> bool:
    return asked == key or any(asked in (row["place_name"], row["place_code"]) for row in rows)


def _series(place: str, rows: Sequence[Row], indicator: str) -> Series | None:
    """Growth where the place states growth at all, else levels in the unit stated most."""
    units = [row["measure_unit"] for row in rows if row["middle"] is not None]
    if not units:
        return None
    unit = "%" if "%" in units else max(sorted(set(units)), key=units.count)
    name = str(rows[-1]["place_name"] or place)
    series = Series(place, name, str(rows[0]["indicator_name"] or indicator), unit)
    for row in sorted(rows, key=lambda row: str(row["kind"])):  # actual before estimate
        if row["measure_unit"] == unit and row["middle"] is not None:
            _put(series.points.setdefault(int(row["year"]), Point()), row)
    return series


def _put(point: Point, row: Row) -> None:
    if row["kind"] == "target":
        point.target = _number(row["middle"])
        point.lower, point.upper = _number(row["lower"]), _number(row["upper"])
    elif point.outcome is None:
        point.outcome, point.estimate = _number(row["middle"]), row["kind"] == "estimate"


def _number(cell: Any) -> float | None:
    return None if cell in (None, "") else float(cell)
