"""Stata: one table as .dta, with labels of variables and values. Long texts are strL. The format is written in one piece, from memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.io.stata import StataWriterUTF8

from converter.models import codelists
from converter.writing.export.columns import Column, Row, Table
from converter.writing.export.labels import column_label, table_label
from converter.writing.export.sinks import Unfit

_NAME, _LABEL = 32, 80  # characters of a variable's name and label
_SHORT = 2045  # bytes of a string that is no strL


class StataFile:
    """One table as Stata 14's format (version 118), which is UTF-8."""

    def __init__(self, draft: Path, tables: Sequence[Table]) -> None:
        (self._table,) = tables
        self._draft = draft
        self._columns: list[list[Any]] = [[] for _ in self._table.columns]

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """Keep the rows: the widths of the columns are known only when all are there."""
        for held, cells in zip(self._columns, zip(*rows, strict=True), strict=False):
            held.extend(cells)

    def close(self) -> list[str]:
        """Write the file."""
        if not self._columns[0]:
            raise Unfit(f"table {self._table.name} has no rows, and a file of Stata needs one")
        frame = pd.DataFrame({c.name: _series(c, cells) for c, cells in zip(self._table.columns, self._columns, strict=True)}, copy=False)
        long = [
            c.name for c, cells in zip(self._table.columns, self._columns, strict=True) if c.type == "text" and not c.codes and _long(cells)
        ]
        StataWriterUTF8(
            str(self._draft),
            frame,
            convert_dates={c.name: "%td" for c in self._table.columns if c.type == "date"},
            write_index=False,
            data_label=table_label(self._table)[:_LABEL],
            variable_labels={c.name: f"{column_label(self._table, c)} {c.about}"[:_LABEL] for c in self._table.columns},
            convert_strl=long,
            version=118,
        ).write_file()
        return []

    def abandon(self) -> None:
        """Nothing is open."""


def _series(column: Column, cells: list[Any]) -> Any:
    """A column as Stata has it: missing texts are empty, codes are numbers with labels, flags 0 and 1."""
    if column.type == "date":
        return pd.Series(pd.to_datetime(pd.Series(cells, dtype="object")), dtype="datetime64[ns]")
    if column.type == "decimal":
        return pd.Series([None if cell is None else float(cell) for cell in cells], dtype="float64")
    if column.type == "boolean":
        return pd.Series([None if cell is None else int(cell) for cell in cells], dtype="Int8")
    if column.type == "integer":
        return pd.Series(cells, dtype="Int64")
    if column.codes:
        known = list(codelists.words()[column.codes])
        return pd.Series(pd.Categorical(cells, [*known, *sorted({cell for cell in cells if cell is not None} - set(known))]))
    return pd.Series(["" if cell is None else cell for cell in cells], dtype="object")


def _long(cells: list[Any]) -> bool:
    return any(cell is not None and len(cell.encode()) > _SHORT for cell in cells)
