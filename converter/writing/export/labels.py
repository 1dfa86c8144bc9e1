"""Chinese labels of tables and columns, from lexicons/labels.yaml."""

from __future__ import annotations

from converter.lexicons import load
from converter.writing.export.columns import Table


def column_label(table: Table, name: str) -> str:
    """The Chinese label of a column; the table's own before the common one."""
    labels = load("labels")["columns"]
    own: dict[str, str] = labels.get(table.name) or {}
    common: dict[str, str] = labels["common"]
    return own.get(name) or common[name]


def table_label(table: Table) -> str:
    """The Chinese label of a table."""
    labels: dict[str, str] = load("labels")["tables"]
    return labels[table.name]
