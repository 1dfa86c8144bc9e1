"""gwr restore: the source text of a document."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from converter.checking.loading import load
from converter.cli import exits
from converter.cli.inputs import read, reason, shown
from converter.cli.messages import say
from converter.cli.output import emit
from converter.reading.source import Unreadable


def run(argument: str) -> int:
    """Print source.text exactly, if its digest fits."""
    try:
        text, digest = _source(load(read(argument)))
    except Unreadable as error:
        say(shown(argument), reason(argument, error))
        return exits.UNREADABLE
    data = text.encode()
    if sha256(data).hexdigest() != digest:
        say(shown(argument), "source.text is not the text its digest was taken of; nothing is printed")
        return exits.FINDINGS
    emit(data)
    return exits.OK


def _source(documents: list[Any]) -> tuple[str, str]:
    """Text and digest of the one document."""
    if len(documents) != 1:
        raise Unreadable("holds several documents; restore one at a time")
    source = documents[0].get("source") if isinstance(documents[0], dict) else None
    text, digest = (source.get("text"), source.get("text_sha256")) if isinstance(source, dict) else (None, None)
    if not isinstance(text, str) or not isinstance(digest, str):
        raise Unreadable("not a document of gwr: source.text or source.text_sha256 is missing")
    return text, digest
