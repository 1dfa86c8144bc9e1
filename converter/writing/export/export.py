"""Rows to one output: buffered by the thousand, so that memory does not grow with the number of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from converter.writing.export.columns import Row, Table
from converter.writing.export.sinks import Sink
from converter.writing.export.whole import whole

# Rows of one table that are held before they are written: a row group of Parquet.
HELD = 20_000
Batch = dict[str, list[Row]]


def write(batches: Iterable[Batch], path: Path, tables: Sequence[Table], make: Callable[[Path], Sink]) -> list[str]:
    """Write the rows of these tables to `path`, complete or not at all; `make` gives the sink for a draft.

    Gives back what had to be changed to fit the format. Errors are OSError and Unfit.
    """
    with whole(path) as draft:
        sink = make(draft)
        try:
            for table, rows in _full(batches, tables):
                sink.write(table, rows)
            return sink.close()
        except BaseException:
            with suppress(Exception):
                sink.abandon()
            raise


def _full(batches: Iterable[Batch], tables: Sequence[Table]) -> Iterable[tuple[Table, list[Row]]]:
    """Tables with as many rows as are written at once; the rest at the end."""
    held: Batch = {table.name: [] for table in tables}
    for batch in batches:
        for table in tables:
            rows = held[table.name]
            rows += batch[table.name]
            if len(rows) >= HELD:
                yield table, rows
                held[table.name] = []
    yield from ((table, held[table.name]) for table in tables if held[table.name])
