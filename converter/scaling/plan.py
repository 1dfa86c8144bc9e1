"""The plan of a run: which inputs make up which shard, written down before the first is begun, so that a rerun goes on with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from typing import Any

from converter.scaling.inputs import is_archive
from converter.writing.files import portable, write_whole
from converter.writing.offsets import CODE_POINTS, Offsets

STATE = ".batch"  # the run's own folder inside the output: plan, and the manifest's parts
_PLAN, _SHARDS = "plan.json", "shards.ndjson"


class Damaged(Exception):
    """A plan that is cut off, or that somebody edited; one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """What holds for every shard: where outputs go, their format, whether documents are checked, and which program made the plan."""

    output: str
    format: str  # json, ndjson, parquet
    check: bool
    version: str
    lexicons: tuple[tuple[str, str], ...] = ()  # name and text of own ones, so that workers anywhere have the same
    offsets: Offsets = CODE_POINTS

    @property
    def state(self) -> Path:
        return Path(self.output) / STATE


@dataclass(frozen=True, slots=True)
class Item:
    """One input: its path, and the name of its output without suffix."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Shard:
    """Some inputs, or one web archive, that are done together: the least that a rerun repeats."""

    number: int
    items: tuple[Item, ...]

    @property
    def archive(self) -> bool:
        return len(self.items) == 1 and is_archive(self.items[0].path)

    @property
    def label(self) -> str:
        return f"part-{self.number:06d}"

    def part(self, job: Job) -> Path:
        """Its part of the manifest: there when the shard is done."""
        return job.state / f"{self.label}.ndjson"


def shards(named: Iterable[tuple[str, str]], size: int) -> Iterator[Shard]:
    """Inputs in order, `size` to a shard; a web archive is a shard of its own."""
    taken: dict[str, int] = {}
    held: list[Item] = []
    number = 0
    for path, name in named:
        item = Item(path, _free(name, taken))
        if held and (is_archive(path) or len(held) == size):
            yield Shard(number, tuple(held))
            held, number = [], number + 1
        held.append(item)
        if is_archive(path):
            yield Shard(number, (item,))
            held, number = [], number + 1
    if held:
        yield Shard(number, tuple(held))


def _free(name: str, taken: dict[str, int]) -> str:
    """The output's name: that of the input without suffix, with it where another input has taken that, else numbered."""
    path = PurePath(name)
    plain = str(path.with_name(portable(path.stem))) if path.name else name
    name = str(path.with_name(portable(path.name))) if path.name else name
    for way in (plain, name):
        if way.lower() not in taken:  # some file systems know no upper case
            taken[way.lower()] = 1
            return way
    while f"{name}-{taken[name.lower()]}".lower() in taken or taken[name.lower()] == 1:
        taken[name.lower()] += 1
    found = f"{name}-{taken[name.lower()]}"
    taken[found.lower()] = 1
    return found


def write(job: Job, told: dict[str, Any], planned: Iterable[Shard]) -> int:
    """Write the plan down; how many inputs it has. One without any is none.

    In ASCII: a name that the locale cannot decode is half characters here, and must come back as them.
    """
    rows = [json.dumps({"number": s.number, "items": [[i.path, i.name] for i in s.items]}) for s in planned]
    if not rows:
        return 0
    job.state.mkdir(parents=True, exist_ok=True)
    count = sum(len(json.loads(row)["items"]) for row in rows)
    write_whole(job.state / _SHARDS, "".join(f"{row}\n" for row in rows).encode())
    head = {**told, **asdict(job), "shards": len(rows), "inputs": count}
    write_whole(job.state / _PLAN, (json.dumps(head, indent=2) + "\n").encode())
    return count


def known(output: Path) -> dict[str, Any] | None:
    """What an earlier run wrote down in this folder; None where there was none, or it was stopped while it planned. Raises Damaged."""
    path = output / STATE / _PLAN
    if not path.exists():
        return None
    with _whole(path):
        found: dict[str, Any] = json.loads(path.read_bytes().decode("utf-8", "surrogateescape"))
        if found["shards"] != sum(1 for _ in _shards(output / STATE)):
            raise ValueError("shards are missing")
    return found


def forget(output: Path) -> None:
    """Take the plan away, and what its shards left in the folder of state."""
    for left in (*(output / STATE).glob("*.ndjson"), output / STATE / _PLAN):
        left.unlink(missing_ok=True)


def read(job: Job) -> Iterator[Shard]:
    """The shards of the plan, in order. Raises Damaged."""
    with _whole(job.state / _SHARDS):
        yield from _shards(job.state)


def _shards(state: Path) -> Iterator[Shard]:
    with (state / _SHARDS).open(encoding="utf-8", errors="surrogateescape") as lines:
        for line in lines:
            row = json.loads(line)
            yield Shard(row["number"], tuple(Item(path, name) for path, name in row["items"]))


@contextmanager
def _whole(path: Path) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, KeyError, FileNotFoundError):
        raise Damaged(f"{path} is damaged; remove {path.parent} to begin anew") from None
