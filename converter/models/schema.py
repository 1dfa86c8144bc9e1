"""JSON Schema 2020-12, generated from the models."""

from __future__ import annotations

import json
from typing import Any

from converter.models.descriptions import describe
from converter.models.document import Document
from converter.models.published import READER_ID, SCHEMA_ID, SCHEMA_VERSION

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


def reader() -> dict[str, Any]:
    """The schema for readers: what they know must be right, what later versions of the same number in front add is let through.

    So fields may be there that it does not know, codes that a list did not have, and another minor version.
    """
    strict = build()
    version = {"type": "string", "pattern": rf"^{SCHEMA_VERSION.split('.')[0]}\.[0-9]+\.[0-9]+$"}
    definitions = {name: _tolerant(definition) for name, definition in strict["$defs"].items()}
    known = definitions["Document"]["properties"]
    known["schema_version"] = version | {"description": known["schema_version"]["description"]}
    said = "What every gwr document of this major version has, for programs that read them: later fields and codes are let through."
    return strict | {"$id": READER_ID, "title": f"{strict['title']}, for readers", "description": said, "$defs": definitions}


def _tolerant(part: Any) -> Any:
    """The same without a word on other fields, with lists of codes as examples."""
    if isinstance(part, list):
        return [_tolerant(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _tolerant(under) for key, under in part.items() if key not in ("additionalProperties", "enum")}
    codes = part.get("enum")
    return kept | {"examples": codes} if isinstance(codes, list) else kept


def reader_text() -> str:
    """The schema for readers as it is committed."""
    return json.dumps(reader(), ensure_ascii=False, indent=2) + "\n"


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
