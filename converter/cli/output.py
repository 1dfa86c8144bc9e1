"""Standard output, as bytes."""

from __future__ import annotations

import sys


def emit(data: bytes) -> None:
    """Write to standard output and flush, so that a full disk or a closed pipe shows here; errors are OSError."""
    if sys.stdout is None:
        raise OSError("standard output is closed")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
