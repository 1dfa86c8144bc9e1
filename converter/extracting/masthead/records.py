"""The head of a record: 时间、地点、报告人、职务 on lines of their own say when the meeting was and who spoke."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.expressions import rare
from converter.extracting.masthead.pieces import Piece, Pieces

_TIME = rare(r"\W{0,3}(?P<own>会议|报告|召开|开会|大会)?(?:时间|日期)[\])】]?:")
_PLACE = rare(r"\W{0,3}(?:会议|报告|召开|开会|大会)?地点[\])】]?:")
OFFICE = rare(r"(?:报告人|汇报人|主讲人)?职务[\])】]?:\s*(?P<office>.{2,40})$")


def occasions(parts: Pieces) -> list[Piece]:
    """The lines that say when the meeting was: 会议时间:, or 时间: beside 地点:; a 时间: by itself is the site's."""
    timed = [piece for piece in parts.before if ":" in piece.shadow and _TIME.match(piece.shadow)]
    return [piece for piece in timed if _own(piece, parts)] if timed else []


def _own(piece: Piece, parts: Pieces) -> bool:
    found = _TIME.match(piece.shadow)
    if found is not None and found["own"]:
        return True
    lines = sorted((*parts.before, *parts.front), key=lambda line: line.start)
    return any(piece in pair and any(_PLACE.match(line.shadow) for line in pair) for pair in pairwise(lines))


def office(parts: Pieces) -> tuple[str, tuple[int, int]] | None:
    """职务:临江市市长, on a line of its own."""
    lines: Sequence[Piece] = (*parts.front, *parts.before)
    for line in lines:
        if "职务" in line.shadow and (found := OFFICE.match(line.shadow)) is not None:
            return line.text[found.start("office") : found.end("office")].strip(), line.span(*found.span("office"))
    return None
