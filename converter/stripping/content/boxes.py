"""The nesting of boxes: which one holds the main content."""

from __future__ import annotations

from collections.abc import Sequence

HOLDS = 0.9  # of the running text: the smallest box with so much of it is the content's
MOST = 0.6  # of it: the box inside, where the rest is little
MUCH, MUCH_SHARE = 300, 0.03  # characters of running text beside the core: more than a copyright notice has


def totals(boxes: Sequence[int], values: Sequence[float], parents: Sequence[int]) -> list[float]:
    """For each box the sum over the lines in it, at any depth. A box comes after the one around it."""
    sums = [0.0] * len(parents)
    for box, value in zip(boxes, values, strict=True):
        sums[box] += value
    for box in range(len(parents) - 1, 0, -1):
        sums[parents[box]] += sums[box]
    return sums


def content_box(sums: Sequence[float], parents: Sequence[int]) -> int:
    """The smallest box that holds nearly all of the running text, or most of it where only a notice's worth is left over."""
    core = max(box for box, total in enumerate(sums) if total >= HOLDS * sums[0])
    while True:
        heavy = max((box for box in range(core + 1, len(parents)) if parents[box] == core), key=lambda box: sums[box], default=core)
        if heavy == core or sums[heavy] < MOST * sums[core] or sums[core] - sums[heavy] >= MUCH:
            return core
        core = heavy


def large_beside(core: int, parents: Sequence[int], sums: Sequence[float]) -> list[bool]:
    """For each box whether it stands beside the core, or in such a box, and holds much running text: a text cut into pages."""
    out = [False] * len(parents)
    enough = max(MUCH, MUCH_SHARE * sums[core])
    for box in range(1, len(parents)):
        beside = box != core and parents[box] == parents[core] and sums[box] >= enough
        out[box] = beside or (out[parents[box]] and box != core)
    return out


def inside(box: int, parents: Sequence[int]) -> list[bool]:
    """For each box whether it is the given one or lies in it."""
    out = [False] * len(parents)
    out[box] = True
    for at in range(box + 1, len(parents)):
        out[at] = out[parents[at]]
    return out
