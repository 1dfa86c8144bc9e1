"""The schema as published: read from the wheel, or from the checkout. Needs no pydantic, so that reading it is quick."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SCHEMA_VERSION: Final = "1.0.0"
SCHEMA_ID: Final = f"urn:gwr:schema:document:{SCHEMA_VERSION}"
SCHEMA_NAME: Final = f"gwr-document-{SCHEMA_VERSION}.schema.json"

_PACKAGE = Path(__file__).resolve().parents[1]


def schema_folder() -> Path:
    """The folder of the published schema: inside the installed package, or at the top of the checkout."""
    inside = _PACKAGE / "schema"
    return inside if inside.is_dir() else _PACKAGE.parent / "schema"


def schema_text() -> str:
    """The published JSON Schema of this version, as committed."""
    return (schema_folder() / SCHEMA_NAME).read_text("utf-8")
