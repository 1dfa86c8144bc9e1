"""Running heads and folios: told by where they stand and by what repeats from page to page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from converter.frozen import dataclass
from converter.reading.pdf.rows import Row
from converter.text import shadow

_DEEP = 2  # lines at either end of a page that may be margin
_ZONE = 0.2  # of the page's height, from either edge
_FOLIO_ZONE = 0.12  # the same for a figure that only looks like a folio
_FEW = 2  # pages; on more a folio repeats, and a lone figure is a number in the text
_LEVEL = 4.0  # points: how far a running head may wander
_SHARE = 0.2  # of the pages carry it, and at least two; odd and even pages may differ
_DIGITS = re.compile(r"\d+|[一二三四五六七八九十百〇零]+(?=\s*页)")
_DASH = r"[-—–·.•~|_\s]{0,8}"
_FOLIO = re.compile(rf"{_DASH}(?:第\s*)?(?:\d{{1,4}}|[ivxl]{{1,7}}|[一二三四五六七八九十百〇零]{{1,5}}(?=\s*页))"
                    rf"(?:\s*(?:/|of|共)\s*\d{{1,4}})?(?:\s*页)?(?:\s*[/,;]?\s*共\s*\d{{1,4}}\s*页)?{_DASH}\Z", re.I)  # fmt: skip
Key = tuple[str, int]
End = Callable[[Sequence[Row], float], Iterator[int]]


@dataclass(frozen=True, slots=True)
class Margin:
    """The rows of a page that are no text of it."""

    head: frozenset[int]
    foot: frozenset[int]


def margins(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[Margin]:
    """For each page (rows from top to bottom) the indexes of its running heads and its running feet."""
    heads = _repeated(pages, heights, _top)
    feet = _repeated(pages, heights, _bottom)
    few = len(pages) <= _FEW
    both = zip(pages, heights, strict=True)
    return [Margin(_taken(rows, height, heads, _top, few), _taken(rows, height, feet, _bottom, few)) for rows, height in both]


def _repeated(pages: Sequence[Sequence[Row]], heights: Sequence[float], end: End) -> frozenset[Key]:
    """What stands at the same height on several pages, page numbers aside."""
    tally: Counter[Key] = Counter()
    for rows, height in zip(pages, heights, strict=True):
        tally.update({key for index in end(rows, height) for key in _keys(rows[index])})
    least = max(2, min(5, round(_SHARE * len(pages))))
    return frozenset(key for key, count in tally.items() if count >= least)


def _taken(rows: Sequence[Row], height: float, known: frozenset[Key], end: End, few: bool) -> frozenset[int]:
    """From the edge inwards, as long as rows are running ones or folios; `few`: nothing can repeat on so few pages."""
    taken: set[int] = set()
    for index in end(rows, height):
        row = rows[index]
        near = few and min(row.base, height - row.base) <= _FOLIO_ZONE * height
        if not (any(key in known for key in _keys(row)) or (near and is_folio(row.text))):
            break
        taken.add(index)
    return frozenset(taken)


def is_folio(text: str) -> bool:
    """Whether a line is a page number and nothing else: 12, — 12 —, 第12页, 3/21."""
    return len(text) <= 24 and _FOLIO.match(shadow(text).strip()) is not None


def _top(rows: Sequence[Row], height: float) -> Iterator[int]:
    return (index for index in _by_height(rows)[:_DEEP] if rows[index].base <= _ZONE * height)


def _bottom(rows: Sequence[Row], height: float) -> Iterator[int]:
    return (index for index in _by_height(rows)[::-1][:_DEEP] if rows[index].base >= (1 - _ZONE) * height)


def _by_height(rows: Sequence[Row]) -> list[int]:
    return sorted(range(len(rows)), key=lambda index: rows[index].base)


def _keys(row: Row) -> tuple[Key, Key]:
    """The row without its figures, at its height; two keys, so that a height on the edge of a step is met all the same."""
    text = "".join(_DIGITS.sub("#", shadow(row.text)).split())
    step = int(row.base // _LEVEL)
    return (text, step), (text, step + 1)
