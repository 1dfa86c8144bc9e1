"""gwr text: the linearised text of a raw report, or the report alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.cli import exits
from converter.cli.corrections import beside
from converter.cli.inputs import STDIN, name_of, read, read_report, reason, shown
from converter.cli.messages import say
from converter.cli.output import emit
from converter.reading.source import Unreadable

if TYPE_CHECKING:
    from converter.models.document import Document

FORMATS = ("md", "txt")


def run(argument: str, *, clean: bool = False, form: str | None = None, counts: bool = False) -> int:
    """Print the text that all spans of the document would point into; or, clean, the report alone, or how much it says."""
    wrong = _wrong(clean, form, counts)
    if wrong:
        say("gwr text", wrong)
        return exits.USAGE
    try:
        said = _clean(argument, form or "md", counts=counts) if clean else _whole(argument)
    except Unreadable as error:
        say(shown(argument), reason(argument, error))
        return exits.UNREADABLE
    emit(said.encode("utf-8", "replace"))
    return exits.OK


def _wrong(clean: bool, form: str | None, counts: bool) -> str | None:
    if not clean and (form or counts):
        return "--format and --counts go with --clean"
    if form not in (None, *FORMATS):
        return f"--format is one of {', '.join(FORMATS)}, not {form}"
    return "--counts prints a table; --format is for text" if form and counts else None


def _whole(argument: str) -> str:
    from converter.checking.loading import is_document
    from converter.reading import read as read_source

    data = read(argument)
    if not is_document(name_of(argument), data):
        return read_source(data if argument == STDIN else read_report(argument), name_of(argument)).text
    text = _only(data).source.text
    if text is None:
        raise Unreadable("not a document of gwr: source.text or source.text_sha256 is missing")
    return text


def _clean(argument: str, form: str, *, counts: bool) -> str:
    from converter.writing.clean import clean
    from converter.writing.clean.counts import counts as counted

    document = _document(argument)
    return counted(document) if counts else clean(document, form)


def _document(argument: str) -> Document:
    """The document in a file, or the one that a raw report gives."""
    from converter.checking.loading import is_document
    from converter.pipeline import convert

    data = read(argument)
    if not is_document(name_of(argument), data):
        return convert(data, name_of(argument), **beside(argument))
    return _only(data)


def _only(data: bytes) -> Document:
    """The one document that a file holds."""
    from converter.checking.loading import load
    from converter.cli.papers import valid

    found = load(data)
    if len(found) != 1:
        raise Unreadable("holds several documents; name one at a time")
    return valid(found[0])
