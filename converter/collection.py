"""The garbage collector's search for cycles, paused while a report is converted.

A conversion makes ten thousand values and no cycles; to look through them again and again for some takes a twelfth of its
time. Values are freed all the same when nobody holds them: only cycles wait until the conversion is over.
"""

from __future__ import annotations

import gc
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
