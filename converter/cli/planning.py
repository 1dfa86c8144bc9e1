"""Before a batch begins: what was asked for, whether it can be, and the plan that is there or is made."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from converter import __version__
from converter.cli.inputs import no_folder
from converter.cli.messages import say
from converter.lexicons import own
from converter.scaling import inputs, manifest, plan
from converter.scaling.local import Means
from converter.scaling.plan import Job
from converter.writing.offsets import CODE_POINTS, Offsets

_UNSAID: dict[str, Any] = {"lexicons": [], "offsets": CODE_POINTS}  # of plans made before these were
Named = list[tuple[str, str]]


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


class Refused(Exception):
    """Why the run cannot be begun, in a line."""


def job(wish: Wish) -> Job:
    """What holds for every shard."""
    return Job(str(wish.output), wish.format, wish.check, __version__, _lexicons(), wish.offsets)


def _lexicons() -> tuple[tuple[str, str], ...]:
    used = own()
    if used is None:
        return ()
    from converter.adding import Own  # imported here: a run without any begins sooner

    return tuple((name, data.decode()) for data, name in used.files) if isinstance(used, Own) else ()


def known(wish: Wish, job: Job) -> int | None:
    """How many inputs the plan has that is there; None where one has to be made. Raises Refused and plan.Damaged."""
    if not wish.arguments and not wish.lists:
        raise Refused("name inputs, or a list of them with --list")
    if wrong := no_folder(wish.output):
        raise Refused(wrong)
    if wish.output.exists() and not wish.output.is_dir():
        raise Refused(f"{wish.output} is a file")
    if wish.scheduler and wish.engine != "dask":
        raise Refused("--scheduler goes with --engine dask")
    if wish.format == "parquet" and find_spec("pyarrow") is None:
        raise Refused("--format parquet needs pyarrow: pip install 'gwr-converter[export]'")
    found = plan.known(wish.output)
    if found is None:
        return None
    mine = {**told_of(wish), "version": job.version, "lexicons": [list(one) for one in job.lexicons], "offsets": job.offsets}
    differs = [key for key, value in mine.items() if found.get(key, _UNSAID.get(key)) != value]
    if differs and not manifest.fruitless(wish.output):
        raise Refused(f"{wish.output} holds a run with other {', '.join(differs)}; choose another folder")
    return None if differs else int(found["inputs"])


def told_of(wish: Wish) -> dict[str, Any]:
    """What makes a rerun the same run."""
    arguments = [str(Path(one)) for one in wish.arguments]  # completion puts a stroke behind a folder, and at times not
    return {"arguments": arguments, "lists": wish.lists, "format": wish.format, "size": wish.size, "check": wish.check}


def named(wish: Wish) -> Named:
    """The inputs, one at least. Raises Refused."""
    found = list(inputs.named(wish.arguments, (_listed(name) for name in wish.lists), say))
    if not found:
        raise Refused("no input")
    for path, _ in found:
        if path.lower().endswith(inputs.DOCUMENTS) and Path(path).resolve().is_relative_to(wish.output.resolve()):
            raise Refused(f"{path} lies where documents are written to; choose another folder for them")
    return found


def _listed(name: str) -> Iterator[str]:
    if name == "-":
        yield from sys.stdin
        return
    try:
        with Path(name).open(encoding="utf-8", errors="surrogateescape") as lines:
            yield from lines
    except OSError as error:
        raise Refused(f"--list {name}: {error.strerror or error}") from error
