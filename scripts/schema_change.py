"""Say what a change of the models means for the schema's version: none, patch, compatible or breaking.

    python -m scripts.schema_change [--release]

Compares the schema that the models make with the committed one of the same version. 1 where a released version would change.
With --release the committed schema of this version is written down in schema/released.txt and never changes again.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from converter.models import schema
from converter.models.published import SCHEMA_NAME, SCHEMA_VERSION, schema_folder, schema_text

Json = dict[str, Any]
_WORDS = ("description", "title", "$id", "$schema", "$comment", "const")
_ORDER = ("none", "patch", "compatible", "breaking")


def released(folder: Path | None = None) -> dict[str, str]:
    """Version → digest of its schema, for the versions that are not to change."""
    listed = (folder or schema_folder()) / "released.txt"
    rows = [line.split() for line in listed.read_text("utf-8").splitlines() if line.strip()] if listed.exists() else []
    return {version: digest for version, digest in rows}  # noqa: C416 - dict() of lists of unknown length is no typed dict


def kind(old: Any, new: Any) -> str:
    """What the change from one schema to another is, for whoever reads documents: the gravest of its parts."""
    return max((one for one, _ in differences(old, new)), key=_ORDER.index, default="none")


def differences(old: Any, new: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every difference with its kind and place."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from _of_key(key, old, new, f"{at}/{key}")
    elif old != new:
        yield "breaking", at


def _of_key(key: str, old: Json, new: Json, at: str) -> Iterator[tuple[str, str]]:
    if old.get(key) == new.get(key) and (key in old) == (key in new):
        return
    if key in _WORDS and not at.endswith(f"/properties/{key}"):
        yield "patch", at
    elif key in ("required", "enum") and key in old and key in new:
        # What is written may have more fields and more codes; a reader misses what is gone.
        yield ("breaking" if set(old[key]) - set(new[key]) else "compatible"), at
    elif key not in old:
        yield ("compatible" if at.split("/")[-2] in ("properties", "$defs") else "breaking"), at
    elif key not in new:
        yield "breaking", at
    else:
        yield from differences(old[key], new[key], at)


def release() -> int:
    """Write down the digest of the committed schema; 1 where the version is released already."""
    if SCHEMA_VERSION in released():
        print(f"{SCHEMA_VERSION} is released already")
        return 1
    with (schema_folder() / "released.txt").open("a", encoding="utf-8") as file:
        file.write(f"{SCHEMA_VERSION} {sha256((schema_folder() / SCHEMA_VERSION / SCHEMA_NAME).read_bytes()).hexdigest()}\n")
    return 0


def main() -> int:
    """Print every difference with its kind, and the version that they need."""
    if sys.argv[1:] == ["--release"]:
        return release()
    found = list(differences(json.loads(schema_text()), schema.build()))
    for one, at in found:
        print(f"{one}: {at}")
    grave = max((one for one, _ in found), key=_ORDER.index, default="none")
    print(f"{grave}: {SCHEMA_VERSION} is {'released' if SCHEMA_VERSION in released() else 'not yet released'}")
    return int(grave != "none" and SCHEMA_VERSION in released())


if __name__ == "__main__":
    sys.exit(main())
