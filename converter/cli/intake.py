"""Documents named on the command line, one after the other: what cannot be used is said in one line, counted, and passed over."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from converter.checking.loading import load
from converter.checking.published import breaches
from converter.cli import exits
from converter.cli.inputs import STDIN, documents_in, read, reason, shown
from converter.cli.messages import counted, note, say
from converter.models.published import SCHEMA_VERSION
from converter.reading.source import Unreadable

Json = dict[str, Any]
_EVERY = 500  # documents between two lines of progress


class Intake:
    """Reads documents, and remembers what was wrong: `code` is the exit code of it all."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.arguments = list(_spread(arguments))
        self.taken, self.refused, self.code = 0, 0, exits.OK
        self.refusals: list[tuple[str, str]] = []
        self._seen: dict[str, str] = {}

    def rows(self, make: Callable[[Json], Any]) -> Iterator[Any]:
        """What `make` makes of every document; where it raises, the document is refused."""
        for argument in self.arguments:
            try:
                for where, document in _documents(argument):
                    if isinstance(document, Unreadable):
                        self._refuse(where, str(document), exits.UNREADABLE)
                    else:
                        yield from self._one(where, document, make)
            except Unreadable as error:
                self._refuse(shown(argument), reason(argument, error), exits.UNREADABLE)

    def summary(self) -> str:
        """What was taken and what was not, in one line."""
        return counted(self.taken, "document") + (f", {self.refused} passed over" if self.refused else "")

    def _one(self, where: str, document: Any, make: Callable[[Json], Any]) -> Iterator[Any]:
        wrong = refusal(document)
        if wrong:
            self._refuse(where, wrong, exits.UNREADABLE)
            return
        if document["id"] in self._seen:
            first = self._seen[document["id"]]
            self._refuse(where, f"has the id {document['id']}, as {first} has; the first is taken", exits.FINDINGS)
            return
        try:
            made = make(document)
        except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
            self._refuse(where, f"cannot be made into rows: {type(error).__name__}: {error}", exits.UNREADABLE)
            return
        self._seen[document["id"]] = where
        self.taken += 1
        if self.taken % _EVERY == 0 and sys.stderr is not None and sys.stderr.isatty():
            note("gwr", counted(self.taken, "document"))
        yield made

    def _refuse(self, where: str, why: str, code: int) -> None:
        say(where, why)
        self.refused += 1
        self.refusals.append((where, why))
        self.code = exits.worse(self.code, code)


def refusal(document: Any) -> str | None:
    """Why this is no document that can be read; another minor version of the schema is read as far as we know it."""
    version = document.get("schema_version") if isinstance(document, dict) else None
    if not isinstance(version, str):
        return "is no document of gwr: schema_version is missing"
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        return f"is of schema version {version[:20]}; this gwr reads {SCHEMA_VERSION.split('.')[0]}.x"
    if version == SCHEMA_VERSION:
        found = breaches(document)
        return f"breaks the schema: {found[0].message}" if found else None
    return None if isinstance(document.get("id"), str) else "is no document of gwr: it has no id"


def _spread(arguments: Sequence[str]) -> Iterator[str]:
    """Folders stand for the documents in them."""
    for argument in arguments:
        if argument != STDIN and Path(argument).is_dir():
            yield from map(str, documents_in(Path(argument), deep=False))
        else:
            yield argument


def _documents(argument: str) -> Iterator[tuple[str, Any]]:
    """The documents of a file with the names messages use. One document a line is read line by line, whatever the size."""
    if argument != STDIN and _of_lines(argument):
        yield from _lines(argument)
        return
    found = load(read(argument))
    yield from ((shown(argument) if len(found) == 1 else f"{shown(argument)}:{n}", one) for n, one in enumerate(found, 1))


def _of_lines(argument: str) -> bool:
    """Whether the first line of the file is a document by itself and more follow."""
    try:
        with Path(argument).open("rb") as file:
            first, more = file.readline(), file.read(1)
        return bool(more) and isinstance(json.loads(first), dict)
    except (OSError, ValueError, RecursionError):
        return False


def _lines(argument: str) -> Iterator[tuple[str, Any]]:
    """A broken line is a value, the error that says why; the next lines are read."""
    with Path(argument).open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                where = f"{shown(argument)}:{number}"
                try:
                    yield from ((where, one) for one in load(line.strip()))
                except Unreadable as error:
                    yield where, error
