"""The garbage collector's search for cycles, paused while a report is converted, and seldom in a command.

A conversion makes ten thousand values and no cycles; to look through them again and again for some takes a twelfth of its
time. Values are freed all the same when nobody holds them: only cycles wait until the conversion is over.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No search for cycles inside; as it was before, afterwards. Another thread's cycles wait as long."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


_MANY = 300_000  # values made since the last search: what a command imports and makes of lexicons is 100,000 that stay


def seldom() -> None:
    """For a process that is a command: searches are seldom, and none looks through what is left when it ends.

    They take as long as importing pydantic.
    """
    gc.set_threshold(_MANY, *gc.get_threshold()[1:])
    atexit.register(_left)


def _left() -> None:
    """What is left is not searched through, but where DuckDB was used: it prints a page of what a cycle still holds."""
    if "duckdb" not in sys.modules:
        gc.freeze()
