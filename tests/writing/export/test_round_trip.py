"""What goes into a format comes out equal, read with the library people read it with."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from converter.cli import main
from converter.writing.export.columns import PLACES, Row, Table
from converter.writing.export.rows import rows
from converter.writing.export.tables import BY_NAME, TABLES
from tests.writing.samples import COMPILATION, awkward, save

pytest.importorskip("pyarrow", reason="the extra export is not installed")
DOCUMENTS = (awkward(), COMPILATION)


def expected(table: Table) -> list[Row]:
    """The rows of all documents."""
    return [row for document in DOCUMENTS for row in rows(document)[table.name]]


def exported(tmp_path: Path, name: str, *options: str) -> Path:
    """The output of gwr export."""
    paths = save(tmp_path, *DOCUMENTS)
    assert main(["export", *paths, "-o", str(tmp_path / name), *options]) == 0
    return tmp_path / name


def loose(row: Row) -> list[Any]:
    """A row where decimals are floats, dates texts, and an empty text is a missing one: what lesser formats can say."""
    return [
        float(c) if isinstance(c, Decimal) else c.isoformat() if isinstance(c, date) else c or None if isinstance(c, str) else c
        for c in row
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_parquet_by_pandas_and_polars(tmp_path: Path, table: Table) -> None:
    """Texts, integers, flags, dates and decimals come back in their own types."""
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    folder = exported(tmp_path, "tables", "--format", "parquet")
    frame = polars.read_parquet(folder / f"{table.name}.parquet")
    assert frame.columns == list(table.names)
    assert [tuple(row) for row in frame.rows()] == expected(table)
    read = pandas.read_parquet(folder / f"{table.name}.parquet", dtype_backend="pyarrow")
    found = [tuple(None if cell is pandas.NA else cell for cell in row) for row in read.itertuples(index=False, name=None)]
    assert found == expected(table)


def test_duckdb(tmp_path: Path) -> None:
    """All tables, exactly; the comments say what columns mean."""
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect(str(exported(tmp_path, "all.duckdb")), read_only=True) as database:
        for table in TABLES:
            assert database.execute(f'SELECT * FROM "{table.name}"').fetchall() == expected(table)
        said = database.execute("SELECT count(*) FROM duckdb_columns() WHERE comment IS NULL AND NOT internal").fetchall()
    assert said == [(0,)]


def test_sqlite(tmp_path: Path) -> None:
    """All tables; figures as floats, dates as texts; every foreign key leads somewhere."""
    with closing(sqlite3.connect(exported(tmp_path, "all.sqlite"))) as database:
        for table in TABLES:
            found = database.execute(f'SELECT * FROM "{table.name}"').fetchall()
            assert [list(row) for row in found] == [[int(c) if isinstance(c, bool) else c for c in loose(row)] for row in expected(table)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT count(*) FROM codebook").fetchall() == [(sum(len(t.columns) for t in TABLES),)]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_csv_for_programs(tmp_path: Path, table: Table) -> None:
    """Exact CSV has every text as it is."""
    path = exported(tmp_path, "table.csv", "--table", table.name, "--exact")
    with path.open(encoding="utf-8", newline="") as file:
        head, *found = csv.reader(file)
    assert head == list(table.names)
    assert found == [[_printed(cell) for cell in row] for row in expected(table)]


def _printed(cell: Any) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return "" if cell is None else str(cell)


def test_csv_for_spreadsheets(tmp_path: Path) -> None:
    """CSV without --exact has the mark that spreadsheets know UTF-8 by, and no text begins as a formula."""
    path = exported(tmp_path, "notes.csv", "--table", "notes")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = [row["term"] for row in csv.DictReader(file)]
    terms = [str(row[3]) for row in expected(BY_NAME["notes"])]
    assert found == [f"'{term}" if term[0] in "=+-@\t\r" else term for term in terms]
    assert found != terms


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_ndjson(tmp_path: Path, table: Table) -> None:
    """A line is an object with every column; figures are the numbers of the document."""
    path = exported(tmp_path, "table.ndjson", "--table", table.name)
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    wanted = [[c.isoformat() if isinstance(c, date) else float(c) if isinstance(c, Decimal) else c for c in row] for row in expected(table)]
    assert [list(row.values()) for row in found] == wanted
    assert all(list(row) == list(table.names) for row in found)


def test_excel_by_openpyxl(tmp_path: Path) -> None:
    """Sheets of texts, numbers and dates; nothing is a formula, codes keep their zeros."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(exported(tmp_path, "all.xlsx"))
    assert book.sheetnames == [*BY_NAME, "codebook"]
    for table in TABLES:
        head, *cells = list(book[table.name].iter_rows())
        assert [cell.value for cell in head] == list(table.names)
        assert not [cell for row in cells for cell in row if cell.data_type == "f"]
        found = [[cell.value.date().isoformat() if cell.is_date else cell.value for cell in row] for row in cells]
        assert found == [[_unescaped(cell) for cell in loose(row)] for row in expected(table)]


def _unescaped(cell: Any) -> Any:
    # XlsxWriter writes _x0041_ as Excel wants it, _x005F_x0041_, which openpyxl leaves alone.
    return cell.replace("_x0041_", "_x005F_x0041_") if isinstance(cell, str) else cell


@pytest.mark.parametrize("table", [t for t in TABLES if expected(t)], ids=lambda t: t.name)
def test_stata_by_pyreadstat_and_pandas(tmp_path: Path, table: Table) -> None:
    """Chinese texts, codes as labelled numbers, dates as dates; variables carry their labels."""
    pytest.importorskip("pandas")
    pyreadstat = pytest.importorskip("pyreadstat")
    path = exported(tmp_path, "table.dta", "--table", table.name)
    frame, meta = pyreadstat.read_dta(str(path), apply_value_formats=True)
    assert list(frame.columns) == list(table.names)
    assert all(meta.column_labels)
    found = frame.astype(object).where(frame.notna(), None).values.tolist()
    assert [[_stata(cell) for cell in row] for row in found] == [[_stata(cell) for cell in loose(row)] for row in expected(table)]
    assert set(meta.variable_value_labels) == {c.name for c in table.columns if c.codes}


def _stata(cell: Any) -> Any:
    """Stata has no missing texts, and its numbers come back as floats."""
    if isinstance(cell, date):
        return cell.isoformat()
    return float(cell) if isinstance(cell, (bool, int)) else cell or None if isinstance(cell, str) else cell


def test_decimals_have_room() -> None:
    """A figure with more digits than a column has is refused, not rounded."""
    assert PLACES == 8
    document = awkward()
    document["indicators"][0]["value"] = 1e-12
    with pytest.raises(ValueError, match="more digits"):
        rows(document)
