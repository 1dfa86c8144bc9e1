"""The published schema as a check: jsonschema-rs decides, jsonschema words what is wrong."""

from __future__ import annotations

import json
from functools import cache
from itertools import islice
from typing import Any

from converter.checking.findings import Finding
from converter.models.published import SCHEMA_VERSION, schema_text, versions

MOST = 20  # a document of another shape breaks the schema everywhere; nobody reads further
_LONG = 200  # jsonschema prints the whole offending value


@cache
def _gate(version: str) -> Any:
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text(version)))


@cache
def _wording(version: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text(version)))


def accepts(document: Any, version: str = SCHEMA_VERSION) -> bool:
    """Whether the document follows the published schema of the version."""
    return bool(_gate(version).is_valid(document))


def breaches(document: Any) -> list[Finding]:
    """What breaks the schema that the document names, worded for people; empty where nothing does."""
    version = document.get("schema_version") if isinstance(document, dict) else None
    if not isinstance(version, str):
        return [Finding("GWR102", "this is no document of gwr: schema_version is missing")]
    if version in versions():
        return _broken(document, version)
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        return [Finding("GWR103", f"schema version {version[:20]!r}: this gwr knows {', '.join(versions())}", "/schema_version")]
    if not _newer(version):
        return [Finding("GWR101", f"there is no schema version {version[:20]!r}", "/schema_version")]
    return [*_known(document), Finding("GWR104", f"schema version {version} is newer than {SCHEMA_VERSION}", "/schema_version")]


def _newer(version: str) -> bool:
    numbers = version.split(".")
    return len(numbers) == 3 and all(n.isdecimal() and len(n) < 6 for n in numbers) and _ordered(version) > _ordered(SCHEMA_VERSION)


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def _broken(document: Any, version: str) -> list[Finding]:
    if accepts(document, version):
        return []
    from jsonschema.exceptions import best_match

    errors = [best_match([error]) for error in islice(_wording(version).iter_errors(document), MOST)]
    said = [Finding("GWR101", f"{error.json_path}: {_short(error.message)}", pointer(error.absolute_path)) for error in errors]
    return said or [Finding("GWR101", "jsonschema-rs refuses the document, jsonschema does not")]


def _known(document: Any) -> list[Finding]:
    """What breaks the schema known here in a document of a newer one: fields that are new do not."""
    said = _broken({**document, "schema_version": SCHEMA_VERSION}, SCHEMA_VERSION)
    return [finding for finding in said if "Additional properties" not in finding.message]


def pointer(path: Any) -> str:
    """A JSON pointer from the steps to a value."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def _short(message: str) -> str:
    return message if len(message) <= _LONG else f"{message[: _LONG // 2]} … {message[-_LONG // 2 :]}"
