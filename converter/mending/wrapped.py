"""Texts wrapped at a fixed width: a line that is full goes on in the next one, whatever it ends with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from converter.lexicons import load, patterns
from converter.mending.blocks import Block
from converter.mending.ends import Ends
from converter.numbering import BULLETS, mark
from converter.text import shadow

FEWEST = 20  # full lines that make a width
FEW = 8  # the same of a short text in which nearly half are full and none is longer
SHARE = 3  # one line in so many is full
NARROW, WIDE = 16, 90  # characters of a wrapped line
SLACK = 1  # a mark that may not begin a line is drawn up or down
CELLS = 3  # the same on a screen, where a Chinese character takes two cells
_ENDS = "。！？!?；;"
_GOING = f"{_ENDS}：:"
_BEGINNING = 24  # characters that tell what a line begins with
_MANY = 5  # one line in so many
INDENT = 2  # blanks more than other lines have

Joins = Callable[[Block, Block], str | None]
Size = Callable[[str], int]


class _Width(NamedTuple):
    """How long a full line is, as `size` counts, give or take the slack; behind the blanks that most lines begin with."""

    most: int
    size: Size
    slack: int
    margin: int
    usual: int  # how long most full lines are

    def fits(self, line: str) -> bool:
        """Whether a line is full; two marks may hang behind it."""
        over = self.size(line) - self.most
        return abs(over) <= self.slack or (self.slack < over <= 2 * self.slack and not any(map(str.isalnum, line[-2:])))


def wrapped(text: str, blocks: Sequence[Block]) -> Joins | None:
    """Whether a block goes on in the next: a rule for texts whose lines mostly have one length, and None for others."""
    sizes = Counter([b.end - b.start for b in blocks])
    many = sum(n for size, n in sizes.items() if NARROW <= size <= WIDE)
    if many < FEW or many * 2 < len(blocks):
        return None
    stopping = sum(text[b.end - 1] in _ENDS for b in blocks) * 2 > len(blocks)
    if stopping and (max(sizes) > WIDE or not _even(text, blocks)):
        return _amid(text, blocks) if max(sizes) <= WIDE else None
    margin = _margin(text, blocks)
    indented = Counter([b.end - b.start + _blanks(text, b) - margin for b in blocks])  # of paragraphs of two lines every other is
    for measured in sorted((sizes, indented), key=lambda found: -max(found.values())):  # the likelier, with or without indentation
        width = _width(measured, len(blocks))
        if width:
            return _joins(text, blocks, _Width(width, len, SLACK, margin, width))
    return _on_screen(text, blocks) or _amid(text, blocks)


def _amid(text: str, blocks: Sequence[Block]) -> Joins | None:
    """The same for few paragraphs of two or three lines each: nearly all lines that end in mid-sentence are as long as the longest."""
    margin = _margin(text, blocks)
    lines = {b: text[b.start - max(0, _blanks(text, b) - margin) : b.end] for b in blocks}
    amid = [b for b in blocks if text[b.end - 1] not in _GOING and ("，" in lines[b] or "。" in lines[b])]
    for size, slack in ((len, SLACK), (cells, CELLS)):
        widest = max(size(lines[b]) for b in blocks)
        full = Counter([size(lines[b]) for b in amid if widest - size(lines[b]) <= slack])
        if full.total() >= FEW and full.total() * 5 >= 4 * len(amid):
            return _joins(text, blocks, _Width(widest, size, slack, margin, max(full, key=lambda often: full[often])))
    return None


def _even(text: str, blocks: Sequence[Block]) -> bool:
    """Whether many lines are as long as the longest, most of them in mid-sentence: a paragraph of two lines stops at every other."""
    margin = _margin(text, blocks)
    size = {b: b.end - b.start + _blanks(text, b) - margin for b in blocks}
    width = max(size.values())
    full = [b for b in blocks if width - size[b] <= SLACK]
    return len(full) >= FEWEST and sum(text[b.end - 1] in _ENDS for b in full) * 2 < len(full)


def _width(sizes: Counter[int], many: int) -> int:
    """The size that so many lines have that they are full; 0 where none is."""
    width, often = max(((size, n) for size, n in sizes.items() if NARROW <= size <= WIDE), key=lambda item: item[1], default=(0, 0))
    longer = sum(n for size, n in sizes.items() if size > width + SLACK)
    few = often >= FEW and often * 5 >= 2 * many and not longer
    return width if few or (often >= FEWEST and often * SHARE >= many and longer * 10 <= many) else 0


def _on_screen(text: str, blocks: Sequence[Block]) -> Joins | None:
    """The same for lines of as many cells of a screen: one with figures in it has more characters."""
    sizes = Counter([cells(text[b.start : min(b.end, b.start + WIDE + 1)]) for b in blocks])
    width = max(sizes, key=lambda size: sum(sizes[size - less] for less in range(CELLS + 1)))
    often = sum(sizes[width - less] for less in range(CELLS + 1))
    longer = sum(n for size, n in sizes.items() if size > width + CELLS)
    one = often >= (FEW if not longer else FEWEST) and often * 2 >= len(blocks) and longer * 10 <= len(blocks)
    usual = max(range(width - CELLS, width + 1), key=lambda size: sizes[size])
    return _joins(text, blocks, _Width(width, cells, CELLS, _margin(text, blocks), usual)) if one else None


def cells(line: str) -> int:
    """The cells that a line takes, near enough: a character of three bytes takes two, one of a single byte one."""
    return (len(line) + len(line.encode("utf-8", "surrogatepass"))) // 2


def _margin(text: str, blocks: Sequence[Block]) -> int:
    """The blanks that lines begin with: the fewest that many have, as more than half may begin paragraphs."""
    indents = Counter([_blanks(text, b) for b in blocks])
    return min((blanks for blanks, often in indents.items() if often * _MANY >= len(blocks)), default=0)


def _blanks(text: str, block: Block) -> int:
    return block.start - 1 - text.rfind("\n", max(0, block.start - 40), block.start)


def _narrow(line: str, width: int) -> bool:
    """Whether a line that is indented by narrow blanks is as wide as so many characters."""
    return line[:INDENT] == " " * INDENT and abs(cells(line) - 2 * width) <= CELLS


def _joins(text: str, blocks: Sequence[Block], width: _Width) -> Joins:
    def full(before: Block) -> bool:
        line = text.rfind("\n", 0, before.end) + 1 + width.margin
        starts = {line, max(before.start, line)}  # with its indentation, or without
        return any(width.fits(text[start : before.end]) for start in starts) or _narrow(text[line : before.end], width.most)

    def room(before: Block) -> int:
        return width.usual - width.size(text[text.rfind("\n", 0, before.end) + 1 + width.margin : before.end])

    parted = _parted(text, [(a, b) for a, b in pairwise(blocks) if text[a.end - 1] not in _ENDS and full(a)])
    over = [(a, b) for a, b in pairwise(blocks) if text[a.end - 1] in _ENDS and not full(a)]
    told = sum(_apart(text, a, b) or _blanks(text, b) >= width.margin + INDENT for a, b in over) * 2 > len(over)
    ends = None if told else Ends(text, blocks, full, room, width.size)

    def nearly(before: Block) -> bool:
        """Whether a line that a careless hand or a machine broke goes on: in mid-sentence, not much shorter, and no title."""
        amid = text[before.end - 1] not in _ENDS and room(before) * _NEARLY <= width.usual
        line = shadow(text[before.start : before.end]) if amid else ""
        return "。" in line or ("," in line and not mark(line))

    def joins(before: Block, block: Block) -> str | None:
        if not full(before) and not nearly(before):
            return None
        below = shadow(text[block.start : min(block.end, block.start + _BEGINNING)])
        ended = shadow(text[before.end - 1]) in "。!?"
        numbered = mark(below)
        listed = numbered is not None and (ended or (text[before.end - 1] in ":：" and numbered.style in ("han", "paren")))
        opens = below.startswith("各位代表") or (ended and ends is not None and _opens(below))
        anew = _blanks(text, block) >= width.margin + INDENT or opens or listed
        short = ended and 4 * width.size(text[block.start : block.end]) < 3 * width.most
        titles = short and text[block.end - 1] not in _ENDS  # a paragraph's last line stops
        gap = parted and _apart(text, before, block) and text[before.end : block.start].isspace()  # not: a folio between
        return None if anew or titles or gap or (ends and ends.ends(before, block)) else "full_line"

    return joins


@cache
def _openings() -> re.Pattern[str]:
    entry = r"[\[(]?\d{1,3}[\])]|\d{1,3}\.(?!\d)|[①-⑳]"
    return re.compile(rf"[—{BULLETS}]|{entry}|{patterns(load('mending')['openings'])}")


def _opens(below: str) -> bool:
    """Whether what stands behind a full stop opens a paragraph: ——经济稳中有进。 [3]产业链:指… 我们清醒地认识到…"""
    return _openings().match(below) is not None


def _parted(text: str, going: Sequence[tuple[Block, Block]]) -> bool:
    """Whether blank lines stand between paragraphs alone: full lines that go on in the next have none behind them."""
    return sum(_apart(text, before, block) for before, block in going) * _RARELY <= len(going)


_NEARLY = 6  # times what is left of a line, which is less than the line
_RARELY = 20  # one in so many, where a page begins


def _apart(text: str, before: Block, block: Block) -> bool:
    return text.count("\n", before.end, block.start) > 1
