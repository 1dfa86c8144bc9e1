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


def content_box(sums: Sequence[float], parents: Sequence[int]) -> list[int]:
    """The path to the content: the smallest box that holds nearly all of the running text, and on inwards while one box holds most
    and only a notice's worth is left over. The last is the core."""
    path = [max(box for box, total in enumerate(sums) if total >= HOLDS * sums[0])]
    heavy = list(range(len(parents)))  # of each box the heaviest inside it
    for box in range(1, len(parents)):
        around = parents[box]
        if heavy[around] == around or sums[box] > sums[heavy[around]]:
            heavy[around] = box
    while (inner := heavy[path[-1]]) != path[-1] and sums[inner] >= MOST * sums[path[-1]] and sums[path[-1]] - sums[inner] < MUCH:
        path.append(inner)
    return path


def beside(path: Sequence[int], parents: Sequence[int], sums: Sequence[float], foreign: Sequence[float]) -> list[bool]:
    """For each box whether it is the text's as well: beside the path (or in such a box) and with much running text, or with nothing but.

    A text cut into pages or sections stands in boxes side by side; `foreign` counts each box's links and site's lines.
    """
    out = [False] * len(parents)
    on, around = set(path), {parents[box] for box in path}
    enough = max(MUCH, MUCH_SHARE * sums[path[-1]])
    for box in range(1, len(parents)):
        if box not in on and parents[box] in around:
            out[box] = sums[box] >= enough or (sums[box] > 0 and foreign[box] == 0)
        else:
            out[box] = box not in on and out[parents[box]]
    return out


def inside(box: int, parents: Sequence[int]) -> list[bool]:
    """For each box whether it is the given one or lies in it."""
    out = [False] * len(parents)
    out[box] = True
    for at in range(box + 1, len(parents)):
        out[at] = out[parents[at]]
    return out
