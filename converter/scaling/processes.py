"""Worker processes of this machine, and the server they are forked from."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from converter.scaling.plan import Job, Shard
from converter.scaling.worker import work

# Workers are forked from a server that has imported what they need, where the system has such servers; never from this process,
# whose state, whatever it is, they would inherit.
_CONTEXT: Any = multiprocessing.get_context("forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn")
_WARM = "converter.scaling.warm"


@dataclass(frozen=True, slots=True)
class Means:
    """How many workers, how many seconds one input may take, and how many megabytes a worker may use (None: as many as there are)."""

    workers: int
    seconds: float
    megabytes: int | None = None


@dataclass(slots=True)
class Task:
    """A shard under way: inputs that took a worker down once, and those that did so twice."""

    shard: Shard
    suspects: set[int] = field(default_factory=set)
    lost: dict[int, str] = field(default_factory=dict)


class Worker:
    """A process with the shard it is at."""

    def __init__(self, job: Job, means: Means) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=work, args=(job, theirs, means.megabytes), daemon=True)
        self.process.start()
        theirs.close()
        self.task: Task | None = None
        self.at: int | None = None
        self.since = 0.0
        self.done = 0

    def give(self, task: Task) -> None:
        """Hand it a shard."""
        self.task, self.at, self.since = task, None, time.monotonic()
        with suppress(BrokenPipeError, ConnectionResetError):  # it is gone already: its pipe says so when it is read
            self.pipe.send((task.shard, task.lost))

    def end(self) -> int | None:
        """Stop it at once; its exit code."""
        self.process.kill()
        self.process.join()
        self.pipe.close()
        code: int | None = self.process.exitcode
        return code


def begin(*besides: str) -> bool:
    """Start the server of workers, where there is one: it imports what they need, and these modules, while this process goes on."""
    forked: bool = _CONTEXT.get_start_method() == "forkserver"
    if forked:
        _CONTEXT.set_forkserver_preload([_WARM, *besides])
        import_module("multiprocessing.resource_tracker").ensure_running()  # it unblocks the signal, and would do so below
        with _undisturbed():
            import_module("multiprocessing.forkserver").ensure_running()
    return forked


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C reaches every process of the terminal; what begins here does not hear it. We do, and stop the others."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
