"""gwr text: the linearised text of a raw report."""

from __future__ import annotations

from converter.cli import exits
from converter.cli.inputs import name_of, read, shown
from converter.cli.messages import say
from converter.cli.output import emit
from converter.reading.source import Unreadable


def run(argument: str) -> int:
    """Print the text that all spans of the document would point into."""
    from converter.pipeline import convert

    try:
        document = convert(read(argument), name_of(argument))
    except Unreadable as error:
        say(shown(argument), str(error))
        return exits.UNREADABLE
    emit((document.source.text or "").encode())
    return exits.OK
