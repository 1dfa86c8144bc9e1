"""一、 二、 三、 within 一、 二、 三、: a numbering that begins anew under a heading of its own style, up to the next of those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from converter.numbering import mark
from converter.sectioning.lines import names_part
from converter.sectioning.parts import Part

LISTED = 120  # characters of the usual item of a list; a section's paragraph is longer
_FIRST = frozenset("一二三四五六七八九十")
Place = tuple[int, int]  # a part and its number


def nested(parts: Sequence[Part]) -> list[Part]:
    """Such a run is a list where short items follow an announcement, and else an order of its own."""
    out = list(parts)
    for run in _runs(parts, _places(parts)):
        listed = _listed(parts, run)
        for i in run:
            heading = out[i].heading
            out[i] = out[i].headed(None if listed or heading is None else replace(heading, style="inner"))
    return out


def _places(parts: Sequence[Part]) -> list[Place]:
    begun = ((i, mark(part.compact[:12])) for i, part in enumerate(parts) if part.compact[:1] in _FIRST)
    return [(i, found.number) for i, found in begun if found and found.style == "han"]


def _runs(parts: Sequence[Part], places: Sequence[Place]) -> list[list[int]]:
    """The runs 1, 2, 3 … between n and n + 1, or below the last part; none where a line of its own names the part."""
    firsts = [k for k, (_, number) in enumerate(places) if number == 1]
    runs: list[list[int]] = []
    outer = places[: firsts[1]] if len(firsts) > 1 else []
    for start, end in pairwise([*firsts[1:], len(places)]):
        row = places[start:end]
        if not _counted(outer, outer[0][1]) or any(_unnumbered(part) for part in parts[outer[-1][0] : row[0][0]]):
            return runs
        size = _size(parts, row, outer[-1][1] + 1)
        if not size and (end < len(places) or not _counted(row, 1) or not _names(parts, places[0])):
            return runs
        runs.append([i for i, _ in row[: size or len(row)]])
        outer = row[size:]
    return [run for run in runs if len(run) > 1]


def _size(parts: Sequence[Part], row: Sequence[Place], after: int) -> int:
    """Where in a row the outer numbering goes on; 0 where it does not. Its number may be the next of the inner one too."""
    ends = [k for k, (_, number) in enumerate(row) if k > 1 and number == after and _counted(row[:k], 1) and _counted(row[k:], after)]
    sure = [k for k in ends if after != k + 1 or _names(parts, row[k])]
    return sure[0] if sure else 0


def _counted(row: Sequence[Place], first: int) -> bool:
    return bool(row) and [number for _, number in row] == list(range(first, first + len(row)))


def _names(parts: Sequence[Part], place: Place) -> bool:
    heading = parts[place[0]].heading
    return heading is not None and names_part(parts[place[0]])


def _unnumbered(part: Part) -> bool:
    return part.heading is not None and not part.heading.number


def _listed(parts: Sequence[Part], run: Sequence[int]) -> bool:
    together = run[-1] - run[0] == len(run) - 1
    size = sum(len(parts[i].compact) for i in run)
    above = parts[run[0] - 1]
    return together and size <= LISTED * len(run) and above.compact[-1:] in (":", "。") and above.heading is None
