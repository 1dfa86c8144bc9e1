"""Excel: a sheet a table. Texts are texts whatever they begin with; codes keep their zeros; dates are dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from converter.writing.export.columns import Cell, Row, Table
from converter.writing.export.labels import column_label

_ROWS, _CHARACTERS = 1_048_576, 32_767  # what Excel holds: rows of a sheet, characters of a cell
_CUT = "…[cut]"


class ExcelBook:
    """All tables as one workbook, written row by row; a full sheet goes on in another."""

    def __init__(self, draft: Path, tables: Sequence[Table]) -> None:
        # Constant memory: rows go to disk as they come, one temporary file a sheet.
        self._book = xlsxwriter.Workbook(str(draft), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        self._date = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._head = self._book.add_format({"bold": True})
        self._sheets: dict[str, list[Any]] = {}
        self._filled: dict[str, int] = {}
        self._cut = 0
        for table in tables:
            self._sheet(table)
        self._codebook(tables)

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """Append rows."""
        for row in rows:
            if self._filled[table.name] >= _ROWS:
                self._sheet(table)
            sheet, at = self._sheets[table.name][-1], self._filled[table.name]
            for number, cell in enumerate(row):
                self._put(sheet, at, number, cell)
            self._filled[table.name] = at + 1

    def close(self) -> list[str]:
        """Write the file."""
        try:
            self._book.close()
        except FileCreateError as error:  # a disk that is full is an OSError, as everywhere
            raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from None
        said = [f"{name}: more rows than a sheet of Excel holds; {len(s)} sheets" for name, s in self._sheets.items() if len(s) > 1]
        return said + ([f"{self._cut} texts longer than a cell of Excel holds were cut"] if self._cut else [])

    def abandon(self) -> None:
        """Remove the temporary files of the sheets by finishing a book nobody will see."""
        self._book.close()

    def _sheet(self, table: Table) -> None:
        made = self._sheets.setdefault(table.name, [])
        sheet = self._book.add_worksheet(table.name if not made else f"{table.name} {len(made) + 1}")
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, table.names, self._head)
        made.append(sheet)
        self._filled[table.name] = 1

    def _put(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        if cell is None:
            return
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, str):
            sheet.write_string(row, column, self._fitting(cell))
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, cell, self._date)
        else:
            sheet.write_number(row, column, float(cell) if isinstance(cell, Decimal) else cell)

    def _fitting(self, text: str) -> str:
        """The text, cut where a cell cannot hold it; Excel counts UTF-16 units."""
        if len(text) <= _CHARACTERS // 2 or len(text.encode("utf-16-le")) // 2 <= _CHARACTERS:
            return text
        self._cut += 1
        room = (_CHARACTERS - len(_CUT)) * 2
        return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT

    def _codebook(self, tables: Sequence[Table]) -> None:
        sheet = self._book.add_worksheet("codebook")
        sheet.write_row(0, 0, ("table", "column", "label_zh", "about", "unit", "codes"), self._head)
        rows = [(t.name, c.name, column_label(t, c), c.about, c.unit, c.codes) for t in tables for c in t.columns]
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                self._put(sheet, number, column, cell)
