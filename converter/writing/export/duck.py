"""DuckDB: all tables in one database, with keys, and with what the columns mean as comments."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from converter.writing.export.arrow import batch, schema
from converter.writing.export.columns import DIGITS, PLACES, Row, Table
from converter.writing.export.labels import column_label

_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE", "decimal": f"DECIMAL({DIGITS}, {PLACES})"}
# A checkpoint rewrites row groups that are not full: at every 16 MB, the default, 10,000 documents take 88 s, so 59;
# one at the end would hold everything in memory.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "256MB", "threads": 2, "checkpoint_threshold": "64MB"}


class DuckDatabase:
    """All tables as one DuckDB file."""

    def __init__(self, draft: Path, tables: Sequence[Table]) -> None:
        self._schemas = {table.name: schema(table) for table in tables}
        with _disk():
            self._database = duckdb.connect(str(draft), config=_CONFIG)
            for table in tables:
                self._create(table)

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """Append rows through Arrow."""
        with _disk():
            self._database.register("rows", batch(table, rows, self._schemas[table.name]))
            self._database.execute(f'INSERT INTO "{table.name}" SELECT * FROM rows')
        self._database.unregister("rows")

    def close(self) -> list[str]:
        """Write everything into the one file."""
        with _disk():
            self._database.execute("CHECKPOINT")
            self._database.close()
        return []

    def abandon(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _create(self, table: Table) -> None:
        # No primary key is declared: its index would be held in memory and grow with the documents. The exporter sees to uniqueness.
        columns = ", ".join(f'"{c.name}" {_TYPES[c.type]}{" NOT NULL" if c.required else ""}' for c in table.columns)
        self._database.execute(f'CREATE TABLE "{table.name}" ({columns})')
        self._database.execute(f'COMMENT ON TABLE "{table.name}" IS {_quoted(table.about)}')
        for column in table.columns:
            about = f"{column_label(table, column)}: {column.about}"
            self._database.execute(f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {_quoted(about)}')


@contextmanager
def _disk() -> Iterator[None]:
    """A disk that is full is an OSError, as everywhere."""
    try:
        yield
    except (duckdb.IOException, duckdb.OutOfMemoryException, duckdb.TransactionException) as error:
        said = str(error).splitlines()[0]
        full = os.strerror(errno.ENOSPC)
        raise (OSError(errno.ENOSPC, full) if full in said else OSError(said)) from None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
