"""Glyphs put together to printed lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from converter.reading.drafts import merged
from converter.reading.faces import displays
from converter.reading.marks import called
from converter.reading.pdf.glyphs import Glyph, same
from converter.text import Span

# Shares of the type size.
_STEP_BACK = 1.0  # a glyph so far left of the last one begins another run
_SAME_BASE = 0.12
_GAP = 1.3  # a run ends where so much is blank
_WORD_GAP = 0.2  # between Latin letters and digits
_WIDE_GAP = 0.75  # between ideographs; justified lines stay well below
_ASCENT, _DESCENT = 0.8, 0.2
_RAISED = 0.12
_SMALL = 0.8
_OVERLAP = 0.6


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs that follow each other on one base line without a wide gap."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line of a page; `stops`: where its runs begin, from left to right; spans are into its text."""

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    stops: tuple[float, ...] = ()
    bold: tuple[Span, ...] = ()
    anchors: tuple[tuple[Span, str], ...] = ()


def runs(glyphs: Iterable[Glyph]) -> list[Run]:
    """The runs of a page in the order they are stored; blanks alone are none."""
    out: list[Run] = []
    current: list[Glyph] = []
    for glyph in glyphs:
        if current and not _follows(current[-1], glyph):
            out += _run(current)
            current = []
        current.append(glyph)
    return out + _run(current)


def rows(found: Sequence[Run], page: int, body: str | None = None) -> list[Row]:
    """The runs as printed lines from top to bottom; a raised figure joins the line it stands over."""
    lines: list[list[Run]] = []
    for run in sorted(found, key=lambda one: (one.base, one.left)):
        home = next((line for line in lines[-3:] if _beside(run, _tallest(line))), None)
        if home is None:
            lines.append([run])
        else:
            home.append(run)
    lines.sort(key=lambda line: _tallest(line).base)
    return [_row(sorted(line, key=lambda one: one.left), page, body) for line in lines]


def _follows(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.setting.size, glyph.setting.size, 1.0)
    level = abs(last.base - glyph.base) <= _SAME_BASE * size
    return level and -_STEP_BACK * size <= glyph.left - last.right <= _GAP * size and glyph.left >= last.left - 0.5 * size


def _run(glyphs: list[Glyph]) -> list[Run]:
    printed = [glyph for glyph in glyphs if not glyph.char.isspace()]
    if not printed:
        return []
    size = Counter(glyph.setting.size for glyph in printed).most_common(1)[0][0] or 1.0
    return [Run(tuple(glyphs), printed[0].left, max(glyph.right for glyph in printed), printed[0].base, size)]


def _tallest(line: list[Run]) -> Run:
    return max(line, key=lambda run: run.size)


def _beside(run: Run, other: Run) -> bool:
    """Whether two runs share most of the smaller one's height."""
    top = max(run.base - _ASCENT * run.size, other.base - _ASCENT * other.size)
    bottom = min(run.base + _DESCENT * run.size, other.base + _DESCENT * other.size)
    return bottom - top >= _OVERLAP * min(run.size, other.size)


def _row(line: list[Run], page: int, body: str | None) -> Row:
    """The line's glyphs from left to right, whatever run they were stored in, raised ones as calls of notes."""
    tallest = max(line, key=lambda run: (run.size, len(run.glyphs)))
    glyphs = sorted(((glyph, _is_raised(run, tallest)) for run in line for glyph in run.glyphs), key=lambda one: one[0].left)
    text, last = "", None
    bold: list[Span] = []
    anchors: list[tuple[Span, str]] = []
    stops = [line[0].left]
    for raised, group in groupby(glyphs, key=lambda one: one[1]):
        members = [glyph for glyph, _ in group]
        call = called("".join(glyph.char for glyph in members), text) if raised else None
        if call is not None:
            text = text.rstrip()
            anchors.append(((len(text), len(text) + len(call[0])), call[1]))
            text, last = text + call[0], members[-1]
            continue
        for glyph in members:
            text += " " if last is not None and _apart(last, glyph) else ""
            if last is not None and glyph.left - last.right > _GAP * tallest.size and not glyph.char.isspace():
                stops.append(glyph.left)
            at = len(text)
            text += same(glyph.char)
            bold += [(at, len(text))] * (glyph.setting.bold or displays(glyph.setting.face, body))
            last = glyph if not glyph.char.isspace() else last
    right = max(run.right for run in line)
    return _stripped(Row(page, text, line[0].left, right, tallest.base, tallest.size, tuple(stops), tuple(bold), tuple(anchors)))


def _is_raised(run: Run, tallest: Run) -> bool:
    return run.size <= _SMALL * tallest.size and tallest.base - run.base >= _RAISED * tallest.size


def _apart(last: Glyph, glyph: Glyph) -> bool:
    """Whether a blank is seen between two glyphs where none is stored."""
    gap = glyph.left - last.right
    size = max(glyph.setting.size, 1.0)
    latin = last.char.isascii() and last.char.isalnum() and glyph.char.isascii() and glyph.char.isalnum()
    return not glyph.char.isspace() and gap > (_WORD_GAP if latin else _WIDE_GAP) * size


def _stripped(row: Row) -> Row:
    """The row without blanks at its ends, its spans moved with it."""
    text = row.text.strip()
    shift = len(row.text) - len(row.text.lstrip())
    bold = tuple((max(0, low - shift), min(len(text), high - shift)) for low, high in row.bold)
    anchors = tuple(((low - shift, high - shift), label) for (low, high), label in row.anchors)
    return replace(row, text=text, bold=merged(bold), anchors=anchors)
