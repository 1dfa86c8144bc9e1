"""What the decision about leads looks at: paragraphs as sentences, with the section they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from converter.frozen import dataclass
from converter.sectioning.leads import topics
from converter.text import Span, View

# Up to 。！？, or to the colon before the first member of a row: 抓好四项改革:一是调整所有制结构。 (一) needs no 是
# Every way through it ends in a match, so that the engine need not be able to go back (++).
_ROW = r"\s?(?:一(?:是|要)|第一,|\(一\))"
_PIECE = re.compile(rf"[^。!?:]*+(?::(?!{_ROW})[^。!?:]*+)*+(?:[。!?]++|:|\Z)")
_ROWED = re.compile(f":{_ROW}")
_CLOSERS = "”’』」）)】》〕］]"  # in the text as printed: the shadow no longer tells an opening quote from a closing one
_CLOSING = frozenset(_CLOSERS + "\"'")


@dataclass(frozen=True, slots=True)
class Body:
    """A body paragraph: section is any number that paragraphs under one heading share; role is the section's;
    inline says that it follows its heading on the same line; bold are source spans where the format gives them.
    """

    view: View
    section: int = 0
    role: str = "other"
    inline: bool = False
    bold: tuple[Span, ...] = ()


class Sentence(NamedTuple):
    """A sentence of a paragraph: `view.text[start:end]`, its shadow in `text`."""

    start: int
    end: int
    text: str
    mark: str | None  # dash, ordinal, bracket or period where it opens with one
    bare: str  # without dash, ordinal or 此外 in front

    @property
    def size(self) -> int:
        """Characters without the closing mark."""
        return self.end - self.start - 1

    @property
    def clauses(self) -> int:
        """Clauses divided by commas."""
        return self.bare.count(",") + 1

    @property
    def holds_several(self) -> bool:
        """Whether it is not one item of a row, but two or more."""
        return ",二是" in self.text

    @property
    def refusal(self) -> str | None:
        """Why it cannot be a topic sentence, or None; found out each time it is asked."""
        return topics.refusal(self.bare, self.mark)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph with its sentences."""

    body: Body
    sentences: tuple[Sentence, ...]

    @property
    def size(self) -> int:
        """Characters of all sentences."""
        return sum([s.end - s.start for s in self.sentences])

    def span(self, sentence: Sentence) -> Span:
        """Where the sentence stands in the source."""
        return self.body.view.span(sentence.start, sentence.end)


def sentences(view: View) -> tuple[Sentence, ...]:
    """The text cut after 。！？ with the closing quotes or brackets behind them, and before 一是 behind a colon; outer blanks left out."""
    text, shadow, last = view.text, view.shadow, len(view.text)
    blanks = len(view.compact) < last  # most paragraphs have none
    out: list[Sentence] = []
    at = begin = 0
    for piece in _pieces(shadow):
        end = begin + len(piece)
        stop = _closed(text, at, end) if end < last and text[end] in _CLOSING else end
        bare, start = piece if at == begin and stop == end else shadow[at:stop], at
        if blanks:
            start, bare = at + len(bare) - len(bare.lstrip()), bare.strip()
        if bare and bare[0] in topics.FRONTS:
            out.append(_sentence(Sentence, (start, start + len(bare), bare, topics.mark(bare), topics.bare(bare))))
        elif bare:
            out.append(_sentence(Sentence, (start, start + len(bare), bare, None, bare)))
        at, begin = stop, end
    return tuple(out)


_sentence = tuple.__new__  # with all its fields: a report has some 400, and to call the class takes three times as long


def _pieces(shadow: str) -> list[str]:
    """The text cut after its stops; where those are 。 alone and no row begins behind a colon, it need only be split."""
    pieces = shadow.split("。")
    if "" in pieces[1:-1] or "!" in shadow or "?" in shadow or _ROWED.search(shadow):
        return _PIECE.findall(shadow)
    last = pieces.pop()
    return [*[piece + "。" for piece in pieces], last]


def _closed(text: str, start: int, end: int) -> int:
    """The end of a sentence with the marks that close behind it; a straight quote closes where one is open."""
    while end < len(text) and (text[end] in _CLOSERS or (text[end] in "\"'" and text.count(text[end], start, end) % 2)):
        end += 1
    return end


def groups(bodies: Sequence[Body]) -> Iterator[tuple[Body, ...]]:
    """Paragraphs in order, those under one heading together."""
    return (tuple(members) for _, members in groupby(bodies, key=attrgetter("section")))
