"""Standard output, as bytes."""

from __future__ import annotations

import os
import sys


def emit(data: bytes, *, own: bool = False) -> None:
    """Write to standard output and flush, so that a full disk or a closed pipe shows here; errors are OSError.

    A pipe or file gets the bytes as they are. A terminal would obey escapes, bells and direction marks that came with a report:
    it is shown their numbers. own: what is in the data is ours (colours), and the words of reports in it are made safe already.
    """
    if sys.stdout is None:
        raise OSError("standard output is closed")
    sys.stdout.buffer.write(_seen(data) if sys.stdout.isatty() and not own else data)
    sys.stdout.buffer.flush()


def coloured() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody asked for none (NO_COLOR)."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _seen(data: bytes) -> bytes:
    from converter.viewing.visible import visible

    return visible(data.decode("utf-8", "replace")).encode()
