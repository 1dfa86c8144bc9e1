"""gwr batch: many inputs, on all processors or a cluster, resumable."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter import __version__
from converter.cli import exits
from converter.cli.messages import note, say
from converter.cli.progress import Progress
from converter.lexicons import own
from converter.scaling import inputs, local, manifest, plan
from converter.scaling.cluster import Gone
from converter.scaling.local import Means, Unwritten
from converter.scaling.plan import Job, Shard
from converter.writing.offsets import CODE_POINTS, Offsets

_UNSAID: dict[str, Any] = {"lexicons": [], "offsets": CODE_POINTS}  # of plans made before these were
_SHOWN = 20  # failures named on standard error; the manifest names all


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    arguments: list[str]
    lists: list[str]
    output: Path
    format: str
    size: int
    means: Means
    engine: str
    scheduler: str | None
    check: bool
    going: bool
    again: bool
    offsets: Offsets = CODE_POINTS


def run(wish: Wish) -> int:
    """Plan or go on, do what is left, write the manifest; the exit code says whether every input was converted."""
    job = Job(str(wish.output), wish.format, wish.check, __version__, _lexicons(), wish.offsets)
    wrong = _refused(wish, job)
    if wrong:
        say("gwr batch", wrong)
        return exits.USAGE
    if wish.engine == "local":
        local.begin()
    try:
        total = _planned(wish, job)
    except Unlisted as error:
        say("gwr batch", str(error))
        return exits.USAGE
    if not total:
        say("gwr batch", "no input")
        return exits.USAGE
    manifest.sweep(job)
    code = _done(wish, job, total)
    counts = manifest.join(job)
    _told(job, counts)
    return exits.worse(code, _code(counts))


def _lexicons() -> tuple[tuple[str, str], ...]:
    used = own()
    if used is None:
        return ()
    from converter.adding import Own  # imported here: a run without any begins sooner

    return tuple((name, data.decode()) for data, name in used.files) if isinstance(used, Own) else ()


def _refused(wish: Wish, job: Job) -> str | None:
    """Why the run cannot be begun."""
    if not wish.arguments and not wish.lists:
        return "name inputs, or a list of them with --list"
    if wish.output.exists() and not wish.output.is_dir():
        return f"{wish.output} is a file"
    if wish.scheduler and wish.engine != "dask":
        return "--scheduler goes with --engine dask"
    known = plan.known(wish.output)
    mine = {**_told_of(wish), "version": job.version, "lexicons": [list(one) for one in job.lexicons], "offsets": job.offsets}
    differs = [key for key, value in mine.items() if known and known.get(key, _UNSAID.get(key)) != value]
    if differs:
        return f"{wish.output} holds a run with other {', '.join(differs)}; choose another folder"
    return None


def _told_of(wish: Wish) -> dict[str, Any]:
    """What makes a rerun the same run."""
    return {"arguments": wish.arguments, "lists": wish.lists, "format": wish.format, "size": wish.size, "check": wish.check}


def _planned(wish: Wish, job: Job) -> int:
    """How many inputs there are: by the plan that is there, or by one that is made now."""
    known = plan.known(wish.output)
    if known:
        return int(known["inputs"])
    named = inputs.named(wish.arguments, (_listed(name) for name in wish.lists), say)
    return plan.write(job, _told_of(wish), plan.shards(named, wish.size))


class Unlisted(Exception):
    """A list of inputs that cannot be read."""


def _listed(name: str) -> Iterator[str]:
    if name == "-":
        yield from sys.stdin
        return
    try:
        with Path(name).open(encoding="utf-8", errors="surrogateescape") as lines:
            yield from lines
    except OSError as error:
        raise Unlisted(f"--list {name}: {error.strerror or error}") from error


def _done(wish: Wish, job: Job, total: int) -> int:
    todo = list(manifest.pending(job, wish.again))
    progress = Progress(total, total - sum(len(shard.items) for shard in todo))
    code = exits.OK

    def done(shard: Shard, counts: Counter[str]) -> bool:
        progress.add(len(shard.items), counts)
        return wish.going or not (counts["failed"] or counts["unreadable"])

    try:
        _engine(wish)(job, todo, wish.means, done)
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
