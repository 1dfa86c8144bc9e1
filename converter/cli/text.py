"""gwr text: the linearised text of a raw report."""

from __future__ import annotations

from converter.cli import exits
from converter.cli.inputs import name_of, read_report, reason, shown
from converter.cli.messages import say
from converter.cli.output import emit
from converter.reading.source import Unreadable


def run(argument: str) -> int:
    """Print the text that all spans of the document would point into."""
    from converter.reading import read

    try:
        source = read(read_report(argument), name_of(argument))
    except Unreadable as error:
        say(shown(argument), reason(argument, error))
        return exits.UNREADABLE
    emit(source.text.encode())
    return exits.OK
