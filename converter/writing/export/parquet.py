"""Parquet: one file a table, in row groups as they fill."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq

from converter.writing.export.arrow import batch, schema
from converter.writing.export.columns import Row, Table


class ParquetFile:
    """One table as one Parquet file."""

    def __init__(self, draft: Path, tables: Sequence[Table]) -> None:
        (self._table,) = tables
        self._schema = schema(self._table)
        self._writer = pq.ParquetWriter(draft, self._schema, compression="zstd")

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """One row group; the caller hands over rows by the thousand."""
        self._writer.write_batch(batch(table, rows, self._schema))

    def close(self) -> list[str]:
        """Write the footer."""
        self._writer.close()
        return []

    def abandon(self) -> None:
        """Close the file whatever is in it."""
        self._writer.close()
