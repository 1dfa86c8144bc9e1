"""What stripping decides: a fate for every piece of a line, with the rule that decided."""

from __future__ import annotations

from dataclasses import replace

from converter.frozen import dataclass
from converter.reading.source import Line, Remark, Source
from converter.text import Span

FRONT, BODY, REMOVED, LAYOUT = "front", "body", "removed", "layout"


@dataclass(frozen=True, slots=True)
class Segment:
    """A line, or a piece of one, with its fate.

    kind: for removed text one of the contract's kinds (navigation, byline …), for front text title, meeting,
    speaker or contents; rule: the name of the rule that decided.
    """

    line: Line
    start: int
    end: int
    fate: str
    kind: str | None = None
    rule: str | None = None

    @property
    def span(self) -> Span:
        return self.start, self.end

    def become(self, fate: str, kind: str | None, rule: str) -> Segment:
        """The same piece with another fate."""
        return replace(self, fate=fate, kind=kind, rule=rule)


@dataclass(frozen=True)
class Stripped:
    """The source with every non-blank piece labelled, in order."""

    source: Source
    segments: tuple[Segment, ...]
    remarks: tuple[Remark, ...] = ()

    def of(self, fate: str) -> tuple[Segment, ...]:
        """The pieces with this fate."""
        return tuple(s for s in self.segments if s.fate == fate)
