"""The codebook: every table and column that exports and panels write, as a page."""

from __future__ import annotations

from collections.abc import Sequence

from converter.models import codelists
from converter.writing.export.columns import Column, Table
from converter.writing.export.labels import column_label, table_label

_TYPES = {"text": "text", "integer": "integer", "boolean": "boolean", "date": "date", "decimal": "decimal"}
_HEADER = "# Codebook\n\nWritten by `python -m scripts.generate`; do not edit. How it is used: [consuming.md](consuming.md)\n"
_HEAD = "| column | 中文 | type | meaning | unit | source in the document |\n|---|---|---|---|---|---|\n"


def text(tables: Sequence[Table]) -> str:
    """The page, in Markdown; names, meanings and code lists are those of the models."""
    lists = sorted({column.codes for table in tables for column in table.columns if column.codes})
    return "\n".join(
        [
            _HEADER,
            *(_table(table) for table in tables),
            "## Code lists\n\nAs CSV in `schema/VERSION/codelists/`.\n",
            *(_codes(name) for name in lists),
        ]
    )


def _table(table: Table) -> str:
    keys = f"Key: {', '.join(f'`{name}`' for name in table.key)}.\n\n" if table.key else ""
    rows = "".join(f"| {' | '.join(_cell(part) for part in _row(table, column))} |\n" for column in table.columns)
    return f"## {table.name} {table_label(table)}\n\n{table.about}\n\n{keys}{_HEAD}{rows}"


def _row(table: Table, column: Column) -> tuple[str, ...]:
    kind = f"code: {column.codes}" if column.codes else _TYPES[column.type]
    source = f"`{column.source}`" if column.source else ""
    return f"`{column.name}`", column_label(table, column), kind, column.about, column.unit or "", source


def _codes(name: str) -> str:
    rows = "".join(f"| `{code}` | {label} | {_cell(about)} |\n" for code, (label, about) in codelists.words()[name].items())
    return f"### {name}\n\n| code | 中文 | meaning |\n|---|---|---|\n{rows}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
