"""Whole documents for looking at: read and held to the models, or converted from a raw report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from converter.checking.loading import is_document, load
from converter.cli import exits
from converter.cli.corrections import beside
from converter.cli.guard import failed
from converter.cli.inputs import documents_in, name_of, read, read_report, reason, shown
from converter.cli.messages import say
from converter.models.document import Document
from converter.models.published import SCHEMA_VERSION
from converter.reading.source import Unreadable


class Papers:
    """Reads documents one after the other; what cannot be read is said in one line, and `code` remembers it."""

    def __init__(self) -> None:
        self.code = exits.OK

    def read(self, argument: str) -> Iterator[Document]:
        """The documents of a file, or of a raw report that is converted."""
        try:
            yield from _documents(argument)
        except Unreadable as error:
            say(shown(argument), reason(argument, error))
            self.code = exits.worse(self.code, exits.UNREADABLE)
        except BaseException as error:  # noqa: BLE001 - the other documents are still read
            self.code = exits.worse(self.code, failed(shown(argument), error))


def files(folder: Path) -> list[Path]:
    """The documents in a folder and what is below it."""
    return documents_in(folder, deep=True)


def _documents(argument: str) -> list[Document]:
    name = name_of(argument)
    data = read(argument)
    if not is_document(name, data):
        from converter.pipeline import convert

        return [convert(data if argument == "-" else read_report(argument), name, **beside(argument))]
    return [valid(value) for value in load(data)]


def valid(value: object) -> Document:
    """The document that a JSON value is. Raises Unreadable with the place in it."""
    if not isinstance(value, dict):
        raise Unreadable("is no document of gwr: schema_version is missing")
    version = value.get("schema_version", SCHEMA_VERSION)
    if isinstance(version, str) and version != SCHEMA_VERSION:
        raise Unreadable(f"is of schema version {version[:20]}; this gwr reads {SCHEMA_VERSION}")
    try:
        return Document.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Unreadable(f"is no document of this gwr: {where + ': ' if where else ''}{first['msg']}") from None
    except RecursionError:
        raise Unreadable("is no document of gwr: nested too deep") from None
