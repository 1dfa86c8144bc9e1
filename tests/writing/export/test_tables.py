"""Tables, columns and rows."""

from __future__ import annotations

import pytest

from converter.models import codelists
from converter.writing.export.columns import Table
from converter.writing.export.labels import column_label, table_label
from converter.writing.export.rows import above, day, rows
from converter.writing.export.tables import BY_NAME, TABLES
from converter.writing.panel import wide
from converter.writing.panel.tables import COVERAGE, PANEL
from tests.writing.samples import COMPILATION, EVERY

ALL = (*TABLES, PANEL, wide.table(), COVERAGE)


@pytest.mark.parametrize("table", ALL, ids=lambda t: t.name)
def test_columns_say_what_they_are(table: Table) -> None:
    """Every column has a meaning, a Chinese label, a known code list and a name that fits into Stata."""
    assert table.about
    assert table_label(table)
    assert len(set(table.names)) == len(table.names)
    for column in table.columns:
        assert column.about
        assert column_label(table, column)
        assert len(column.name) <= 32
        assert column.codes is None or column.codes in codelists.words()


@pytest.mark.parametrize("document", [EVERY, COMPILATION], ids=["every_field", "compilation"])
def test_keys_hold(document: dict[str, object]) -> None:
    """Keys are unique, and references lead to rows that are there."""
    made = rows(document)
    for table in TABLES:
        keys = [_at(table, row, table.key) for row in made[table.name]]
        assert len(set(keys)) == len(keys)
        assert all(len(row) == len(table.columns) for row in made[table.name])
        for mine, to, its in table.refers:
            there = {_at(BY_NAME[to], row, its) for row in made[to]}
            assert {key for row in made[table.name] if None not in (key := _at(table, row, mine))} <= there


def _at(table: Table, row: tuple[object, ...], names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(row[table.names.index(name)] for name in names)


def test_compilation() -> None:
    """Its reports are rows of their own that name it; its sections stand once."""
    made = rows(COMPILATION)
    names = BY_NAME["reports"].names
    assert [row[names.index("compilation_id")] for row in made["reports"]] == [None, *[COMPILATION["id"]] * len(COMPILATION["reports"])]
    assert {row[0] for row in made["sections"]} == {child["id"] for child in COMPILATION["reports"]}


@pytest.mark.parametrize(("printed", "read"), [("2025-01-20", "2025-01-20"), ("2025-01", "None"), ("2025-02-30", "None"), (None, "None")])
def test_dates(printed: str | None, read: str) -> None:
    """Only a day of the calendar is a date."""
    assert str(day(printed)) == read


@pytest.mark.parametrize(
    ("path", "level", "expected"),
    [
        (["辽宁省"], "province", ("辽宁省", None)),
        (["辽宁省", "沈阳市"], "prefecture", ("辽宁省", "沈阳市")),
        (["辽宁省", "沈阳市", "铁西区"], "county", ("辽宁省", "沈阳市")),
        (["北京市", "东城区"], "county", ("北京市", None)),
        ([], "national", (None, None)),
    ],
)
def test_province_and_city(path: list[str], level: str, expected: tuple[str | None, str | None]) -> None:
    """Province and city come from the path; a place right under a province has no city."""
    assert above(path, level) == expected
