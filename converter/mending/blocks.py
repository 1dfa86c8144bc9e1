"""What mending gives: logical paragraphs of the body, what was cut out of them, and what was noticed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from converter.reading.source import Hints, Remark, Source
from converter.stripping.segments import Segment
from converter.text import Span, View, view


@dataclass(frozen=True, slots=True)
class Block:
    """One logical paragraph or heading: a stretch of the source, over several lines where a line was broken."""

    start: int
    end: int
    hints: Hints

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Noise:
    """A flaw of the source: kind (contract), the text affected, and where."""

    kind: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters inside the body that are not the report's: taken out, with kind and rule."""

    start: int
    end: int
    kind: str
    rule: str


@dataclass(frozen=True)
class Mended:
    """The body as logical blocks; everything else as stripping left it."""

    source: Source
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    cuts: tuple[Cut, ...] = ()
    noise: tuple[Noise, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def gaps(self) -> tuple[Span, ...]:
        """Spans that are not body text, sorted: removed and front pieces, and cuts."""
        outside: Iterable[Span] = [s.span for s in self.segments if s.fate != "body"]
        return tuple(sorted([*outside, *((c.start, c.end) for c in self.cuts)]))

    def view(self, span: Span) -> View:
        """The stretch as a reader sees it: without cuts, removed lines and line feeds."""
        inside = [g for g in self.gaps if g[0] < span[1] and g[1] > span[0]]
        return view(self.source.text, span, inside)
