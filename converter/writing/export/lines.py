"""NDJSON: one row a line, figures as the numbers the document has."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

from converter.writing.export.columns import Cell, Row, Table


class LinesFile:
    """One table as newline-delimited JSON."""

    def __init__(self, draft: Path, tables: Sequence[Table]) -> None:
        (self._table,) = tables
        self._file = draft.open("w", encoding="utf-8", newline="")

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """Append rows."""
        names = table.names
        for row in rows:
            cells = {name: _cell(cell) for name, cell in zip(names, row, strict=True)}
            self._file.write(json.dumps(cells, ensure_ascii=False) + "\n")

    def close(self) -> list[str]:
        """Close the file."""
        self._file.close()
        return []

    def abandon(self) -> None:
        """Let go of the file; what could not be written is told already."""
        with suppress(OSError):
            self._file.close()


def _cell(cell: Cell) -> str | int | float | None:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
