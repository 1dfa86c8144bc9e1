"""gwr correct: the corrections of one report."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from converter.cli import exits
from converter.cli.corrections import corrected, said_stale
from converter.cli.inputs import STDIN, name_of, read_report, reason, shown
from converter.cli.messages import counted, note, say
from converter.reading.source import Unreadable

if TYPE_CHECKING:
    from converter.models.document import Document

HEAD = """# Corrections of {name}. Each has words as printed, who says so (author, once for all or each), and why.
# They are applied by every conversion of the report; `gwr correct` says whether they fit. Words with : or # go in quotation marks.
#
#   - set: place                      # or title report_year review_year plan_year delivered_on published_on publisher
#     value: "210106"                 #    speaker.name speaker.title meeting.congress meeting.term meeting.session
#     reason: two places of this name
#   - heading: (一)着力推动高质量发展   # the beginning of its line
#     level: 2
#     reason: printed as bold text
#   - indicator: 地区生产总值1300亿元   # words of its quote; id: gdp where they hold several figures
#     value: 1300                     # or growth unit kind period …; wrong: true takes it out
#     reason: a slip of the source
#   - line: 打印 收藏                   # the whole line; nth: 2 for the second such line
#     fate: removed                   # or body
#     reason: the site's toolbar
author:
corrections:
"""
MOST = 20


def run(argument: str, *, edit: bool) -> int:
    """Write the file where there is none; else say whether its corrections fit."""
    if argument == STDIN:
        say("gwr correct", "corrections lie beside a file; name one")
        return exits.USAGE
    from converter.correcting import beside

    path = beside(Path(argument))
    try:
        if not path.exists():
            _begin(argument, path)
            if not edit:
                return exits.OK
        if edit and not _edited(path):
            return exits.FAILURE
        document = _document(argument)
    except Unreadable as error:
        say(shown(argument), reason(argument, error))
        return exits.UNREADABLE
    stale = said_stale(document)
    note(str(path), f"{counted(len(document.corrections), 'correction')} applied")
    return exits.FINDINGS if stale else exits.OK


def _document(argument: str) -> Document:
    from converter.pipeline import convert

    return convert(read_report(argument), name_of(argument), **corrected(argument))


def _begin(argument: str, path: Path) -> None:
    from converter.writing.files import write_whole

    doubts = [f"#   {line}\n" for line in _doubts(_document(argument))]
    found = "# In doubt:\n" + "".join(doubts[:MOST]) if doubts else ""
    write_whole(path, (HEAD.format(name=name_of(argument)) + found).encode())
    note(str(path), "written; fill it in, then say gwr correct again")


def _doubts(document: Document) -> Iterator[str]:
    """What is most in doubt, each with the words that stand there."""
    text = document.source.text or ""
    for place in document.metadata.jurisdiction.candidates:
        yield f"place: {place.code} {' '.join(place.path)}?"
    for one in sorted(document.diagnostics, key=lambda d: d.severity != "error"):
        if one.severity != "info":
            words = " ".join(text[slice(*one.span)].split())[:60] if one.span else ""
            yield " ".join(f"{one.code} {one.message}{f': {words}' if words else ''}".split())


def _edited(path: Path) -> bool:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        say("gwr correct", f"no editor: set VISUAL or EDITOR, or edit {path} yourself")
        return False
    try:
        done = subprocess.run([*shlex.split(command, posix=os.name != "nt"), str(path)], check=False)
    except OSError as error:
        say("gwr correct", command, error.strerror or str(error))
        return False
    if done.returncode:
        say("gwr correct", command, f"ended with {done.returncode}; nothing was looked at")
    return done.returncode == 0
