"""Every command ends in an exit code and at most one line, never in a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress

from converter.cli import exits
from converter.cli.messages import say


def guarded(run: Callable[[], int]) -> int:
    """The exit code of `run`, whatever happens in it."""
    try:
        return run()
    except KeyboardInterrupt:
        say("gwr", "interrupted")
        return exits.INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return exits.PIPE_CLOSED
    except OSError as error:
        say("gwr", "cannot write", *([str(error.filename)] if error.filename else []), error.strerror or str(error))
        _forget_output()
        return exits.FAILURE
    except Exception as error:  # noqa: BLE001 - the last line of defence; GWR_DEBUG shows where
        return failed("gwr", error)


def failed(name: str, error: Exception) -> int:
    """Our own failure over one input, in one line; the traceback only where GWR_DEBUG asks for it."""
    if os.environ.get("GWR_DEBUG"):
        traceback.print_exception(error)
    said = str(error).split("\n", 1)[0][:200]
    say(name, f"failure of gwr, please report it: {type(error).__name__}: {said} (GWR_DEBUG=1 shows where)")
    return exits.FAILURE


def _forget_output() -> None:
    """Let the interpreter's last flush go nowhere, or it would complain once more."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
