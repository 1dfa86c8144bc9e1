"""The paragraphs under one heading, and what they have in common."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from statistics import median

from converter.frozen import cached_property, dataclass
from converter.sectioning.leads.bodies import Paragraph, Sentence
from converter.sectioning.leads.topics import counted, opens_like_any

SHORT = 22  # characters of a topic sentence that needs no neighbour; the labels' longest without a comma has 20
LONG = 44  # of one that its neighbours vouch for; the labels' longest
LONGEST = 52  # of one in a row that all are like
ALIKE = 2  # characters that neighbours in a row open with
ROW = 3  # neighbours that make a row
_COUPLE, SHARED = 2, 4  # the only two make one where so many characters are the same
NEAR = 12  # paragraphs: how far neighbours reach
STANDS_OUT = 1.7  # times the length of the longest other, which makes it no exception
KIN = 1.6  # times the length of another: what is of its length


def fits(sentence: Sentence) -> bool:
    """Whether it has the shape of a topic sentence, apart from its neighbours."""
    return (sentence.size <= LONG or sentence.mark in ("dash", "ordinal")) and not sentence.refusal


def may_stand_in_row(sentence: Sentence) -> bool:
    """Whether it could be one of a row whatever it opens with; an address or 今年 opens anything."""
    return sentence.size <= LONGEST and not opens_like_any(sentence.text) and sentence.refusal in (None, "opens_otherwise", "defines")


@dataclass(frozen=True, slots=True)
class Member:
    """A paragraph in its group: its place, the sentence that opens it, whether others follow, and whether it has the shape
    of a topic sentence then.
    """

    paragraph: Paragraph
    place: int
    first: Sentence
    several: bool
    fits: bool

    @property
    def short(self) -> bool:
        """Whether the first sentence needs no neighbour to vouch for it."""
        return self.fits and self.first.size <= SHORT


@dataclass(frozen=True)
class Group:
    """The paragraphs under one heading.

    several: those of more than one sentence; topical: how many of those open with what could be a topic sentence.
    """

    members: tuple[Member, ...]
    several: tuple[Member, ...]
    topical: int

    @cached_property
    def periods(self) -> int:
        """How many of those open with 五年来 or the like."""
        return sum(m.fits and m.first.mark == "period" for m in self.several)

    @cached_property
    def size(self) -> float:
        """The usual size of a paragraph of several sentences."""
        return median([m.paragraph.size for m in self.several] or [0])

    @cached_property
    def between(self) -> frozenset[int]:
        """Places of members without a mark between two members of one row, 一是 … 二是."""
        row = [m for m in self.members if m.first.mark == "ordinal"]
        gaps = (range(a.place + 1, b.place) for a, b in pairwise(row) if counted(b.first.text) == counted(a.first.text) + 1)
        return frozenset(place for gap in gaps for place in gap if self.members[place].first.mark is None)

    def run(self, member: Member) -> tuple[Member, ...]:
        """The stretch of neighbours around a member that all open with what could be a topic sentence."""
        return _near(self._runs.get(member.place, ()), member)

    def row(self, member: Member) -> bool:
        """Whether the member is one of three or more neighbours of like length that open with the same words."""
        if len(self.several) < ROW:
            return len(self.members) == len(self.several) == _COUPLE and self._coupled
        stretch = self._rows.get(member.place)
        if stretch is None:
            return False
        most = LONG if member.first.size <= LONG else LONGEST
        sizes = [m.first.size for m in _near(stretch, member) if m.first.size <= most]
        return len(sizes) >= ROW and max(sizes) <= KIN * min(sizes)

    @cached_property
    def _coupled(self) -> bool:
        """Whether the only two under a heading open with the same four characters: 深入实施“一号工程”,…。 深入实施“一件事改革”,…。"""
        one, other = (m.first for m in self.members)
        alike = one.text[:SHARED] == other.text[:SHARED] and not opens_like_any(one.text)
        return alike and all(m.fits for m in self.members) and max(one.size, other.size) <= KIN * min(one.size, other.size)

    def mixed(self, member: Member) -> bool:
        """Whether another paragraph opens with a sentence of two clauses, or one not much shorter: the heads are of several lengths."""
        size = member.first.size
        longest = self._longest[1] if size == self._longest[0] else self._longest[0]
        return self._commas > (member.first.clauses > 1) or STANDS_OUT * longest >= size

    @cached_property
    def _commas(self) -> int:
        return sum(m.fits and m.first.clauses > 1 for m in self.several)

    @cached_property
    def _longest(self) -> tuple[int, int]:
        sizes = sorted((m.first.size for m in self.several if m.fits), reverse=True)
        return (*sizes, 0, 0)[:2]  # type: ignore[return-value]

    @cached_property
    def _runs(self) -> dict[int, tuple[Member, ...]]:
        return _stretches(self.several, lambda m: m.fits or None)

    @cached_property
    def _rows(self) -> dict[int, tuple[Member, ...]]:
        if len({m.first.text[:ALIKE] for m in self.several}) > len(self.several) - ROW + 1:
            return {}  # too few are alike
        alike = (tuple(found) for _, found in groupby(self.several, key=lambda m: m.first.text[:ALIKE]))
        rows = [_stretches(found, lambda m: may_stand_in_row(m.first) or None) for found in alike if len(found) >= ROW]
        return {place: row for found in rows for place, row in found.items()}

    def after(self, member: Member) -> Member | None:
        """The next paragraph under the heading."""
        return self.members[member.place + 1] if member.place + 1 < len(self.members) else None

    def at_edge(self, member: Member) -> bool:
        """First or last under the heading."""
        return member.place in (0, len(self.members) - 1)


def _stretches(members: Sequence[Member], key: Callable[[Member], object]) -> dict[int, tuple[Member, ...]]:
    """The stretch of neighbours with the same key that each member stands in, by its place; none where the key is None."""
    stretches = (tuple(found) for value, found in groupby(members, key=key) if value is not None)
    return {m.place: stretch for stretch in stretches for m in stretch}


def _near(stretch: tuple[Member, ...], member: Member) -> tuple[Member, ...]:
    """Those within reach of the member; a stretch may be as long as the report."""
    at = bisect_left(stretch, member.place, key=lambda m: m.place)
    return stretch[max(0, at - NEAR) : at + NEAR + 1]


def group(paragraphs: Sequence[Paragraph]) -> Group:
    """The paragraphs under one heading; none of them is blank."""
    members = tuple([_member(p, place) for place, p in enumerate(paragraphs)])
    several = tuple([m for m in members if m.several])
    return Group(members, several, sum([m.fits for m in several]))


def _member(paragraph: Paragraph, place: int) -> Member:
    first, several = paragraph.sentences[0], len(paragraph.sentences) > 1
    return Member(paragraph, place, first, several, several and fits(first))
