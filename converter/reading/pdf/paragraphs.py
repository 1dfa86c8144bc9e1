"""Printed lines joined to paragraphs, by what they show: indents, full measure, size, and how sentences end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median_low

from converter.frozen import dataclass
from converter.reading.drafts import Draft, merged
from converter.reading.pdf.rows import Row
from converter.reading.source import Hints
from converter.text import shadow

# In units of the type size.
_EDGE = 0.7  # a line that starts so near the left margin is not indented
_FULL = 1.7  # a line that ends so near the right margin is full: a sign that may not begin a line takes one or two along
_LOOSE = 4.5  # the same where the next line is not indented: an unbreakable figure takes more along
_SAME_SIZE = 0.1
_HANG = 4.0
_BLOCK = 3.0
_ASIDE = 6.0  # a line that starts so far in is set to the middle or to the right: nothing runs on from it
_NARROW = 3.0  # a page of short lines only, such as a table of contents, is no narrower page
_NARROWEST = 14.0  # no column is narrower
_INDENT = 3.0
_CELL = 2.5  # a table cell may indent its first line
_GRID = 2.0  # points: places are compared in steps of this
_STEADY = 3  # lines that make a margin
_ENDED = re.compile(r"[。！？!?；;：:][”’」』\"')）\]]?\Z")
_CALL = re.compile(r".{2,12}[:：]\Z")
_FIGURES = "[一二三四五六七八九十]{1,3}"
_NUMBERED = re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}})*[、.\s]|{_FIGURES}、|\((?:{_FIGURES}|\d{{1,2}})\)|第{_FIGURES}[章节部条]")
_CALLED = re.compile(r"(?:\[\d{1,3}\])+\Z")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Measure:
    """The column a page's text is set in."""

    left: float
    right: float


Columns = Mapping[tuple[int, int], Measure]


def paragraphs(rows: Sequence[Row], size: float, hints: Hints) -> list[Draft]:
    """The rows in reading order as paragraphs, also where one runs on over a column or a page."""
    columns = measures(rows, size)
    indented = _indents(rows, columns)
    out: list[Draft] = []
    group: list[Row] = []
    for row in rows:
        if group and not (_in_cell(group, row) or runs_on(group[-1], row, columns, indented)):
            out.append(joined(group, hints))
            group = []
        group.append(row)
    return [*out, joined(group, hints)] if group else out


def runs_on(row: Row, following: Row, columns: Columns, indented: bool) -> bool:
    """Whether the paragraph of `row` goes on in the row after it."""
    size = max(row.size, 1.0)
    column, its = columns[row.page, row.story], columns[following.page, following.story]
    if abs(row.size - following.size) > _SAME_SIZE * size:
        return False
    ended = _ENDED.search(row.text) is not None
    short_by = (column.right - row.right) / size
    indent = (following.left - its.left) / size
    if indent <= _EDGE:
        return len(following.stops) == 1 and _at_margin(row, following, column, its, short_by, indented)
    return not ended and short_by <= _FULL and _hangs(row, following, column, its)


def joined(rows: Sequence[Row], hints: Hints) -> Draft:
    """The rows as one line: ideographs without a blank, Latin words with one."""
    text, bold, anchors = "", [], []
    for row in rows:
        text += " " if _LATIN.match(text[-1:]) and _LATIN.match(row.text[:1]) else ""
        at = len(text)
        text += row.text
        bold += [(low + at, high + at) for low, high in row.bold]
        anchors += [((low + at, high + at), label) for (low, high), label in row.anchors]
    return Draft(text, replace(hints, page=rows[0].page), merged(bold), tuple(anchors))


def _at_margin(row: Row, following: Row, column: Measure, its: Measure, short_by: float, indented: bool) -> bool:
    """Whether a row at the left margin goes on with what stands before it."""
    if _ENDED.search(row.text) is None:
        return short_by <= _LOOSE and row.left - column.left <= _ASIDE * row.size
    return indented and short_by <= _LOOSE and not _starts_anew(row, following, its)


def _starts_anew(row: Row, following: Row, its: Measure) -> bool:
    """Whether a row behind a finished sentence is, though not indented, a heading or a call such as 各位代表：."""
    if its.right - following.right <= _LOOSE * following.size:
        return False
    if _ENDED.search(_CALLED.sub("", following.text)) is None:
        return True
    stands_out = following.bold == ((0, len(following.text)),) and not (row.bold and row.bold[-1][1] == len(row.text))
    return stands_out or _CALL.match(following.text) is not None or _NUMBERED.match(shadow(following.text)) is not None


def _in_cell(group: Sequence[Row], following: Row) -> bool:
    """Whether a row goes on in a cell of the table row that opens the group: it stands under that cell's start."""
    opener, last = group[0], group[-1]
    size = max(last.size, 1.0)
    if len(opener.stops) == 1 or len(following.stops) > 1 or _ENDED.search(last.text):
        return False
    under = any(abs(stop - following.left) <= _CELL * size for stop in opener.stops[1:])
    return under and following.left >= opener.left + size and abs(last.size - following.size) <= _SAME_SIZE * size


def measures(rows: Sequence[Row], size: float) -> Columns:
    """The margins of every page and column; one with too few lines, or short ones only, takes those of the others."""
    by_place: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        by_place.setdefault((row.page, row.story), []).append(row)
    own = {place: measure(group, size) for place, group in by_place.items()}
    known = {story: [one for place, one in own.items() if one and place[1] == story] for story in (0, 1, 2)}
    return {place: _believed(one, known[place[1]], size) for place, one in own.items()}


def measure(rows: Sequence[Row], size: float) -> Measure | None:
    """The margins of a page, from the lines in the usual size; None where there are too few to tell."""
    usual = [row for row in rows if abs(row.size - size) <= _SAME_SIZE * size]
    if len(usual) < _STEADY:
        return None
    starts = Counter(round(row.left / _GRID) for row in usual)
    steady = [place * _GRID for place, count in starts.items() if count + starts[place - 1] + starts[place + 1] >= _STEADY]
    first = min(row.left for row in usual)
    # A page of short paragraphs may start but one line at the margin: an indent is never deeper than this.
    left = first if not steady or min(steady) - first <= _INDENT * size else min(steady)
    ends = sorted(row.right for row in usual)
    return Measure(left, max(ends[-1 - len(ends) // 10], left + _NARROWEST * size))


def _hangs(row: Row, following: Row, column: Measure, its: Measure) -> bool:
    """Whether a row stands under an unfinished full one: behind its number, or in a block set further in than paragraphs open.

    Two rows at the same indent are two paragraphs: the first is a heading that happens to fill its line.
    """
    size = max(row.size, 1.0)
    behind = (following.left - its.left - row.left + column.left) / size
    return 0.5 < behind <= _HANG or (abs(behind) <= 0.5 and row.left - column.left > _BLOCK * size)


def _believed(own: Measure | None, known: Sequence[Measure], size: float) -> Measure:
    """A column's own margins, unless it is unknown or much narrower than the others are."""
    if not known:
        return own or Measure(0.0, 0.0)
    usual = Measure(median_low([one.left for one in known]), median_low([one.right for one in known]))
    if own is None:
        return usual
    width = usual.right - usual.left
    return own if own.right - own.left >= width - _NARROW * size else Measure(own.left, own.left + width)


def _indents(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether the text opens its paragraphs with an indent of one to three characters."""
    depths = [(row.left - columns[row.page, row.story].left) / max(row.size, 1.0) for row in rows]
    return sum(1.2 <= depth <= _INDENT for depth in depths) >= max(2, len(depths) // 25)
