"""The paragraphs under one heading, and what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from converter.sectioning.leads.bodies import Paragraph, Sentence
from converter.sectioning.leads.topics import clauses, mark, refusal

SHORT = 22  # characters of a topic sentence without a comma; the labels' longest is 20
LONG = 36  # of one with commas, where the paragraphs beside it open alike


def fits(sentence: Sentence) -> bool:
    """Whether it has the shape of a topic sentence, apart from its neighbours."""
    if refusal(sentence):
        return False
    if mark(sentence) in ("dash", "ordinal"):
        return True
    return sentence.size <= (SHORT if clauses(sentence) == 1 else LONG)


@dataclass(frozen=True)
class Member:
    """A paragraph in its group: its place, its first sentence, and whether that has the shape of a topic sentence."""

    paragraph: Paragraph
    place: int
    fits: bool

    @property
    def first(self) -> Sentence:
        """The sentence that opens the paragraph."""
        return self.paragraph.sentences[0]

    @property
    def several(self) -> bool:
        """Whether sentences follow the first."""
        return len(self.paragraph.sentences) > 1


@dataclass(frozen=True)
class Group:
    """The paragraphs under one heading."""

    members: tuple[Member, ...]

    @cached_property
    def several(self) -> tuple[Member, ...]:
        """Those of more than one sentence."""
        return tuple(m for m in self.members if m.several)

    @cached_property
    def topical(self) -> int:
        """How many of those open with what could be a topic sentence."""
        return sum(m.fits for m in self.several)

    @cached_property
    def periods(self) -> int:
        """How many of those open with 五年来 or the like."""
        return sum(m.fits and mark(m.first) == "period" for m in self.several)

    @cached_property
    def size(self) -> float:
        """The usual size of a paragraph of several sentences."""
        return median([m.paragraph.size for m in self.several] or [0])

    @cached_property
    def longest(self) -> tuple[int, int]:
        """The two longest topic sentences with commas, longest first: what one is held against, without itself."""
        sizes = sorted((m.first.size for m in self.several if m.fits and clauses(m.first) > 1), reverse=True)
        return (*sizes, 0, 0)[:2]  # type: ignore[return-value]

    def after(self, member: Member) -> Member | None:
        """The next paragraph under the heading."""
        return self.members[member.place + 1] if member.place + 1 < len(self.members) else None

    def at_edge(self, member: Member) -> bool:
        """First or last under the heading."""
        return member.place in (0, len(self.members) - 1)


def group(paragraphs: Sequence[Paragraph]) -> Group:
    """The paragraphs under one heading, blank ones left out."""
    full = [p for p in paragraphs if p.sentences]
    return Group(tuple(Member(p, place, fits(p.sentences[0])) for place, p in enumerate(full)))
