"""The published schema as TypeScript types. Only what our schema uses is known; anything else is an error."""

from __future__ import annotations

import json
import textwrap
from typing import Any

from converter.models import schema
from converter.models.published import SCHEMA_VERSION

Json = dict[str, Any]


def text() -> str:
    """The declarations, as they are committed."""
    built = schema.build()
    head = f"// gwr document {SCHEMA_VERSION}. Written by `python -m scripts.generate` from the schema; do not edit.\n"
    return "\n".join([head, *(_declared(name, made) for name, made in built["$defs"].items())])


def _declared(name: str, made: Json) -> str:
    about = _comment(made.get("description"), "")
    if made.get("type") != "object":
        return f"{about}export type {name} = {_type(made)};\n"
    required = set(made.get("required", ()))
    fields = "".join(
        f"{_comment(field.get('description'), '  ')}  {key}{'' if key in required else '?'}: {_type(field)};\n"
        for key, field in made["properties"].items()
    )
    return f"{about}export interface {name} {{\n{fields}}}\n"


def _type(made: Json) -> str:
    """The TypeScript type of a schema."""
    if "$ref" in made:
        return str(made["$ref"].rpartition("/")[2])
    for word in ("anyOf", "oneOf"):
        if word in made:
            return " | ".join(dict.fromkeys(_type(one) for one in made[word]))
    if "const" in made:
        return json.dumps(made["const"], ensure_ascii=False)
    if "enum" in made:
        return " | ".join(json.dumps(one, ensure_ascii=False) for one in made["enum"])
    if made["type"] == "array":
        return _array(made)
    if made["type"] == "object":
        return f"Record<string, {_type(made['additionalProperties'])}>"
    return {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}[made["type"]]


def _array(made: Json) -> str:
    if "prefixItems" in made:
        return f"[{', '.join(map(_type, made['prefixItems']))}]"
    inner = _type(made["items"])
    return f"({inner})[]" if "|" in inner else f"{inner}[]"


def _comment(about: str | None, indent: str) -> str:
    if not about:
        return ""
    lines = textwrap.wrap(" ".join(about.split()).replace("*/", "* /"), 110)
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    return f"{indent}/**\n" + "".join(f"{indent} * {line}\n" for line in lines) + f"{indent} */\n"
