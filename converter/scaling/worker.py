"""What a worker process does: shards, one after the other, until the pipe to its parent closes."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing.connection import Connection
from typing import Any

from converter.scaling.plan import Job


def work(job: Job, pipe: Connection, megabytes: int | None) -> None:
    """Do the shards that come; tell of each input before it is tried (`at`), and of each shard's end (`done`, `unwritten`)."""
    try:
        _work(job, pipe, megabytes)
    except Exception:
        if not os.environ.get("GWR_DEBUG"):
            sys.exit(1)  # in silence: the parent sees that we are gone, and says so in a line
        raise


def _work(job: Job, pipe: Connection, megabytes: int | None) -> None:
    from converter.scaling import shard as shards  # not at the top: the parent needs nothing of a conversion

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told, and stops us
    if megabytes:
        _bounded(megabytes)
    while True:
        try:
            shard, lost = pipe.recv()
        except EOFError:
            return
        try:
            said: tuple[str, Any] = ("done", shards.run(job, shard, lost, lambda at: pipe.send(("at", at))))
        except BrokenPipeError:
            return  # nobody waits for us any more
        except OSError as error:
            said = ("unwritten", f"{error.filename or job.output}: {error.strerror or error}")
        pipe.send(said)


def _bounded(megabytes: int) -> None:
    """A limit on the process's memory, where the system knows one: an input that needs more fails alone."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    except (ImportError, ValueError, OSError):
        pass
