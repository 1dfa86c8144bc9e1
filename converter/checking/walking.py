"""Sections of a parsed document with their JSON pointers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


def walk(sections: Iterable[dict[str, Any]], pointer: str = "/sections") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every section in reading order, with its pointer."""
    for number, section in enumerate(sections):
        at = f"{pointer}/{number}"
        yield at, section
        yield from walk(section["sections"], f"{at}/sections")
