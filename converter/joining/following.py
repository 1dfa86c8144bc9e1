"""Whether one page follows another: by their numbering, and by a sentence that goes on over the seam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.joining.pages import Trimmed
from converter.numbering import mark
from converter.stripping.closing import is_closing
from converter.stripping.glance import Glance
from converter.stripping.opening import YEAR_HEADING, opens

_STYLES = ("part", "han", "paren")


@dataclass(frozen=True)
class Ends:
    """What a page's text begins and ends with: the first and the last number of each style, its first and last line."""

    first: dict[str, int]
    last: dict[str, int]
    begins: Glance | None
    stops: Glance | None
    opening: bool
    closing: bool


def ends(page: Trimmed) -> Ends:
    """The ends of a page's text."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for glance in page.kept:
        found = mark(glance.compact[:20])
        if found and found.style in _STYLES:
            if found.style != "paren":
                first.setdefault("paren", 0)  # a chapter began before the page's first (n): numbering starts anew
                last.pop("paren", None)
            first.setdefault(found.style, found.number)
            last[found.style] = found.number
    kept = page.kept
    said = [g.compact for g in kept]
    opening = any(opens(c[:200]) for c in said[:30])
    return Ends(first, last, kept[0] if kept else None, kept[-1] if kept else None, opening, any(map(is_closing, said[-3:])))


def score(before: Ends, after: Ends) -> int:
    """How well `after` goes on where `before` stops: positive it does, negative it does not, 0 nothing is known."""
    points = sum(_numbers(before, after, style) for style in _STYLES) + _sentence(before, after)
    began = before.opening or bool(before.last)  # a page may hold nothing but the masthead
    return points - 3 * (after.opening and began) - 3 * (before.closing and not after.closing and _chaptered(after))


def _chaptered(page: Ends) -> bool:
    return any(style in page.first for style in ("part", "han"))


def _numbers(before: Ends, after: Ends, style: str) -> int:
    if style not in before.last or not after.first.get(style):
        return 0
    if after.first[style] == before.last[style] + 1:
        return 3
    return 0 if after.first[style] == 1 else -3


def _sentence(before: Ends, after: Ends) -> int:
    if not before.stops or not after.begins or not unfinished(before.stops):
        return 0
    return -2 if mark(after.begins.compact[:20]) else 1


def unfinished(glance: Glance) -> bool:
    """Whether a line breaks off in a sentence: no stop at its end, and no heading."""
    compact = glance.compact
    if glance.ends or YEAR_HEADING.match(compact):
        return False
    return "。" in compact or (mark(compact[:20]) is None and ("," in compact or len(compact) > 40))


def gap(before: Ends, after: Ends) -> str | None:
    """What does not fit between two pages that stand one after the other."""
    for style, shape in (("part", "第{}部分"), ("han", "{}、"), ("paren", "({})")):
        if _numbers(before, after, style) < 0:
            return f"{shape.format(before.last[style])} is followed by {shape.format(after.first[style])}"
    return "a sentence breaks off and a heading follows" if _sentence(before, after) < 0 else None


def whole(order: Sequence[Ends]) -> int:
    """How well the pages follow each other in this order."""
    return sum(score(a, b) for a, b in pairwise(order)) + 3 * order[0].opening + 2 * order[-1].closing


def contradictions(order: Sequence[Ends]) -> int:
    """How many pages do not go on where the one before stops; an opening in the middle is one too."""
    return sum(score(a, b) < 0 for a, b in pairwise(order))
