"""Bytes of files, never more than a limit, whatever the file says of its size."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from converter.reading.source import Unreadable

_PIECE = 1 << 20


def there(path: Path) -> bool:
    """Whether a file lies there. Where a name is too long, or a folder may not be entered, none does."""
    try:
        return path.is_file()
    except OSError:
        return False


def whole(name: str) -> str:
    """A name or path of the file system in whole characters; U+FFFD stands for bytes of another encoding."""
    try:
        return os.fsencode(name).decode("utf-8", "replace")
    except UnicodeEncodeError:  # no name of a file of this system, but what somebody calls an input
        return name.encode("utf-8", "replace").decode()


def bounded(path: Path, most: int) -> bytes:
    """The bytes of a file. Raises OSError, and Unreadable where there are more than `most`: nothing is read of a file that says so."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > most:
            raise Unreadable(f"{path.name}: {size} bytes, more than the limit of {most} bytes")
        return drawn(file, path.name, most, size + 1)


def drawn(file: IO[bytes], name: str, most: int, first: int = _PIECE) -> bytes:
    """The bytes of a stream, which may have no end (a device, a pipe). Raises Unreadable where there are more than `most`."""
    pieces = [file.read(first)]
    total = len(pieces[0])
    while pieces[-1] and total <= most:
        pieces.append(file.read(_PIECE))
        total += len(pieces[-1])
    if total > most:
        raise Unreadable(f"{name}: goes on beyond the limit of {most} bytes")
    return b"".join(pieces)
