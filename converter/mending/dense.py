"""Texts that lost all their line breaks: the numbering alone tells where headings start.

What a heading's line break would have shown is gone: an enumeration within a paragraph cannot be told from headings by
its place. So a chain counts only as a whole: 一、 二、 三、 each behind a full stop, and (一) (二) between two of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.expressions import rare
from converter.numbering import Mark, mark

EACH = 60  # characters of a heading with its paragraph; an item of an enumeration has fewer
DENSE = 1500  # characters of the average block; a report's paragraphs have some 300, long ones 900
_GLUED = re.compile(r"[^。:]{4,45}?(?=\(一\)[^、])")  # the title of a part before its first heading
_ANNOUNCED = rare(r":\"? *(?=\(一\)[^、])")
_BEHIND_A_STOP = rare(r"(?<=[。!?])\"? *(?=(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)[^、])")


def unbroken(shadows: Sequence[str]) -> bool:
    """Whether the text stands in few very long lines, none of which begins with a heading's number."""
    if not shadows or sum(map(len, shadows)) < DENSE * len(shadows):
        return False
    return not any((first := mark(s)) and first.style in ("part", "han", "paren") for s in shadows)


def chain(shadow: str) -> list[int]:
    """Offsets of the headings in one unbroken text."""
    found = [(m.end(), here) for m in _BEHIND_A_STOP.finditer(shadow) if (here := mark(shadow, m.end()))]
    tops = _run([(at, here) for at, here in found if here.style == "han"])
    edges = [*tops, len(shadow)]
    inner = [at for low, high in pairwise(edges) for at in _row(shadow, found, low, high)]
    return sorted([*tops, *inner])


def _row(shadow: str, found: Sequence[tuple[int, Mark]], low: int, high: int) -> list[int]:
    """The row (一) (二) (三) between two headings above it."""
    row = [(at, here) for at, here in found if here.style == "paren" and low < at < high]
    if row and row[0][1].number == 2:
        row = [*_first(shadow, low, row[0][0]), *row]
    return _run(row)


def _first(shadow: str, low: int, second: int) -> list[tuple[int, Mark]]:
    """The first of a row that goes on behind a full stop far enough from it: behind a colon, or glued to the title above."""
    glued = _GLUED.match(shadow, low, second)
    for opening in [glued] if glued else _ANNOUNCED.finditer(shadow, low, second):
        here = mark(shadow, opening.end())
        if here and second - opening.end() >= EACH:
            return [(opening.end(), here)]
    return []


def _run(found: Sequence[tuple[int, Mark]]) -> list[int]:
    """The offsets of 1, 2, 3 … in order; a run of one is none."""
    out: list[int] = []
    for at, here in found:
        if here.number == len(out) + 1:
            out.append(at)
    return out if len(out) > 1 else []
