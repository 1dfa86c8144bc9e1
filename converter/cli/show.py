"""gwr show: documents in the terminal."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from converter.cli import exits, output
from converter.cli.messages import say
from converter.cli.papers import Papers, files

if TYPE_CHECKING:
    from converter.viewing.labels import Language


def run(arguments: list[str], *, language: Language, color: bool | None, width: int | None) -> int:
    """Show every document, as wide as the terminal; with colours where a terminal shows them."""
    from converter.viewing.terminal import shown

    papers, first = Papers(), True
    wide = width or shutil.get_terminal_size((100, 24)).columns
    coloured = output.coloured() if color is None else color
    for document in (one for argument in _spread(arguments) for one in papers.read(argument)):
        output.emit((("" if first else "\n") + shown(document, language, width=wide, color=coloured)).encode(), own=coloured)
        first = False
    if first:
        if papers.code == exits.OK:  # else it was said already
            say("gwr show", "there is no document to show")
        return exits.worse(papers.code, exits.UNREADABLE)
    return papers.code


def _spread(arguments: list[str]) -> Iterator[str]:
    """A folder stands for the documents in it and below."""
    for argument in arguments:
        yield from map(str, files(Path(argument))) if os.path.isdir(argument) else (argument,)  # noqa: PTH112 - takes any name
