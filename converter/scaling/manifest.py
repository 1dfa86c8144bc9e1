"""The manifest of a run: one line an input, in the order of the inputs, put together from the parts that shards leave."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from converter.scaling import plan
from converter.scaling.plan import Job, Shard
from converter.writing.files import draft_of, is_draft, naming

NAME = "manifest.ndjson"
_GOOD = {"converted", "passed_over"}


def pending(job: Job, again: bool = False) -> Iterator[Shard]:
    """The shards that are not done; with `again` also those where an input was not converted."""
    for shard in plan.read(job):
        lines = _lines(shard.part(job))
        if not _done(job, shard, lines) or (again and {line["outcome"] for line in lines} - _GOOD):
            yield shard


def _done(job: Job, shard: Shard, lines: list[dict[str, Any]]) -> bool:
    """Whether its part tells of every input, and what it says was written is there: others may remove or edit files of a run."""
    if len(lines) < len(shard.items):  # an archive is one input and many lines
        return False
    names = {str(line["document"]) for line in lines if "document" in line}
    files = names if job.format == "json" else {name.rpartition(":")[0] for name in names}
    return all((Path(job.output) / name).is_file() for name in files)


def _lines(part: Path) -> list[dict[str, Any]]:
    """The lines of a part; none where it is not there, cut off or damaged."""
    try:
        lines = [json.loads(line) for line in part.read_bytes().splitlines()]
        return lines if all(isinstance(line["outcome"], str) for line in lines) else []
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return []


def fruitless(output: Path) -> bool:
    """Whether an earlier run in this folder converted nothing, as one whose inputs were mistyped."""
    parts = (output / plan.STATE).glob("part-*.ndjson")
    return not any(line["outcome"] == "converted" for part in parts for line in _lines(part))


def join(job: Job) -> Counter[str]:
    """Write the manifest from its parts, whole or not at all; the sum of the outcomes."""
    total: Counter[str] = Counter()
    target = Path(job.output) / NAME
    draft = draft_of(target)
    try:
        with naming(target, draft):
            with draft.open("wb") as out:
                for shard in plan.read(job):
                    lines = _lines(shard.part(job))
                    total.update(line["outcome"] for line in lines)
                    out.write(shard.part(job).read_bytes() if lines else b"")
                out.flush()
                os.fsync(out.fileno())
            draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return total


def failures(job: Job) -> Iterator[tuple[str, str]]:
    """(input, why) of everything that was not converted and should have been."""
    with (Path(job.output) / NAME).open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["outcome"] in ("unreadable", "failed"):
                yield row["input"], row["why"]


def sweep(job: Job) -> None:
    """Remove the drafts that a killed run left."""
    for draft in Path(job.output).rglob(".*.part"):
        if is_draft(draft.name):
            draft.unlink(missing_ok=True)
