"""Files beside a report: NAME.source.yaml says where and when it was fetched, NAME.corrections.yaml what people say of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from converter.reading.files import bounded, there
from converter.reading.handwritten import LARGEST, composed, fields
from converter.reading.source import Unreadable

SOURCE, CORRECTIONS = ".source.yaml", ".corrections.yaml"


class Fetched(NamedTuple):
    """Where and when a report was fetched, as far as it is known."""

    url: str | None = None
    retrieved_at: str | None = None

    def over(self, other: Fetched) -> Fetched:
        """The same, with what the other knows where this one does not."""
        return Fetched(self.url or other.url, self.retrieved_at or other.retrieved_at)


def belongs(name: str) -> bool:
    """Whether a file of this name is none to be converted: it says something of the report beside it."""
    return name.endswith((SOURCE, CORRECTIONS))


def fetched(path: Path) -> Fetched:
    """What NAME.source.yaml beside a report says; nothing where there is none. Raises Unreadable with file and line, and OSError."""
    file = path.with_name(f"{path.stem}{SOURCE}") if path.name else path
    if not path.name or not there(file):
        return Fetched()
    root = composed(bounded(file, LARGEST), str(file))
    said = {} if root is None else fields(root, str(file))
    for key, node in said.items():
        if key not in Fetched._fields or node.id != "scalar" or not node.value.strip():
            raise Unreadable(f"{file}:{node.start_mark.line + 1}: expected url: ADDRESS and retrieved_at: TIME")
    return Fetched(**{key: node.value for key, node in said.items()})
