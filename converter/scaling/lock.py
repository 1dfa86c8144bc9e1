"""One run at a time in a folder: a second one would take the drafts of the first for what a killed run left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any


class Taken(Exception):
    """Another run works in the folder."""


@contextmanager
def alone(state: Path) -> Iterator[None]:
    """Holds the run's folder of state. The system lets go of it however this process ends. Raises Taken."""
    state.mkdir(parents=True, exist_ok=True)
    with (state / "lock").open("ab") as file:
        _take(file, state)
        yield


def _take(file: Any, state: Path) -> None:
    try:
        fcntl = import_module("fcntl")
    except ImportError:  # Windows: there a draft that is open cannot be removed
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Taken(f"another run works in {state.parent}; wait for it, or choose another folder") from None
    except OSError:  # a file system that knows no locks
        return
