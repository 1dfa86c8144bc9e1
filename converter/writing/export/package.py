"""A folder as Data Package v2: a file a table, and datapackage.json with schemas, keys and missing values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from converter.models import codelists
from converter.writing.export.columns import Column, Row, Table
from converter.writing.export.labels import column_label, table_label
from converter.writing.export.sinks import Sink

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
_TYPES = {"text": "string", "integer": "integer", "boolean": "boolean", "date": "date", "decimal": "number"}
_MEDIA = {"csv": "text/csv", "ndjson": "application/x-ndjson", "parquet": "application/vnd.apache.parquet", "dta": "application/x-stata"}

Make = Callable[[Path, Sequence[Table]], Sink]


class PackageFolder:
    """All tables as files of one format in a folder that describes itself."""

    def __init__(self, draft: Path, tables: Sequence[Table], *, format_: str, make: Make, version: str) -> None:
        draft.mkdir()
        self._draft, self._tables, self._format, self._version = draft, tables, format_, version
        self._sinks = {table.name: make(draft / f"{table.name}.{format_}", [table]) for table in tables}
        self._rows = dict.fromkeys(self._sinks, 0)

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """Append rows to the table's file."""
        self._sinks[table.name].write(table, rows)
        self._rows[table.name] += len(rows)

    def close(self) -> list[str]:
        """Finish the files and describe them."""
        # Stata has no files without observations: an empty table has no resource there.
        tables = [t for t in self._tables if self._rows[t.name] or self._format != "dta"]
        said = [line for table in tables for line in self._sinks[table.name].close()]
        text = json.dumps(self._descriptor(tables), ensure_ascii=False, indent=2) + "\n"
        (self._draft / "datapackage.json").write_text(text, "utf-8", newline="\n")
        return said

    def abandon(self) -> None:
        """Let go of the files."""
        for sink in self._sinks.values():
            sink.abandon()

    def _descriptor(self, tables: Sequence[Table]) -> dict[str, Any]:
        return {
            "$schema": PROFILE,
            "name": "government-work-reports",
            "title": "政府工作报告 Government work reports as tables",
            "description": f"Written by gwr {self._version}. What the columns mean is said in their descriptions.",
            "resources": [self._resource(table, {t.name for t in tables}) for table in tables],
        }

    def _resource(self, table: Table, there: set[str]) -> dict[str, Any]:
        path = self._draft / f"{table.name}.{self._format}"
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {
            "$schema": _RESOURCE,
            "name": table.name,
            "path": path.name,
            "type": "table",
            "title": table_label(table),
            "description": table.about,
            "format": self._format,
            "mediatype": _MEDIA[self._format],
            **({"encoding": "utf-8"} if self._format in ("csv", "ndjson") else {}),
            "bytes": path.stat().st_size,
            "hash": f"sha256:{digest}",
            "schema": schema(table, there),
        }


def schema(table: Table, there: set[str]) -> dict[str, Any]:
    """The Table Schema: fields, primary key, and foreign keys to the tables that are there too."""
    keys = [{"fields": list(mine), "reference": {"resource": to, "fields": list(its)}} for mine, to, its in table.refers if to in there]
    return {
        "$schema": _SCHEMA,
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    about = f"{column.about} Unit: {column.unit}." if column.unit else column.about
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "title": column_label(table, column),
        "description": about,
    }
    if column.codes:
        field["categories"] = [{"value": code, "label": words[0]} for code, words in codelists.words()[column.codes].items()]
    if column.required:
        field["constraints"] = {"required": True}
    return field
