"""The published schema as a check: jsonschema-rs decides, jsonschema words what is wrong."""

from __future__ import annotations

import json
from functools import cache
from itertools import islice
from typing import Any

from converter.checking.findings import SCHEMA, Finding
from converter.models.published import schema_text

MOST = 20  # a document of another shape breaks the schema everywhere; nobody reads further
_LONG = 200  # jsonschema prints the whole offending value


@cache
def _gate() -> Any:
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text()))


@cache
def _wording() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text()))


def accepts(document: Any) -> bool:
    """Whether the document follows the published schema."""
    return bool(_gate().is_valid(document))


def breaches(document: Any) -> list[Finding]:
    """What breaks the schema, worded for people; empty where nothing does."""
    if accepts(document):
        return []
    from jsonschema.exceptions import best_match

    errors = [best_match([error]) for error in islice(_wording().iter_errors(document), MOST)]
    said = [Finding(SCHEMA, f"{error.json_path}: {_short(error.message)}") for error in errors]
    return said or [Finding(SCHEMA, "jsonschema-rs refuses the document, jsonschema does not")]


def _short(message: str) -> str:
    return message if len(message) <= _LONG else f"{message[: _LONG // 2]} … {message[-_LONG // 2 :]}"
