"""All pages of a PDF as the lines of one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from converter.frozen import dataclass
from converter.reading.drafts import Draft
from converter.reading.pdf.columns import gutter, in_order, short_column
from converter.reading.pdf.feet import notes, split
from converter.reading.pdf.glyphs import Sheet, same
from converter.reading.pdf.margins import margins
from converter.reading.pdf.paragraphs import joined, paragraphs
from converter.reading.pdf.rows import Row, Run, rows, runs
from converter.reading.source import Hints


@dataclass(frozen=True)
class Layout:
    """The lines of a PDF, and the pages that are set in two columns."""

    drafts: tuple[Draft, ...]
    parted: tuple[int, ...]


def layout(sheets: Sequence[Sheet]) -> Layout:
    """Text, running heads and feet by page, then the notes that stood at the foot of pages."""
    size, face = _usual(sheets)
    printed = [_rows(one, found, cut, face) for one, (found, cut) in zip(sheets, _parted(sheets), strict=True)]
    pages = [found for found, _ in printed]
    body: list[list[Row]] = []
    small: list[Row] = []
    edges = margins(pages, [one.height for one in sheets])
    for found, edge in zip(pages, edges, strict=True):
        inner = [row for index, row in enumerate(found) if index not in edge.head | edge.foot]
        text, under = split(inner, size, bool(small))
        body.append(text)
        small += under
    drafts: dict[int | None, list[Draft]] = {}
    for draft in paragraphs([row for text in body for row in text], size, Hints(tag="p")):
        drafts.setdefault(draft.hints.page, []).append(draft)
    out: list[Draft] = []
    for one, found, edge in zip(sheets, pages, edges, strict=True):
        out += _edge(found, edge.head, "header")
        out += drafts.get(one.number, ())
        out += _edge(found, edge.foot, "footer")
        out += _slanted(one)
    return Layout((*out, *notes(small)), tuple(one.number for one, (_, parted) in zip(sheets, printed, strict=True) if parted))


def _parted(sheets: Sequence[Sheet]) -> list[tuple[list[Run], float | None]]:
    """The runs of each page, and where the band between its columns lies; where most pages have two, another may have a short one."""
    pages = [runs(glyph for glyph in one.glyphs if glyph.setting.upright) for one in sheets]
    found = [gutter(page) for page in pages]
    cuts = [cut for cut in found if cut is not None]
    if 2 * len(cuts) <= len(pages) or len(cuts) == len(pages):
        return list(zip(pages, found, strict=True))
    return [(page, short_column(page, cuts) if cut is None else cut) for page, cut in zip(pages, found, strict=True)]


def _rows(one: Sheet, found: list[Run], cut: float | None, face: str | None) -> tuple[list[Row], bool]:
    """The printed lines of a page in reading order, and whether they stand in two columns."""
    groups = [(0, found)] if cut is None else in_order(found, cut)
    return [row for side, group in groups for row in rows(group, one.number, face, side)], cut is not None


def _edge(found: Sequence[Row], indexes: frozenset[int], tag: str) -> Iterator[Draft]:
    return (joined([row], Hints(tag=tag, region="outside")) for index, row in enumerate(found) if index in indexes)


def _slanted(one: Sheet) -> Iterator[Draft]:
    """Text across the page, such as a watermark: its own lines, outside the text."""
    hints = Hints(tag="watermark", region="outside", page=one.number)
    for _, group in groupby((glyph for glyph in one.glyphs if not glyph.setting.upright), key=lambda glyph: glyph.setting):
        text = "".join(same(glyph.char) for glyph in group).strip()
        if text:
            yield Draft(" ".join(text.split()), hints)


def _usual(sheets: Sequence[Sheet]) -> tuple[float, str | None]:
    """The size and the face most characters are printed in."""
    tally = Counter(glyph.setting for one in sheets for glyph in one.glyphs)
    sizes: Counter[float] = Counter()
    faces: Counter[str] = Counter()
    for setting, count in tally.items():
        sizes[setting.size] += count
        faces[setting.face] += count
    return (sizes.most_common(1)[0][0], faces.most_common(1)[0][0]) if tally else (0.0, None)
