"""Shards on Dask distributed: a cluster of this machine's, or one that is there already. One task a shard, the same bytes as local runs."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from typing import Any

from converter.scaling import local
from converter.scaling.local import Means, Unwritten
from converter.scaling.plan import Job, Shard

_AHEAD = 4  # shards per worker that wait at the scheduler: enough to keep all busy, few enough for a plan of any length
_RETRIES = 1  # a worker that dies takes its shard with it; another tries it once more

# What processes of a cluster of ours do besides, each a hundred or fifty or ten times a second: look where their threads stand, how
# late their clock is, how much memory is used. A tenth of a core for nothing that a run of files needs.
_QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "500ms",
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.diagnostics.nvml": False,
}

_AWAY = "the scheduler went away; run the same command again to go on"
_CONNECTING = ("distributed.", "tornado.")  # whose errors of input and output are of connections, not of files
_SECONDS = 300.0  # what one input may take where a shard is done alone


class Gone(Exception):
    """The cluster cannot be reached, or went away; a rerun goes on where it stopped."""


def run(job: Job, todo: Iterable[Shard], means: Means, done: Callable[[Shard, Counter[str]], bool], address: str | None = None) -> None:
    """Do every shard, as `local.run` does; `address` is that of a scheduler. Workers must see inputs and output under the same paths."""
    with _silence(), _client(means, address) as client:
        for shard, said in _results(client, job, iter(todo), means.workers if address is None else None):
            if isinstance(said, OSError) and type(said).__module__.startswith(_CONNECTING):
                raise Gone(_AWAY)
            if isinstance(said, OSError):
                raise Unwritten(f"{said.filename or job.output}: {said.strerror or said}")
            if isinstance(said, BaseException):
                said = _alone(job, shard, said)
            if not done(shard, said):
                return


@contextmanager
def _silence() -> Iterator[None]:
    """Dask writes down every connection that breaks, with tracebacks; what matters of it we tell in a line."""
    before = logging.root.manager.disable
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(before)


def _client(means: Means, address: str | None) -> Any:
    try:
        import dask

        dask.config.set({"distributed.scheduler.allowed-failures": _RETRIES, **_QUIET})  # before what reads it is imported
        forked = address is None and local.begin("distributed.nanny")
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise Gone("--engine dask needs the extra `dask`: pip install 'gwr-converter[dask]'") from error
    if forked:
        dask.config.set({"distributed.worker.multiprocessing-method": "forkserver"})
        distributed.utils._forkserver_preload_set = True  # else Dask says what the server imports: pandas too, and here as well
    try:
        if address:
            return distributed.Client(address, timeout=20)
        return distributed.Client(
            n_workers=means.workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=logging.ERROR
        )
    except (OSError, ValueError) as error:  # ValueError: no address
        raise Gone(f"no scheduler answers at {address}: {error}") from error


def _results(client: Any, job: Job, todo: Iterator[Shard], workers: int | None) -> Iterator[tuple[Shard, Any]]:
    """Shards as they end, with their counts or the exception; only so many are handed over at a time."""
    ahead = _AHEAD * (workers or max(1, len(client.nthreads())))
    under_way = {client.submit(_shard, job, shard, pure=False): shard for shard in islice(todo, ahead)}
    if not under_way:
        return
    stream = import_module("distributed").as_completed(list(under_way))
    while under_way:
        with _reached():
            future = next(stream)
            said = future.exception() or future.result() if future.status != "cancelled" else None
        if said is None:
            raise Gone(_AWAY)
        yield under_way.pop(future), said
        following = next(todo, None)
        if following:
            with _reached():
                new = client.submit(_shard, job, following, pure=False)
                stream.add(new)
            under_way[new] = following


@contextmanager
def _reached() -> Iterator[None]:
    """A broken connection is met as whatever Dask was about: a cancelled future, or one of several errors."""
    try:
        yield
    except OSError as error:
        raise Gone(_AWAY) from error


def _shard(job: Job, shard: Shard) -> Counter[str]:
    """The task; what it needs is imported where it runs."""
    from converter.scaling import shard as shards

    return shards.run(job, shard)


def _alone(job: Job, shard: Shard, error: BaseException) -> Counter[str]:
    """A shard that took its workers down is done here, in a process of its own, where the input that does so is found and passed over."""
    found: list[Counter[str]] = []

    def done(_: Shard, counts: Counter[str]) -> bool:
        found.append(counts)
        return True

    local.run(job, [shard], Means(1, _SECONDS), done)
    if not found:
        raise error
    return found[0]
