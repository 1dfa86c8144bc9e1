"""What the package's YAML files say, as `converter/words.jsonl` has it."""

from __future__ import annotations

import json
from pathlib import Path

from converter import words


def text(package: Path) -> str:
    """A line a file: its digest, and its content as JSON."""
    return "".join(f"{words.digest(data)} {_json(data)}\n" for data in (path.read_bytes() for path in sorted(package.rglob("*.yaml"))))


def _json(data: bytes) -> str:
    said = words.parsed(data)
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    assert json.loads(written) == said, "what JSON cannot say has no place in these files: dates, keys that are no text"
    return written
