"""The plan of a run: which inputs make up which shard, written down before the first is begun, so that a rerun goes on with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from typing import Any

from converter.scaling.inputs import is_archive
from converter.writing.files import portable, write_whole
from converter.writing.offsets import CODE_POINTS, Offsets

STATE = ".batch"  # the run's own folder inside the output: plan, and the manifest's parts


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
    """Write the plan down; how many inputs it has."""
    rows = [json.dumps({"number": s.number, "items": [[i.path, i.name] for i in s.items]}, ensure_ascii=False) for s in planned]
    job.state.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{row}\n" for row in rows)
    count = sum(len(json.loads(row)["items"]) for row in rows)
    write_whole(job.state / "shards.ndjson", lines.encode("utf-8", "surrogateescape"))
    head = {**told, **asdict(job), "shards": len(rows), "inputs": count}
    write_whole(job.state / "plan.json", (json.dumps(head, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogateescape"))
    return count


def known(output: Path) -> dict[str, Any] | None:
    """What an earlier run wrote down in this folder; None where there was none, or it was stopped while it planned."""
    path = output / STATE / "plan.json"
    if not path.exists():
        return None
    found: dict[str, Any] = json.loads(path.read_bytes().decode("utf-8", "surrogateescape"))
    return found


def read(job: Job) -> Iterator[Shard]:
    """The shards of the plan, in order."""
    with (job.state / "shards.ndjson").open(encoding="utf-8", errors="surrogateescape") as lines:
        for line in lines:
            row = json.loads(line)
            yield Shard(row["number"], tuple(Item(path, name) for path, name in row["items"]))
