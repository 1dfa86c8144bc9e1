"""Shards on processes of this machine. A worker that dies or hangs takes nothing with it but the input it was at."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing.connection import wait
from typing import Any

from converter.scaling.plan import Job, Shard
from converter.scaling.worker import work

# Workers are forked from a server that has imported what they need, where the system has such servers; never from this process,
# whose state, whatever it is, they would inherit.
_CONTEXT: Any = multiprocessing.get_context("forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn")
_WARM = "converter.scaling.warm"
_TICK = 1.0  # seconds between two looks at the clocks of the workers
_BEGINNING = 120.0  # seconds a worker may take to begin: a busy machine starts programs slowly
_FRESH = 200  # shards after which a worker is replaced, so that memory that leaks somewhere is given back


@dataclass(frozen=True, slots=True)
class Means:
    """How many workers, how many seconds one input may take, and how many megabytes a worker may use (None: as many as there are)."""

    workers: int
    seconds: float
    megabytes: int | None = None


class Unwritten(Exception):
    """An output could not be written; the run stops, since nothing else could be written either."""


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
        import_module("multiprocessing.forkserver").ensure_running()
    return forked


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
            worker = Worker(self.job, self.means)
            self._workers.append(worker)
            worker.give(task)

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
