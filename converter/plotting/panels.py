"""Rows of a panel from the file it was written to."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

Row = dict[str, Any]
NEEDED = (
    "place", "place_code", "place_name", "year", "indicator", "indicator_name", "kind", "lower", "upper", "middle", "measure_unit",
)  # fmt: skip

_LARGEST = 1e30


class NoPanel(ValueError):
    """The file is no panel that can be drawn; one line for people."""


def rows(path: Path) -> Iterator[Row]:
    """The columns that are drawn; an empty cell is None. Errors are OSError and NoPanel."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise NoPanel(f"panels are read from {' '.join(_READERS)}")
    try:
        for row in reader(path):
            missing = [name for name in NEEDED if name not in row]
            if missing:
                raise NoPanel(f"is no panel of gwr (not --wide): the column {missing[0]} is missing")
            yield {name: _cell(name, None if row[name] == "" else row[name]) for name in NEEDED}
    except ImportError as error:
        raise NoPanel(f"needs {error.name}, which is not installed: pip install 'gwr-converter[export]'") from None
    except (ValueError, TypeError, OverflowError, sqlite3.Error, csv.Error) as error:
        raise error if isinstance(error, NoPanel) else NoPanel(f"cannot be read: {str(error).splitlines()[0]}") from None


def _cell(name: str, cell: Any) -> Any:
    """A year, a figure or words as they can be drawn. Raises ValueError for others: a panel may come from anywhere."""
    if cell is None:
        return None
    if name == "year":
        year = int(cell)
        if not 1900 <= year <= 2999:
            raise ValueError(f"{year} is no year")
        return year
    if name in ("lower", "upper", "middle"):
        figure = float(cell)
        if not abs(figure) <= _LARGEST:
            raise ValueError(f"{figure} cannot be drawn")
        return figure
    return "".join(c if c.isprintable() else " " for c in str(cell))


def _csv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _ndjson(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def _parquet(path: Path) -> Iterator[Row]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(columns=[name for name in NEEDED if name in file.schema_arrow.names]):
            yield from batch.to_pylist()


def _duckdb(path: Path) -> Iterator[Row]:
    import duckdb

    try:
        with duckdb.connect(str(path), read_only=True) as database:
            found = database.execute("SELECT * FROM panel")
            names = [column[0] for column in found.description or ()]
            while batch := found.fetchmany(10_000):
                yield from (dict(zip(names, row, strict=True)) for row in batch)
    except duckdb.Error as error:
        raise NoPanel(f"cannot be read: {str(error).splitlines()[0]}") from None


def _sqlite(path: Path) -> Iterator[Row]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        yield from (dict(row) for row in database.execute("SELECT * FROM panel"))


_READERS = {".csv": _csv, ".ndjson": _ndjson, ".parquet": _parquet, ".duckdb": _duckdb, ".sqlite": _sqlite}
