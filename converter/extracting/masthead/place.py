"""The jurisdiction: which place reports, with its code as of the report's year, or why that stays open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.extracting.context import PlaceWords
from converter.extracting.masthead.asked import Asked, Place, body_of, clues, hints
from converter.extracting.masthead.named import decided
from converter.extracting.masthead.pieces import Joined
from converter.extracting.masthead.units import TOWNSHIPS, own_unit, suffixes
from converter.extracting.masthead.unnamed import township, unprinted, zone
from converter.extracting.places import resolve, table
from converter.extracting.places.names import stem
from converter.extracting.places.resolve import Verdict
from converter.extracting.places.table import Division
from converter.models.metadata import Jurisdiction
from converter.text import Span

NATION = "中华人民共和国"
_NATIONAL = re.compile(r"我(?:谨)?(?:代表|受)国务院")


def place(asked: Asked) -> Place:
    """The place of a report."""
    if _national(asked):
        return _nation(asked)
    unit = own_unit(asked)
    if unit in TOWNSHIPS:
        return township(asked, unit)
    if asked.session is None and (found := zone(asked)) is not None:
        return found
    verdict = resolve.by_clues(clues(asked), hints(asked.parts), suffixes(unit), asked.when)
    if not verdict.rows:
        return unprinted(asked, unit)
    if len(verdict.rows) > 1:
        body = body_of(asked.parts)
        rows = resolve.by_text(verdict.rows, body.text, asked.when)
        verdict = Verdict(rows, verdict.evidence + _proof(rows, body, asked.when), "text", verdict.other)
    return decided(asked, verdict)


def _proof(rows: Sequence[Division], body: Joined, year: int) -> tuple[Span, ...]:
    if len(rows) != 1:
        return ()
    for up in reversed(table.lineage(rows[0], year)[:-1]):
        if (at := body.text.find(stem(up.name))) >= 0:
            return (body.span(at, at + len(stem(up.name))),)
    return ()


def _national(asked: Asked) -> bool:
    opening = asked.parts.opening.shadow
    named = "全国人民代表大会" in asked.session.congress or "全国人大" in asked.session.congress if asked.session else False
    return named or bool(_NATIONAL.search(opening)) or any((n.office or "").endswith("国务院总理") for n in asked.named)


def _nation(asked: Asked) -> Place:
    opening = asked.parts.opening
    match = _NATIONAL.search(opening.shadow)
    evidence = (opening.span(*match.span()),) if match else (asked.session.span,) if asked.session else ()
    words = PlaceWords("national", frozenset((NATION, "中国", "全国", "我国")))
    return Place(Jurisdiction(name=NATION, level="national"), words, evidence)
