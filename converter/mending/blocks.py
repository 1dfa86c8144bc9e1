"""What mending gives: logical paragraphs of the body, what was cut out of them, and what was noticed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from converter.frozen import cached_property, dataclass
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
        """Spans that are not body text, sorted, none touching another: removed and front pieces, and cuts."""
        outside: Iterable[Span] = [(s.start, s.end) for s in self.segments if s.fate != "body"]
        merged: list[Span] = []
        for start, end in sorted([*outside, *((c.start, c.end) for c in self.cuts)]):
            if merged and start <= merged[-1][1]:
                merged[-1] = merged[-1][0], max(end, merged[-1][1])
            else:
                merged.append((start, end))
        return tuple(merged)

    @cached_property
    def _edges(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where the gaps start and where they end, both ascending: a page may have very many."""
        return [start for start, _ in self.gaps], [end for _, end in self.gaps]

    @property
    def reach(self) -> Span:
        """The report's own stretch of the source, which may hold other reports too."""
        return (self.segments[0].start, self.segments[-1].end) if self.segments else (0, 0)

    def of(self, blocks: Sequence[Block], noise: Sequence[Noise]) -> Mended:
        """With these blocks and this noise; what was looked at before need not be again."""
        out = Mended(self.source, self.segments, tuple(blocks), self.cuts, tuple(noise))
        vars(out).update(gaps=self.gaps, _edges=self._edges, _views=self._views)
        return out

    def view(self, span: Span) -> View:
        """The stretch as a reader sees it: without cuts, removed lines and line feeds."""
        seen = self._views.get(span)
        if seen is None:
            starts, ends = self._edges
            at = bisect_right(ends, span[0])
            gaps = self.gaps[at : bisect_left(starts, span[1])] if at < len(starts) and starts[at] < span[1] else ()
            seen = self._views[span] = view(self.source.text, self.source.shadow, span, gaps)
        return seen

    @cached_property
    def _views(self) -> dict[Span, View]:
        """What was looked at before: every stage reads the same paragraphs."""
        return {}
