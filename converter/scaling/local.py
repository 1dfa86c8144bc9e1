"""Shards on processes of this machine. A worker that dies or hangs takes nothing with it but the input it was at."""

from __future__ import annotations

import signal
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.connection import wait

from converter.scaling.plan import Job, Shard
from converter.scaling.processes import Means, Task, Worker, begin

__all__ = ["Means", "Pool", "Unwritten", "begin", "run"]

_TICK = 1.0  # seconds between two looks at the clocks of the workers
_BEGINNING = 120.0  # seconds a worker may take to begin: a busy machine starts programs slowly
_ATTEMPTS = 3  # at starting a worker
_FRESH = 200  # shards after which a worker is replaced, so that memory that leaks somewhere is given back


class Unwritten(Exception):
    """An output could not be written; the run stops, since nothing else could be written either."""


def run(job: Job, todo: Iterable[Shard], means: Means, done: Callable[[Shard, Counter[str]], bool]) -> None:
    """Do every shard; `done` is told of each as it ends, and False from it stops the run. Raises Unwritten."""
    begin()
    pool = Pool(job, means, todo)
    try:
        while pool.busy():
            for shard, counts in pool.news():
                if not done(shard, counts):
                    return
    finally:
        pool.close()


class Pool:
    """The workers and what they have to do."""

    def __init__(self, job: Job, means: Means, todo: Iterable[Shard]) -> None:
        self.job, self.means = job, means
        self._todo, self._again = iter(todo), deque[Task]()
        self._workers: list[Worker] = []
        for _ in range(means.workers):
            self._start()

    def busy(self) -> bool:
        """Whether any worker has a shard."""
        return bool(self._workers)

    def close(self) -> None:
        """Stop all workers."""
        for worker in self._workers:
            worker.end()
        self._workers = []

    def news(self) -> list[tuple[Shard, Counter[str]]]:
        """The shards that ended since the last call; waits for a moment."""
        ended = []
        ready = set(wait([worker.pipe for worker in self._workers], timeout=_TICK))
        for worker in [worker for worker in self._workers if worker.pipe in ready]:
            found = self._heard(worker)
            if found:
                ended.append(found)
        now = time.monotonic()
        for worker in list(self._workers):
            if now - worker.since > (self.means.seconds if worker.at is not None else max(self.means.seconds, _BEGINNING)):
                self._down(worker, f"took more than {self.means.seconds:g} seconds")
        return ended

    def _heard(self, worker: Worker) -> tuple[Shard, Counter[str]] | None:
        try:
            kind, said = worker.pipe.recv()
        except (EOFError, OSError):
            self._down(worker, None)
            return None
        worker.since = time.monotonic()
        if kind == "at":
            worker.at = said
            return None
        if kind == "unwritten":
            raise Unwritten(said)
        task = worker.task
        assert task
        worker.done += 1
        if worker.done >= _FRESH:
            self._retire(worker)
            self._start()
        else:
            self._next(worker)
        return task.shard, said

    def _down(self, worker: Worker, why: str | None) -> None:
        """A worker is gone or given up: its input is tried once more, then passed over."""
        task, at = worker.task, worker.at
        code = self._retire(worker)
        why = why or f"took its worker down ({_cause(code)})"
        assert task
        if at is None:
            if -1 in task.suspects:  # it did not even begin, twice
                raise RuntimeError(f"workers cannot start: {why}")
            task.suspects.add(-1)
        elif at in task.suspects:
            task.lost[at] = why
        else:
            task.suspects.add(at)
        self._again.append(task)
        self._start()

    def _retire(self, worker: Worker) -> int | None:
        self._workers.remove(worker)
        return worker.end()

    def _start(self) -> None:
        task = self._task()
        if task:
            worker = self._worker()
            self._workers.append(worker)
            worker.give(task)

    def _worker(self) -> Worker:
        """A new worker. Where the server of workers was killed while it was asked for one, it is started again."""
        for _ in range(_ATTEMPTS):
            with suppress(EOFError, ConnectionError):
                return Worker(self.job, self.means)
        return Worker(self.job, self.means)

    def _next(self, worker: Worker) -> None:
        task = self._task()
        if task:
            worker.give(task)
        else:
            self._retire(worker)

    def _task(self) -> Task | None:
        if self._again:
            return self._again.popleft()
        shard = next(self._todo, None)
        return Task(shard) if shard else None


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        return f"signal {signal.Signals(-code).name}"
    return f"exit code {code}"
