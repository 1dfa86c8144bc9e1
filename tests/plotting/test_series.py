"""What is drawn of a panel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from converter.plotting.panels import NEEDED, NoPanel, rows
from converter.plotting.series import collect


def row(place: str, year: int, kind: str, middle: float | None, unit: str | None = "%", **more: Any) -> dict[str, Any]:
    """A row of a panel."""
    named = {"place": place, "place_code": place, "place_name": f"地方{place}", "indicator": "gdp", "indicator_name": "地区生产总值"}
    return named | {"year": year, "kind": kind, "middle": middle, "lower": middle, "upper": middle, "measure_unit": unit} | more


def test_growth_is_drawn_where_it_is_stated() -> None:
    """Levels are left out of a series of growth."""
    (series,) = collect([row("330000", 2023, "target", 6), row("330000", 2024, "actual", 6e12, "元")], "gdp", [])
    assert (series.unit, series.years) == ("%", [2023])


def test_actual_before_estimate() -> None:
    """Of an actual and an estimate the actual is drawn."""
    (series,) = collect([row("330000", 2023, "estimate", 5), row("330000", 2023, "actual", 6)], "gdp", [])
    assert (series.points[2023].outcome, series.points[2023].estimate) == (6, False)


@pytest.mark.parametrize(("asked", "found"), [([], ["1", "2"]), (["2"], ["2"]), (["地方2", "1"], ["2", "1"]), (["3"], [])])
def test_places_by_code_or_name(asked: list[str], found: list[str]) -> None:
    """In the order asked for; all where none is named."""
    assert [s.place for s in collect([row("1", 2023, "target", 6), row("2", 2023, "target", 6)], "gdp", asked)] == found


def test_nothing_to_draw() -> None:
    """A place without figures of the indicator has no series."""
    assert collect([row("330000", 2023, "target", None, None)], "gdp", []) == []
    assert collect([row("330000", 2023, "target", 6)], "cpi", []) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.docx", ""), ("a.csv", "a,b\n1,2\n"), ("a.ndjson", "{"), ("a.ndjson", "7\n"), ("a.sqlite", "no database at all, but long")],
)
def test_what_is_no_panel(tmp_path: Path, name: str, text: str) -> None:
    """Anything else is refused in one line."""
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(NoPanel) as refused:
        list(rows(path))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "cell"),
    [("year", "999999999999"), ("year", "1e999"), ("middle", "1e308"), ("middle", "nan"), ("lower", "x"), ("year", "9" * 5_000)],
)
def test_cells_that_cannot_be_drawn(tmp_path: Path, name: str, cell: str) -> None:
    """A year or figure out of all bounds is told in one line, before anything is drawn."""
    cells = {**dict.fromkeys(NEEDED, "x"), "year": "2024", "lower": "1", "upper": "1", "middle": "1", name: cell}
    path = tmp_path / "p.csv"
    path.write_text(",".join(cells) + "\n" + ",".join(cells.values()) + "\n", "utf-8")
    with pytest.raises(NoPanel, match="cannot be read") as caught:
        list(rows(path))
    assert "\n" not in str(caught.value)
