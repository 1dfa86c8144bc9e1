"""Texts wrapped at a fixed width: whether a paragraph ends with a line that is full, as one in twenty does by chance.

Two signs tell. A line that stops short although what follows would have fitted ends its paragraph. And where paragraphs open
otherwise than sentences within them do, as topic sentences are short and tell no figures, a sentence is what more of its kind are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from converter.expressions import rare
from converter.mending.blocks import Block
from converter.numbering import mark
from converter.text import shadow

Size = Callable[[str], int]
Kind = tuple[str, int, bool, bool]  # what a sentence opens with that is no word, its length, whether it has commas and figures

STOPS = "。！？!?"
_UNIT = rare(r"[“‘（《(\"]*(?:[0-9A-Za-z.%+-]+|.)[，。、；：！？”’）》,;:!?)%\"]*")  # what no line is broken within
_STOP = rare(f"[{STOPS}]")
_PARTED = rare(rf"[{STOPS}]|[ \u3000\xa0]+(?<=[^、.．)） \u3000\xa0分章节篇][ \u3000\xa0])\S{{4}}")
_LENGTHS = (8, 12, 16, 22, 32)
_SEEN = 80  # characters of a sentence that are looked at
_RARELY = 10  # one line in so many
_OFTENER = 1.5  # times as many paragraphs as sentences within them
_WORDS = 5  # characters
_SURE, _CIRCLED = ("part", "han", "paren"), "①②③④⑤⑥⑦⑧⑨⑩"
_ITEM = rare(r"[0-9：:；;]|[，,].*[，,]")  # what an item of a list has where a title has it hardly


class Ends:
    """What the lines of a text say of their ends. full: whether a line is full; room: what is left of it, as size counts."""

    def __init__(self, text: str, blocks: Sequence[Block], full: Callable[[Block], bool], room: Callable[[Block], int], size: Size) -> None:
        self._text, self._full, self._left, self._size = text, full, room, size
        pairs = [(a, b, full(a)) for a, b in pairwise(blocks)]
        amid = [self._room(a, b) for a, b, filled in pairs if filled and not self._stops(a)]
        self._ragged = sum(amid) * _RARELY > len(amid)
        below = [b for a, b, filled in pairs if not filled and (self._stops(a) or self._heads(a)) and not self._heads(b)]
        self._starts = Counter(self._kind(b.start) for b in below)
        self._within = Counter(self._kind(at) for b in blocks for at in self._inner(b))
        heads = [(style, self._stopless(b), full(b)) for b in blocks if (style := self._heads(b))]
        self._apart = {style for style in {style for style, _, _ in heads} if self._stand_alone(heads, style)}

    def _stand_alone(self, heads: Sequence[tuple[str, bool, bool]], style: str) -> bool:
        """Whether titles of this style have lines for themselves that they do not fill; those that fill theirs may go on below."""
        alone = heads.count((style, True, False))
        inline = heads.count((style, False, False)) + heads.count((style, False, True))
        return alone > inline and alone >= heads.count((style, True, True))

    def ends(self, before: Block, block: Block) -> bool:
        """Whether a paragraph ends with the full line, or a heading whose like stand on lines of their own."""
        if not self._stops(before):
            return self._heads(before) in self._apart and self._stopless(before) and self._is_text(block)
        return (not self._ragged and self._room(before, block)) or self._opens(block)

    def _opens(self, block: Block) -> bool:
        kind = self._kind(block.start)
        return self._starts[kind] > _OFTENER * self._within[kind]

    def _is_text(self, block: Block) -> bool:
        """Whether a line is full or holds a stop, and no few words are all there is before it: what a title leaves over is such."""
        stop = _STOP.search(self._text, block.start, block.end)
        return stop.start() - block.start > _WORDS if stop else self._full(block)

    def _room(self, before: Block, block: Block) -> bool:
        """Whether what the next line begins with would have fitted into this one."""
        unit = _UNIT.match(self._text, block.start, block.end)
        return unit is not None and self._size(unit[0]) <= self._left(before)

    def _kind(self, start: int) -> Kind:
        seen = shadow(self._text[start : start + _SEEN]).replace("\n", "")
        sentence = re.split("[。!?]", seen, maxsplit=1)[0]
        size = sum(len(sentence) > length for length in _LENGTHS)
        return ("" if seen[:1].isalnum() else seen[:1], size, "," in sentence, any(char.isdigit() for char in sentence))

    def _inner(self, block: Block) -> list[int]:
        """Where sentences begin within a line."""
        return [block.start + found.end() for found in _STOP.finditer(self._text[block.start : block.end - 1])]

    def _stops(self, block: Block) -> bool:
        return self._text[block.end - 1] in STOPS

    def _stopless(self, block: Block) -> bool:
        """Whether no sentence ends in a line, and no blank parts a title from its paragraph."""
        return _PARTED.search(self._text, block.start, block.end) is None

    def _heads(self, block: Block) -> str:
        """How a heading is numbered; empty for what is none."""
        found = mark(shadow(self._text[block.start : block.start + 8]))
        if found and found.style in _SURE:
            return found.style
        style = found.style if found else "circled" if self._text[block.start] in _CIRCLED else ""
        return style if style and not _ITEM.search(self._text, block.start + 3, block.end) else ""
