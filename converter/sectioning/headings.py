"""Which blocks are headings, or begin with one: the rules in order, each given what the one before found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from converter.mending.blocks import Mended
from converter.sectioning.annexed import annexes
from converter.sectioning.lines import lines
from converter.sectioning.nested import nested
from converter.sectioning.numbered import numbered_headings
from converter.sectioning.parts import Part, part
from converter.sectioning.sentences import sentences
from converter.sectioning.unusual import unusual

RULES: tuple[Callable[[Sequence[Part]], list[Part]], ...] = (numbered_headings, unusual, annexes, lines, nested, sentences)


def find_headings(mended: Mended) -> list[Part]:
    """Every block with its heading, in order."""
    parts = [part(mended, b) for b in mended.blocks]
    for rule in RULES:
        parts = rule(parts)
    return parts
