"""What became of a correction: applied, with the value before; or its address no longer fits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from converter.correcting.entries import Entry
from converter.models.structure import Correction
from converter.reading.source import Remark
from converter.text import Span


@dataclass(frozen=True)
class Outcome:
    """One correction in one report. stale: why it was not applied; before: what was read without it."""

    entry: Entry
    stale: str | None = None
    before: dict[str, Any] | None = None
    span: Span | None = None


def chosen(entry: Entry, found: Sequence[Any]) -> tuple[Any, str | None]:
    """The one of several places a correction means, or why it cannot be told."""
    if entry.nth is not None:
        return (found[entry.nth - 1], None) if entry.nth <= len(found) else (None, f"there are {len(found)} such places, not {entry.nth}")
    if len(found) > 1:
        return None, f"{len(found)} places fit; say which with nth"
    return (found[0], None) if found else (None, "nothing fits these words any more")


def remarks(outcomes: Iterable[Outcome]) -> list[Remark]:
    """A loud word for every correction that was applied nowhere (a compilation tries each in all its reports)."""
    every = list(outcomes)
    applied = {outcome.entry.where for outcome in every if outcome.stale is None}
    lost = {o.entry.where: o for o in every if o.entry.where not in applied}
    return [Remark("GWR051", "error", f"{o.entry.where}: the correction of {o.entry} was not applied: {o.stale}") for o in lost.values()]


def corrections(outcomes: Iterable[Outcome]) -> tuple[Correction, ...]:
    """What people set, for the document, in the order of their file."""
    return tuple(
        Correction(
            address=str(o.entry),
            before=json.dumps(o.before, ensure_ascii=False, sort_keys=True),
            after=json.dumps(o.entry.says, ensure_ascii=False, sort_keys=True),
            author=o.entry.author,
            reason=o.entry.reason,
            span=o.span,
        )
        for o in sorted(outcomes, key=lambda o: int(o.entry.where.rpartition(":")[2]))
        if o.stale is None
    )
