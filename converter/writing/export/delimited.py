"""CSV: one table a file. For spreadsheets with a byte order mark, and with formulas disarmed; for programs exactly."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

from converter.writing.export.columns import Cell, Row, Table

# A text cell that begins so is run as a formula by spreadsheet programs that open the file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvFile:
    """One table as CSV, RFC 4180, UTF-8; an empty cell is a missing value."""

    def __init__(self, draft: Path, tables: Sequence[Table], *, exact: bool = False) -> None:
        (self._table,) = tables
        self._exact = exact
        self._disarmed = 0
        self._file = draft.open("w", encoding="utf-8" if exact else "utf-8-sig", newline="")
        self._csv = csv.writer(self._file)
        self._csv.writerow(self._table.names)

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """Append rows."""
        self._csv.writerows([self._cell(cell) for cell in row] for row in rows)

    def close(self) -> list[str]:
        """Close; says how many cells were disarmed."""
        self._file.close()
        if not self._disarmed:
            return []
        return [f"{self._disarmed} texts that a spreadsheet would run as formulas got a ' in front; --exact leaves them alone"]

    def abandon(self) -> None:
        """Let go of the file; what could not be written is told already."""
        with suppress(OSError):
            self._file.close()

    def _cell(self, cell: Cell) -> str | int | None:
        if isinstance(cell, str):
            if not self._exact and cell.startswith(_FORMULA):
                self._disarmed += 1
                return f"'{cell}"
            return cell
        return plain(cell)


def plain(cell: Cell) -> str | int | None:
    """A cell as printed: true and false, dates as YYYY-MM-DD, decimals without exponent and without zeros behind."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell.isoformat() if isinstance(cell, date) else cell
