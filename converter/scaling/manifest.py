"""The manifest of a run: one line an input, in the order of the inputs, put together from the parts that shards leave."""

from __future__ import annotations

import json
import os
import secrets
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from converter.scaling import plan
from converter.scaling.plan import Job, Shard

NAME = "manifest.ndjson"


def pending(job: Job, again: bool = False) -> Iterator[Shard]:
    """The shards that are not done; with `again` also those where an input was not converted."""
    for shard in plan.read(job):
        part = shard.part(job)
        if not part.exists() or (again and set(counts(part)) - {"converted", "passed_over"}):
            yield shard


def counts(part: Path) -> Counter[str]:
    """How many inputs of a part came to which outcome."""
    with part.open(encoding="utf-8") as lines:
        return Counter(json.loads(line)["outcome"] for line in lines)


def join(job: Job) -> Counter[str]:
    """Write the manifest from its parts, whole or not at all; the sum of the outcomes."""
    total: Counter[str] = Counter()
    target = Path(job.output) / NAME
    draft = target.with_name(f".{NAME}.{secrets.token_hex(6)}.part")
    try:
        with draft.open("wb") as out:
            for shard in plan.read(job):
                part = shard.part(job)
                if part.exists():
                    total += counts(part)
                    out.write(part.read_bytes())
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
        draft.unlink(missing_ok=True)
