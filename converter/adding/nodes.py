"""YAML with the line of every key and word, so that a mistake is named where it stands; nothing is silently taken or dropped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from converter.reading.handwritten import composed, short
from converter.reading.source import Unreadable


class Here(NamedTuple):
    """A value of the file and where it stands."""

    node: Any
    name: str

    def wrong(self, why: str) -> Unreadable:
        """What is wrong with it, in one line with file and line."""
        return Unreadable(f"{self.name}:{self.node.start_mark.line + 1}: {short(why, 300)}")

    def fields(self, known: tuple[str, ...] | None = None) -> dict[str, Here]:
        """The values of a mapping by key. Raises where it is none, has a key twice, or one that is not known."""
        if self.node.id != "mapping":
            raise self.wrong(f"expected a mapping{': ' + ', '.join(known) if known else ''}")
        out: dict[str, Here] = {}
        for key, value in self.node.value:
            if key.id != "scalar":
                raise Here(key, self.name).wrong("a key is one word")
            here, word = Here(value, self.name), str(key.value)
            if known is not None and word not in known:
                raise Here(key, self.name).wrong(f"no key {word!r}; there are {', '.join(known)}")
            if word in out:
                raise Here(key, self.name).wrong(f"{word!r} is given twice")
            out[word] = here
        return out

    def rows(self) -> Iterator[Here]:
        """The values of a list."""
        if self.node.id != "sequence":
            raise self.wrong("expected a list")
        return (Here(row, self.name) for row in self.node.value)

    def text(self) -> str:
        """A word. Raises where it is none: a number, yes or no, a date are words in quotation marks only."""
        if self.node.id != "scalar" or not self.node.tag.endswith(":str") or not self.node.value.strip():
            raise self.wrong("expected a word; a number or yes, no is one in quotation marks")
        return str(self.node.value)

    def year(self) -> int:
        """A year."""
        if self.node.id != "scalar" or not str(self.node.value).isdecimal() or not 1900 <= int(self.node.value) <= 2999:
            raise self.wrong("expected a year")
        return int(self.node.value)


def root(data: bytes, name: str) -> Here | None:
    """The file as nodes; None where there is nothing in it."""
    node = composed(data, name)
    return None if node is None else Here(node, name)
