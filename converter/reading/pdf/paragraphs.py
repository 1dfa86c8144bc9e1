"""Printed lines joined to paragraphs, by what they show: indents, full measure, size, and how sentences end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.reading.drafts import Draft, merged
from converter.reading.pdf.rows import Row
from converter.reading.source import Hints

# In units of the type size.
_EDGE = 0.7  # a line that starts so near the left margin is not indented
_FULL = 1.7  # a line that ends so near the right margin is full: a sign that may not begin a line takes one or two along
_LOOSE = 4.5  # the same where the next line is not indented: an unbreakable figure takes more along
_SAME_SIZE = 0.1
_CELL = 2.5  # a table cell may indent its first line
_GRID = 2.0  # points: places are compared in steps of this
_STEADY = 3  # lines that make a margin
_ENDED = re.compile(r"[。！？!?；;：:][”’」』\"')）\]]?\Z")
_CALL = re.compile(r".{2,12}[:：]\Z")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Measure:
    """The column a page's text is set in."""

    left: float
    right: float


def measure(rows: Sequence[Row], size: float) -> Measure | None:
    """The margins of a page, from the lines in the usual size; None where there are too few to tell."""
    usual = [row for row in rows if abs(row.size - size) <= _SAME_SIZE * size]
    if len(usual) < _STEADY:
        return None
    starts = Counter(round(row.left / _GRID) for row in usual)
    steady = [place for place, count in starts.items() if count + starts[place - 1] + starts[place + 1] >= _STEADY]
    left = min(steady) * _GRID if steady else min(row.left for row in usual)
    ends = sorted(row.right for row in usual)
    return Measure(left, ends[-1 - len(ends) // 10])


def paragraphs(pages: Sequence[Sequence[Row]], size: float, hints: Hints) -> list[Draft]:
    """The rows of all pages as paragraphs, also where one runs on over a page break."""
    measures = _filled([measure(rows, size) for rows in pages])
    flat = [(row, column) for rows, column in zip(pages, measures, strict=True) for row in rows]
    indented = _indents(flat)
    out: list[Draft] = []
    group: list[Row] = []
    for (row, column), before in zip(flat, [None, *flat], strict=False):
        if before is not None and not (_in_cell(group, row) or runs_on(before[0], before[1], row, column, indented)):
            out.append(joined(group, hints))
            group = []
        group.append(row)
    return [*out, joined(group, hints)] if group else out


def runs_on(row: Row, column: Measure, following: Row, its: Measure, indented: bool) -> bool:
    """Whether the paragraph of `row` goes on in the row after it."""
    size = max(row.size, 1.0)
    if abs(row.size - following.size) > _SAME_SIZE * size:
        return False
    ended = _ENDED.search(row.text) is not None
    short_by = (column.right - row.right) / size
    indent = (following.left - its.left) / size
    if indent <= _EDGE:
        return len(following.stops) == 1 and _at_margin(following, its, short_by, ended, indented)
    return not ended and short_by <= _FULL and _hangs(row, following, size)


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


def _at_margin(following: Row, its: Measure, short_by: float, ended: bool, indented: bool) -> bool:
    """A row at the left margin goes on where paragraphs are indented, unless it is a call such as 各位代表：."""
    call = ended and _CALL.match(following.text) is not None and following.right < its.right - _LOOSE * following.size
    if call or short_by > (_LOOSE if indented or not ended else _FULL):
        return False
    return indented or not ended


def _hangs(row: Row, following: Row, size: float) -> bool:
    """Whether an indented row stands under the start, or under a later run, of the row before: a block or a table cell."""
    return any(abs(stop - following.left) <= 0.5 * size for stop in row.stops)


def _in_cell(group: Sequence[Row], following: Row) -> bool:
    """Whether a row goes on in a cell of the table row that opens the group: it stands under that cell's start."""
    opener, last = group[0], group[-1]
    size = max(last.size, 1.0)
    if len(opener.stops) == 1 or len(following.stops) > 1 or _ENDED.search(last.text):
        return False
    under = any(abs(stop - following.left) <= _CELL * size for stop in opener.stops[1:])
    return under and following.left >= opener.left + size and abs(last.size - following.size) <= _SAME_SIZE * size


def _filled(measures: Sequence[Measure | None]) -> list[Measure]:
    """Pages that cannot tell take the measure of the page before, or of the first that can."""
    known = next((one for one in measures if one is not None), Measure(0.0, 0.0))
    out: list[Measure] = []
    for one in measures:
        known = one or known
        out.append(known)
    return out


def _indents(flat: Sequence[tuple[Row, Measure]]) -> bool:
    """Whether the text opens its paragraphs with an indent of one to three characters."""
    depths = [(row.left - column.left) / max(row.size, 1.0) for row, column in flat]
    return sum(1.2 <= depth <= 3.0 for depth in depths) >= max(2, len(depths) // 25)
