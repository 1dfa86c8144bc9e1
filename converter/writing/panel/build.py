"""Documents to the rows of a panel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from converter.writing.export.columns import PLACES, Cell, Row, Table
from converter.writing.export.export import Batch
from converter.writing.export.rows import figure
from converter.writing.panel import coverage, wide
from converter.writing.panel.linking import Linker
from converter.writing.panel.spool import Spool
from converter.writing.panel.tables import COVERAGE, PANEL

Json = dict[str, Any]


def table(*, wide_rows: bool) -> Table:
    """The panel's table, long or wide."""
    return wide.table() if wide_rows else PANEL


def batches(spool: Spool, *, plans: bool, wide_rows: bool) -> Iterator[Batch]:
    """The rows of one place after the other."""
    linker = Linker(spool, "plan" if plans else "annual")
    made = table(wide_rows=wide_rows)
    for place in spool.places():
        found = linker.rows(place)
        yield {made.name: list(_rows(made, wide.rows(found) if wide_rows else found))}


def covered(spool: Spool, refused: Iterable[tuple[str, str]]) -> Iterator[Batch]:
    """The rows of the coverage manifest."""
    yield {COVERAGE.name: list(_rows(COVERAGE, coverage.rows(spool, refused)))}


def _rows(table: Table, found: Iterable[Json]) -> Iterator[Row]:
    return (tuple(_cell(row.get(column.name), column.type == "decimal") for column in table.columns) for row in found)


def _cell(cell: Any, decimal: bool) -> Cell:
    """Decimals with the digits a column has and no zeros behind; figures that came through JSON become decimals again."""
    if not decimal or cell is None:
        made: Cell = cell
        return made
    exact = cell if isinstance(cell, Decimal) else figure(cell)
    return None if exact is None else _trimmed(round(exact, PLACES))


def _trimmed(number: Decimal) -> Decimal:
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
