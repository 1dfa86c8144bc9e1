"""What the decision about leads looks at: paragraphs as sentences, with the section they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from converter.frozen import dataclass
from converter.sectioning.leads import topics
from converter.text import Span, View

# 。！？, and the colon before the first member of a row: 抓好四项改革:一是调整所有制结构。 (一) needs no 是
# One class in front, so that the engine passes over what is in none.
_END = re.compile(r"[。!?:](?:(?<!:)[。!?]*|(?<=:)(?=\s?(?:一(?:是|要)|第一,|\(一\))))")
_CLOSERS = "”’』」）)】》〕］]"  # in the text as printed: the shadow no longer tells an opening quote from a closing one


@dataclass(frozen=True)
class Body:
    """A body paragraph: section is any number that paragraphs under one heading share; role is the section's;
    inline says that it follows its heading on the same line; bold are source spans where the format gives them.
    """

    view: View
    section: int = 0
    role: str = "other"
    inline: bool = False
    bold: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence of a paragraph: `view.text[start:end]`, its shadow in `text`. What several rules ask of it is found out once."""

    start: int
    end: int
    text: str
    mark: str | None  # dash, ordinal, bracket or period where it opens with one
    bare: str  # without dash, ordinal or 此外 in front

    @property
    def size(self) -> int:
        """Characters without the closing mark."""
        return len(self.text) - 1

    @property
    def clauses(self) -> int:
        """Clauses divided by commas."""
        return self.bare.count(",") + 1

    @cached_property
    def refusal(self) -> str | None:
        """Why it cannot be a topic sentence, or None."""
        return topics.refusal(self.bare, self.mark)


@dataclass(frozen=True)
class Paragraph:
    """A body paragraph with its sentences."""

    body: Body
    sentences: tuple[Sentence, ...]

    @cached_property
    def size(self) -> int:
        """Characters of all sentences."""
        return sum(len(s.text) for s in self.sentences)

    def span(self, sentence: Sentence) -> Span:
        """Where the sentence stands in the source."""
        return self.body.view.span(sentence.start, sentence.end)


def sentences(view: View) -> tuple[Sentence, ...]:
    """The text cut after 。！？ with the closing quotes or brackets behind them, and before 一是 behind a colon; outer blanks left out."""
    shadow = view.shadow
    out: list[Sentence] = []
    at = 0
    for low, high in [*(match.span() for match in _END.finditer(shadow)), (len(shadow), len(shadow))]:
        if low < at:
            continue
        end = _closed(view.text, at, high)
        piece = shadow[at:end]
        bare = piece.strip()
        if bare:
            start = at + len(piece) - len(piece.lstrip())
            out.append(Sentence(start, start + len(bare), bare, topics.mark(bare), topics.bare(bare)))
        at = end
    return tuple(out)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a sentence with the marks that close behind it; a straight quote closes where one is open."""
    while end < len(text) and (text[end] in _CLOSERS or (text[end] in "\"'" and text.count(text[end], start, end) % 2)):
        end += 1
    return end


def groups(bodies: Sequence[Body]) -> tuple[tuple[Paragraph, ...], ...]:
    """Paragraphs in order, those under one heading together."""
    split = (Paragraph(body, sentences(body.view)) for body in bodies)
    return tuple(tuple(members) for _, members in groupby(split, key=lambda p: p.body.section))
