"""gwr batch: many inputs, on all processors or a cluster, resumable."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from converter.cli import exits, planning
from converter.cli.messages import note, say
from converter.cli.planning import Named, Refused, Wish
from converter.cli.progress import Progress
from converter.scaling import local, lock, manifest, plan
from converter.scaling.cluster import Gone
from converter.scaling.local import Unwritten
from converter.scaling.plan import Job, Shard

_SHOWN = 20  # failures named on standard error; the manifest names all


def run(wish: Wish) -> int:
    """Plan or go on, do what is left, write the manifest; the exit code says whether every input was converted."""
    job = planning.job(wish)
    try:
        total = planning.known(wish, job)
        if wish.engine == "local":
            local.begin()
        return _all(wish, job, total, planning.named(wish) if total is None else [])
    except (Refused, lock.Taken) as error:
        say("gwr batch", str(error))
        return exits.USAGE
    except plan.Damaged as error:
        say("gwr batch", str(error))
        return exits.FAILURE


def _all(wish: Wish, job: Job, total: int | None, named: Named) -> int:
    """total: how many inputs the plan has that is there; without one it is made of what is named."""
    with lock.alone(job.state):
        if total is None:
            plan.forget(wish.output)
            total = plan.write(job, planning.told_of(wish), plan.shards(named, wish.size))
        manifest.sweep(job)
        try:
            code = _done(wish, job, total)
        except BaseException:
            manifest.sweep(job)
            raise
        counts = manifest.join(job)
    _told(job, counts)
    return exits.worse(code, _code(counts))


def _done(wish: Wish, job: Job, total: int) -> int:
    todo = list(manifest.pending(job, wish.again))
    if not todo:
        note("gwr batch", f"nothing is left to do; for inputs that came or changed since, choose another folder or remove {job.state}")
    progress = Progress(total, total - sum(len(shard.items) for shard in todo))
    code = exits.OK

    def done(shard: Shard, counts: Counter[str]) -> bool:
        progress.add(len(shard.items), counts)
        return wish.going or not (counts["failed"] or counts["unreadable"])

    try:
        _engine(wish)(job, todo, wish.means, done)
        if progress.left:
            progress.end()
            say("gwr batch", f"stopped, as --stop asks; {progress.left} of {total} inputs are left")
    except (Unwritten, Gone) as error:
        progress.end()
        say("gwr batch", "stopped", str(error))
        say("gwr batch", "run the same command again to go on")
        code = exits.FAILURE
    finally:
        progress.end()
    return code


def _engine(wish: Wish) -> Any:
    from converter.scaling import cluster

    if wish.engine == "local":
        return local.run
    return lambda job, todo, means, done: cluster.run(job, todo, means, done, wish.scheduler)


def _told(job: Job, counts: Counter[str]) -> None:
    for number, (name, why) in enumerate(manifest.failures(job)):
        if number == _SHOWN:
            say("gwr batch", f"and {counts['unreadable'] + counts['failed'] - _SHOWN} more, see {manifest.NAME}")
            break
        say(name, why)
    words = {"converted": "converted", "unreadable": "unreadable", "failed": "failed", "passed_over": "passed over"}
    said = ", ".join(f"{counts[key]} {word}" for key, word in words.items() if counts[key] or key == "converted")
    note(f"{said}; {Path(job.output) / manifest.NAME} tells of each")


def _code(counts: Counter[str]) -> int:
    if counts["failed"]:
        return exits.FAILURE
    return exits.UNREADABLE if counts["unreadable"] else exits.OK
