"""Tables under way: which table and row a line stands in, and rows whose cells make one line."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.reading.drafts import Draft
from converter.reading.html.rows import belong, glued


@dataclass(slots=True)
class Row:
    """A table row under way: the first draft of each cell."""

    cells: list[int] = field(default_factory=list)
    nested: bool = False


class Tables:
    """The tables that are open. `drafts` are the page's lines so far, of which a row's cells are made one."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = drafts
        self._count = 0
        self._rows: list[Row] = []
        self._row_of: list[int] = []

    def open(self, tag: str, around: tuple[int, int] | None) -> tuple[int, int] | None:
        """A table, row or cell opens: the table and row that the text inside is in; around: those of the element around it."""
        if tag == "table":
            self._count += 1
            self._row_of.append(0)
            if self._rows:
                self._rows[-1].nested = True
            return None
        if tag == "tr" and self._row_of:
            self._row_of[-1] += 1
            self._rows.append(Row())
        elif self._row_of:
            if self._rows:
                self._rows[-1].cells.append(len(self._drafts))
            return self._count, self._row_of[-1]
        return around

    def close(self, tag: str) -> None:
        """A row or table closes."""
        if tag == "tr" and self._rows:
            self._close_row()
        elif tag == "table" and self._row_of:
            self._row_of.pop()

    def _close_row(self) -> None:
        """A row of cells with one line each becomes one line; any other keeps its lines, cell after cell."""
        row = self._rows.pop()
        ends = [*row.cells[1:], len(self._drafts)]
        if row.nested or not row.cells or any(b - a > 1 for a, b in zip(row.cells, ends, strict=True)):
            return
        cells = self._drafts[row.cells[0] :]
        if len(cells) > 1 and belong(cells):
            self._drafts[row.cells[0] :] = [glued(cells)]
