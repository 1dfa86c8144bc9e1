"""Blocks on their way to headings: the values that the heading rules pass on."""

from __future__ import annotations

from collections.abc import Sequence

from converter.frozen import dataclass
from converter.mending.blocks import Block, Mended
from converter.text import Span, View


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at the start of a block. style: a numbering style, top, line, sentence or annex."""

    style: str
    number: int
    mark: str | None
    title: Span
    end: int
    inline: bool
    sheet: bool = False  # a bare 附件: the next line says which
    joined: int = 0  # how many following blocks belong to the heading (a title over two lines)
    looks: str = ""  # what a line says by its name (naming.py)


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its view and, where it is or begins with one, its heading."""

    block: Block
    view: View
    compact: str
    heading: Heading | None = None
    indented: bool = False

    def headed(self, heading: Heading | None) -> Part:
        """The same part with this heading, or without one."""
        return Part(self.block, self.view, self.compact, heading, self.indented)

    @property
    def tabled(self) -> bool:
        """A row of several cells; a table of one column is a site's way to set paragraphs."""
        return self.block.hints.table is not None and "\t" in self.view.text


def part(mended: Mended, block: Block) -> Part:
    """A block as the heading rules look at it."""
    seen = mended.view(block.span)
    indented = mended.source.shadow[max(0, block.start - 1) : block.start] == " "
    return Part(block, seen, seen.compact, None, indented)


def is_a(part: Part, *styles: str) -> bool:
    """Whether a part begins with a heading of one of these styles."""
    return part.heading is not None and part.heading.style in styles


def annex_at(parts: Sequence[Part]) -> int:
    """Where the first annex begins; behind all parts where there is none."""
    return next((i for i, p in enumerate(parts) if is_a(p, "annex")), len(parts))
