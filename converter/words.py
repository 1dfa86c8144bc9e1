"""The package's own YAML files, as programs read them.

People write YAML; to import what parses it and to parse a dozen files takes a twentieth of a cold start. `words.jsonl` has what
the files say as JSON, each under the digest of its file (`python -m scripts.generate` writes it). A file that was changed
since, and is not there, is read as it stands.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

READY = "words.jsonl"


def read(file: Traversable) -> Any:
    """What a YAML file of the package says."""
    data = file.read_bytes()
    ready = _ready().get(digest(data))
    return parsed(data) if ready is None else json.loads(ready)


def digest(data: bytes) -> str:
    """What a file is known by, however a checkout ends its lines."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:32]


def parsed(data: bytes) -> Any:
    """What YAML says."""
    import yaml  # imported here: most starts do without

    return yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def _ready() -> dict[str, str]:
    """JSON by digest, a line each; none before the first were written."""
    file = files(__package__) / READY
    lines = file.read_text("utf-8").split("\n") if file.is_file() else []
    return {known: said for known, _, said in (line.partition(" ") for line in lines)}
