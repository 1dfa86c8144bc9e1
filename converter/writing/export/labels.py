"""Chinese labels of tables and columns, from lexicons/labels.yaml."""

from __future__ import annotations

from converter.lexicons import load
from converter.writing.export.columns import Column, Table


def column_label(table: Table, column: Column) -> str:
    """The Chinese label of a column: the one it carries, else the table's own, else the common one."""
    if column.label:
        return column.label
    labels = load("labels")["columns"]
    own: dict[str, str] = labels.get(table.name) or {}
    common: dict[str, str] = labels["common"]
    return own.get(column.name) or common[column.name]


def table_label(table: Table) -> str:
    """The Chinese label of a table."""
    labels: dict[str, str] = load("labels")["tables"]
    return labels[table.name]
