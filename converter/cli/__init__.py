"""The command line: gwr convert, check, restore, text, schema."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from converter.collection import seldom

if TYPE_CHECKING:
    from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; `arguments` without the program's name, None where the process is gwr."""
    if arguments is None:
        seldom()
        _ending()
    try:
        return _run(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:  # before a command has begun
        sys.stderr.write("gwr: interrupted\n")
        return 130


def _ending() -> None:
    """Who ends us (a time limit, a closed window) has drafts removed and workers stopped first, as Ctrl-C has."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # nohup ignores it, and so do we
            signal.signal(number, lambda number, _: sys.exit(128 + number))


def _run(arguments: Sequence[str] | None) -> int:
    from converter.cli.guard import guarded

    return guarded(lambda: _program(arguments))  # what a command does is guarded by itself; help and version are not


def _program(arguments: Sequence[str] | None) -> int:
    from converter.cli import exits, settings
    from converter.cli.app import program
    from converter.cli.messages import say

    _encodable()
    asked = None if arguments is None else list(arguments)  # None: Windows spreads patterns for it
    try:
        given = settings.defaults(program, _here())
        program((sys.argv[1:] if asked is None else asked)[:1]).main(asked, prog_name="gwr", default_map=given)
    except settings.Wrong as error:
        say(str(error))
        return exits.USAGE
    return exits.OK


def _here() -> Path | None:
    """The folder in which the command runs; none where somebody has removed it."""
    from pathlib import Path

    try:
        return Path.cwd()
    except FileNotFoundError:
        return None


def _encodable() -> None:
    """Help on a console whose code page has no Chinese (437) shows escapes; standard error does so by itself."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
