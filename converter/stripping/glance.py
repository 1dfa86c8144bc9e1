"""A line as the rules of stripping look at it."""

from __future__ import annotations

from converter.frozen import dataclass
from converter.reading.source import Line, Source

_ENDS = "。!?;:…"
_CLOSERS = "\"')》】]"


@dataclass(frozen=True, slots=True)
class Glance:
    """compact: the shadow of the line without blanks; prose: a sentence or more of running text."""

    line: Line
    compact: str
    prose: bool

    @property
    def ends(self) -> bool:
        """Whether the line ends as a sentence does."""
        return ends_sentence(self.compact)


def ends_sentence(compact: str) -> bool:
    """Whether a text without blanks ends in 。!?;:… (closing quotes and brackets looked through)."""
    last = compact.rstrip(_CLOSERS)[-1:]
    return last != "" and last in _ENDS


def is_prose(compact: str) -> bool:
    """Running text: 25 characters or more with a full stop, or 60 and more with commas."""
    if len(compact) < 25:
        return False
    return "。" in compact or ";" in compact or (len(compact) >= 60 and "," in compact) or ends_sentence(compact)


def glances(source: Source, lines: tuple[Line, ...]) -> tuple[Glance, ...]:
    """The non-blank lines as the rules see them."""
    out, cast = [], source.shadow
    for line in lines:
        compact = "".join(cast[line.start : line.end].split())
        if compact:
            out.append(Glance(line, compact, is_prose(compact)))
    return tuple(out)
