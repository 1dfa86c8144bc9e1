"""SQLite: all tables in one database, with primary and foreign keys declared, and a table `codebook`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

from converter.writing.export.columns import Cell, Row, Table
from converter.writing.export.labels import column_label

# SQLite has no decimals: figures are 8-byte floats, which print the same digits up to fifteen of them.
_TYPES = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "date": "TEXT", "decimal": "REAL"}


class SqliteDatabase:
    """All tables as one SQLite file."""

    def __init__(self, draft: Path, tables: Sequence[Table]) -> None:
        draft.unlink(missing_ok=True)
        self._database = sqlite3.connect(draft, isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")  # the draft is thrown away when anything fails
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("BEGIN")
        self._inserts = {table.name: self._create(table, {t.name for t in tables}) for table in tables}
        self._codebook(tables)

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """Append rows."""
        with _disk():
            self._database.executemany(self._inserts[table.name], [tuple(map(_cell, row)) for row in rows])

    def close(self) -> list[str]:
        """Commit and close."""
        with _disk():
            self._database.execute("COMMIT")
        self._database.close()
        return []

    def abandon(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _create(self, table: Table, there: set[str]) -> str:
        """The empty table; the statement that inserts a row."""
        parts = [f'"{c.name}" {_TYPES[c.type]}{" NOT NULL" if c.required else ""}' for c in table.columns]
        parts += [f"PRIMARY KEY ({_names(table.key)})"] if table.key else []
        parts += [
            f"FOREIGN KEY ({_names(mine)}) REFERENCES {_names([to])} ({_names(its)})" for mine, to, its in table.refers if to in there
        ]
        self._database.execute(f'CREATE TABLE "{table.name}" ({", ".join(parts)})')
        return f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'

    def _codebook(self, tables: Sequence[Table]) -> None:
        self._database.execute(
            "CREATE TABLE codebook (table_name TEXT, column_name TEXT, label_zh TEXT, about TEXT, unit TEXT, codes TEXT)"
        )
        rows = [(t.name, c.name, column_label(t, c), c.about, c.unit, c.codes) for t in tables for c in t.columns]
        self._database.executemany("INSERT INTO codebook VALUES (?, ?, ?, ?, ?, ?)", rows)


@contextmanager
def _disk() -> Iterator[None]:
    """A disk that is full is an OSError, as everywhere."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from None


def _names(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _cell(cell: Cell) -> str | int | float | None:
    if isinstance(cell, Decimal):
        return float(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
