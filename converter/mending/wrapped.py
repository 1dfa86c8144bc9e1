"""Texts wrapped at a fixed width: a line that is full goes on in the next one, whatever it ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from converter.mending.blocks import Block
from converter.numbering import mark
from converter.text import shadow

FEWEST = 20  # full lines that make a width
SHARE = 3  # one line in so many is full
NARROW, WIDE = 16, 90  # characters of a wrapped line
SLACK = 1  # a mark that may not begin a line is drawn up or down

Joins = Callable[[Block, Block], str | None]


def wrapped(text: str, blocks: Sequence[Block]) -> Joins | None:
    """Whether a block goes on in the next: a rule for texts whose lines mostly have one length, and None for others."""
    sizes = Counter(b.end - b.start for b in blocks if NARROW <= b.end - b.start <= WIDE)
    width, often = max(sizes.items(), key=lambda item: item[1], default=(0, 0))
    longer = sum(b.end - b.start > width + SLACK for b in blocks)
    if often < FEWEST or often * SHARE < len(blocks) or longer * 10 > len(blocks):
        return None

    def joins(before: Block, block: Block) -> str | None:
        last = max(before.start, text.rfind("\n", 0, before.end) + 1)
        full = abs(before.end - last - width) <= SLACK
        indented = text[block.start - 2 : block.start] in ("\u3000\u3000", "  ")
        below = shadow(text[block.start : block.start + 8])
        ended = shadow(text[before.end - 1]) in "。!?"
        starts = indented or below.startswith("各位代表") or (ended and mark(below) is not None)
        return "full_line" if full and not starts else None

    return joins
