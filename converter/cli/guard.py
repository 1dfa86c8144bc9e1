"""Every command ends in an exit code and at most one line, never in a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress

from converter.cli import exits
from converter.cli.messages import say

_RUST = "pyo3_runtime"  # libraries written in Rust raise PanicException, which is no Exception, also where memory ends


def guarded(run: Callable[[], int]) -> int:
    """The exit code of `run`, whatever happens in it."""
    if not os.environ.get("GWR_DEBUG"):
        os.environ["RUST_BACKTRACE"] = "0"  # where memory has ended, a library that would print a backtrace waits for ever
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
    except BaseException as error:  # noqa: BLE001 - the last line of defence; GWR_DEBUG shows where
        return failed("gwr", error)


def failed(name: str, error: BaseException) -> int:
    """Our own failure over one input, in one line; the traceback only where GWR_DEBUG asks for it. Raises what is no failure: an exit."""
    if not isinstance(error, Exception) and type(error).__module__ != _RUST:
        raise error
    if os.environ.get("GWR_DEBUG"):
        traceback.print_exception(error)
    if _of_memory(error):
        say(name, "needs more memory than this process may have")
        return exits.FAILURE
    said = str(error).split("\n", 1)[0][:200]
    say(name, f"failure of gwr, please report it: {type(error).__name__}: {said} (GWR_DEBUG=1 shows where)")
    return exits.FAILURE


def _of_memory(error: BaseException) -> bool:
    """Whether memory ended. pydantic words that anew where it ends while writing; of C code that forgets to say so Python knows only
    that nothing was said."""
    forgotten = isinstance(error, SystemError) and "without exception set" in str(error)
    return isinstance(error, MemoryError) or "MemoryError" in str(error) or forgotten


def _forget_output() -> None:
    """Let the interpreter's last flush go nowhere, or it would complain once more."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
