"""Inputs named on the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from converter.reading.limits import LIMITS
from converter.reading.source import Unreadable

STDIN = "-"


def read_report(argument: str) -> bytes:
    """The bytes of a raw report; one above the limit is refused before it fills the memory."""
    most = LIMITS.input_bytes
    try:
        size = 0 if argument == STDIN else Path(argument).stat().st_size
    except (OSError, ValueError):
        size = 0  # reading says what is wrong
    if size > most:
        raise Unreadable(f"{size} bytes, more than the limit of {most} bytes")
    return read(argument)


def read(argument: str) -> bytes:
    """The bytes of a file, or of standard input for `-`; Unreadable with the reason in one line."""
    try:
        if argument == STDIN:
            return sys.stdin.buffer.read() if sys.stdin else b""
        return Path(argument).read_bytes()
    except IsADirectoryError:
        raise Unreadable("is a folder; name the files in it") from None
    except FileNotFoundError:
        raise Unreadable("no such file") from None
    except PermissionError:
        raise Unreadable("no permission to read it") from None
    except MemoryError:
        raise Unreadable("too large for the memory of this machine") from None
    except (OSError, ValueError) as error:
        raise Unreadable(getattr(error, "strerror", None) or str(error)) from None


def name_of(argument: str) -> str:
    """The name a document carries for this input: the file's, without folder, in whole characters."""
    return "stdin" if argument == STDIN else os.fsencode(Path(argument).name).decode("utf-8", "replace")


def shown(argument: str) -> str:
    """How messages call this input."""
    return "standard input" if argument == STDIN else argument


def reason(argument: str, error: Unreadable) -> str:
    """Why an input could not be read, without its name: readers put it in front, and so do our messages."""
    return str(error).removeprefix(f"{name_of(argument)}: ")
