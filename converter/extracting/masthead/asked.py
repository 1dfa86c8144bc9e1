"""What is asked when the place is looked for, what comes out, and the printed names that speak for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from converter.expressions import rare
from converter.extracting.context import PlaceWords
from converter.extracting.masthead.meetings import Session
from converter.extracting.masthead.pieces import Joined, Pieces, join
from converter.extracting.masthead.speakers import Named
from converter.extracting.masthead.titles import Title
from converter.extracting.places import table
from converter.extracting.places.resolve import Clue
from converter.frozen import dataclass
from converter.lexicons import load
from converter.models.metadata import Jurisdiction
from converter.reading.source import Remark
from converter.text import Span

_BODY = 60_000
# 现在，我代表区人民政府…, 我受国务院的委托…: for whom the report is given.
GIVEN_FOR = re.compile(r"我(?:谨)?(?:代表|受)(?P<who>.{0,40}?)(?:人民)?(?:政府|革命委员会|行政公署|行署|公署|委员会|办事处|管委会)")
# 代县长 must not be read as the county 代县: the office itself is no place.
_OFFICE = re.compile(r"(?:人民政府)?\s{0,6}(?:代理|代)?\s{0,6}(?:[省市县区州盟旗镇乡]\s{0,6}长|主\s{0,6}[席任]|专员)$")


_HELD = rare(r"在(?P<who>[\u3400-\u9fff]{2,30})会")  # 在临江地区人大工作会议上: no session of a congress
_SIGNED = rare(r"[\u3400-\u9fff]{2,20}人民政府")  # on a line of its own


@dataclass(frozen=True, slots=True)
class Place:
    """The jurisdiction, the words for it, what decided, and what is to be said about it."""

    jurisdiction: Jurisdiction
    words: PlaceWords
    evidence: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that is known when the place is looked for."""

    parts: Pieces
    titles: Sequence[Title]
    session: Session | None
    named: Sequence[Named]
    year: int | None

    @property
    def when(self) -> int:
        """The year names and codes are taken of; the latest at hand where the report's is not known."""
        return self.year if self.year is not None else table.LAST


def _inside(span: Span) -> Callable[[int, int], Span]:
    return lambda low, high: (min(span[0] + low, span[1] - 1), min(span[0] + high, span[1]))


def clues(asked: Asked) -> list[Clue]:
    """The printed names of the place: in the congress, the opening sentence, the office, the titles."""
    out = []
    if asked.session is not None and asked.session.place:
        out.append(Clue(asked.session.place, _inside(asked.session.span), 5))
    opening = asked.parts.opening
    if (match := GIVEN_FOR.search(opening.shadow)) is not None and match["who"]:
        start = match.start("who")
        out.append(Clue(match["who"], lambda low, high: opening.span(start + low, start + high), 4))
    out += [Clue(_OFFICE.sub("", n.office), _inside(n.span), 3) for n in asked.named if n.office]
    out += [Clue(p.text, _inside(p.span(0, len(p.text))), 3) for p in asked.parts.front if _SIGNED.fullmatch(p.shadow)]
    if asked.session is None:
        lines = [p for p in asked.parts.front if p.kind == "meeting"]
        out += [Clue(m["who"], _inside(p.span(*m.span("who"))), 3) for p in lines if (m := _HELD.search(p.shadow))]
    for title in asked.titles:
        if title.span is not None:
            out.append(Clue(title.text, _inside(title.span), 3 if title.front else 2))
    return out


def hints(parts: Pieces) -> list[str]:
    """Other words of the page that may name the city or province: breadcrumb, tags, site, source; not the links to other reports."""
    other = load("masthead")["not_own_title"]
    return [p.text[:200] for p in parts.removed if p.kind not in other][:60]


def body_of(parts: Pieces) -> Joined:
    """The body as one text, as far as it is searched."""
    total, out = 0, []
    for piece in parts.body:
        out.append(piece)
        total += len(piece.text)
        if total > _BODY:
            break
    return join(out)
