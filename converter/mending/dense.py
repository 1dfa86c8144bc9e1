"""Texts that lost all their line breaks: the numbering alone tells where headings start.

What a heading's line break would have shown is gone: an enumeration within a paragraph cannot be told from headings by
its place. So a chain counts only as a whole: 一、 二、 三、 each behind a full stop, and (一) (二) between two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.expressions import rare
from converter.numbering import Mark, mark

DENSE = 1500  # characters of the average block; a report's paragraphs have some 300, long ones 900
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
    inner = [
        at for low, high in pairwise(edges) for at in _run([(a, here) for a, here in found if here.style == "paren" and low < a < high])
    ]
    return sorted([*tops, *inner])


def _run(found: Sequence[tuple[int, Mark]]) -> list[int]:
    """The offsets of 1, 2, 3 … in order; a run of one is none."""
    out: list[int] = []
    for at, here in found:
        if here.number == len(out) + 1:
            out.append(at)
    return out if len(out) > 1 else []
