"""JSON Schema 2020-12, generated from the models."""

from __future__ import annotations

import json
from typing import Any

from converter.models.descriptions import describe
from converter.models.document import Document
from converter.models.published import SCHEMA_ID, SCHEMA_VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build() -> dict[str, Any]:
    """The schema of what is written, with dialect, identifier and title in front."""
    describe()
    schema = Document.model_json_schema(mode="serialization")
    definitions = {name: _lean(definition) for name, definition in sorted(schema["$defs"].items())}
    return {
        "$schema": DIALECT,
        "$id": SCHEMA_ID,
        "title": f"gwr document {SCHEMA_VERSION}",
        "description": "One government work report (政府工作报告) as gwr writes it. Offsets are Unicode code points, spans half-open.",
        "$ref": schema["$ref"],
        "$defs": definitions,
    }


def text() -> str:
    """The schema as it is committed."""
    return json.dumps(build(), ensure_ascii=False, indent=2) + "\n"


def _lean(definition: dict[str, Any]) -> dict[str, Any]:
    """A definition without the titles made up from its field names, and without defaults: everything is required."""
    fields = definition.get("properties")
    if fields is None:
        return definition
    return definition | {"properties": {name: _field(field) for name, field in fields.items()}}


def _field(field: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in field.items() if key not in ("title", "default")}
