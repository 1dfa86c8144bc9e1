"""A table whose cells or rows were set on lines of their own: 1 / 新建学校5所 / 市教育局 / 2 / …, or 1 新建学校5所 / 2 …

A cell has no full stop at its end, and is not broken for that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.mending.blocks import Block

_NUMBER = re.compile(r"(\d{1,3})(?:[ \t]*\Z|[ \t]+(?=[^\d\s]))")
FEWEST = 3  # rows that make a table
FURTHEST = 8  # lines that the cells of a row take


def cells(shadow: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Where the lines begin that are a table's rows or cells: from the line that 1 opens on, each number within reach of the one before."""
    rows: list[tuple[int, int]] = []  # number and place, from the latest 1 on
    found: set[int] = set()
    for place, block in [(place, block) for place, block in enumerate(blocks) if shadow[block.start].isdigit()]:
        number = _number(shadow, block)
        if number == 1:
            found |= _held(rows)
            rows = [(1, place)]
        elif rows and number == rows[-1][0] + 1 and place - rows[-1][1] <= FURTHEST:
            rows.append((number, place))
    found |= _held(rows)
    return frozenset(blocks[place].start for place in found if place < len(blocks))


def _number(shadow: str, block: Block) -> int:
    """The number that opens a line and stands apart; 0 where none does."""
    match = _NUMBER.match(shadow[block.start : min(block.end, block.start + _LONGEST)])
    return int(match[1]) if match else 0


_LONGEST = 12


def _held(rows: Sequence[tuple[int, int]]) -> set[int]:
    """The places of a table's lines; the last row takes as many as the one before."""
    if len(rows) < FEWEST:
        return set()
    first, last = rows[0][1], rows[-1][1]
    return set(range(first, last + last - rows[-2][1]))
