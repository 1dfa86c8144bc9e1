"""The schema as published: read from the wheel, or from the checkout. Needs no pydantic, so that reading it is quick."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

SCHEMA_VERSION: Final = "1.0.0"
SCHEMA_ID: Final = f"urn:gwr:schema:document:{SCHEMA_VERSION}"
SCHEMA_NAME: Final = "report.schema.json"
READER_ID: Final = f"urn:gwr:schema:reader:{SCHEMA_VERSION}"
READER_NAME: Final = "reader.schema.json"

_PACKAGE = Path(__file__).resolve().parents[1]


def schema_folder() -> Path:
    """The folder of the published schema: inside the installed package, or at the top of the checkout."""
    inside = _PACKAGE / "schema"
    return inside if inside.is_dir() else _PACKAGE.parent / "schema"


def schema_text(version: str = SCHEMA_VERSION) -> str:
    """The published JSON Schema of a version, as committed."""
    return (schema_folder() / version / SCHEMA_NAME).read_text("utf-8")


def reader_text() -> str:
    """The published schema for readers, which tolerates what later versions add."""
    return (schema_folder() / SCHEMA_VERSION / READER_NAME).read_text("utf-8")


@cache
def versions() -> tuple[str, ...]:
    """The versions that are published, oldest first."""
    found = [path.name for path in schema_folder().iterdir() if (path / SCHEMA_NAME).is_file()]
    return tuple(sorted(found, key=lambda version: [int(number) for number in version.split(".")]))
