"""Rows as Arrow record batches: the common ground of Parquet, DuckDB and Stata."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from converter.writing.export.columns import DIGITS, PLACES, Column, Row, Table
from converter.writing.export.labels import column_label
from converter.writing.export.sinks import Unfit

_TYPES = {
    "text": pa.string(), "integer": pa.int64(), "boolean": pa.bool_(), "date": pa.date32(), "decimal": pa.decimal128(DIGITS, PLACES),
}  # fmt: skip


def schema(table: Table) -> pa.Schema:
    """The table's schema; what a column means and its Chinese label travel as metadata."""
    return pa.schema([_field(table, column) for column in table.columns], metadata={"description": table.about})


def _field(table: Table, column: Column) -> pa.Field:
    said = {"description": column.about, "label": column_label(table, column), "unit": column.unit or "", "codes": column.codes or ""}
    return pa.field(column.name, _TYPES[column.type], nullable=not column.required, metadata={k: v for k, v in said.items() if v})


def batch(table: Table, rows: Sequence[Row], schema: pa.Schema) -> pa.RecordBatch:
    """Rows as one record batch; Unfit where a figure has more digits than a decimal column."""
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    return pa.RecordBatch.from_arrays(
        [_array(column, values) for column, values in zip(table.columns, columns, strict=True)], schema=schema
    )


def _array(column: Column, values: Sequence[object]) -> pa.Array:
    try:
        return pa.array(values, _TYPES[column.type])
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError, UnicodeError) as error:
        raise Unfit(f"column {column.name}: {str(error).splitlines()[0]}") from None
