"""Glyphs put together to printed lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from converter.frozen import dataclass
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
_UNEVEN = 0.3
_AROUND = 3  # lines looked at
_NEIGHBOURS = 50  # runs looked at: bounds the work on a page of scattered letters


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
    """A printed line of a page; `stops`: where it begins anew behind wide gaps; spans are into its text.

    `story`: 0 for a line over the whole page, 1 and 2 for the left and the right column.
    """

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    stops: tuple[float, ...] = ()
    bold: tuple[Span, ...] = ()
    anchors: tuple[tuple[Span, str], ...] = ()
    story: int = 0


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


def rows(found: Sequence[Run], page: int, body: str | None = None, story: int = 0) -> list[Row]:
    """The runs as printed lines from top to bottom; a raised figure joins the line it stands over."""
    lines = _level(found)
    _raise_into(lines)
    lines = sorted((line for line in lines if line), key=lambda line: _tallest(line).base)
    return [replace(_row(sorted(line, key=lambda one: one.left), page, body), story=story) for line in lines]


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


def _level(found: Sequence[Run]) -> list[list[Run]]:
    """The runs of like size on one base, line by line."""
    lines: list[list[Run]] = []
    for run in sorted(found, key=lambda one: (one.base, one.left)):
        home = next((line for line in lines[-_AROUND:] if _on_base(run, line[0])), None)
        if home is None:
            lines.append([run])
        else:
            home.append(run)
    return lines


def _on_base(run: Run, other: Run) -> bool:
    small, large = sorted((run.size, other.size))
    return small > _SMALL * large and abs(run.base - other.base) <= _UNEVEN * large


def _raise_into(lines: list[list[Run]]) -> None:
    """Moves the runs of small lines into the larger line they stand at; what is left of a line may be nothing."""
    for at, line in enumerate(lines):
        around = lines[max(0, at - _AROUND) : at] + lines[at + 1 : at + 1 + _AROUND]
        larger = [other for other in around if other and line[0].size <= _SMALL * other[0].size]
        left = []
        for run in line:
            home = next((other for other in larger if _beside(run, other)), None)
            if home is None:
                left.append(run)
            else:
                home.append(run)
        line[:] = left


def _beside(run: Run, line: list[Run]) -> bool:
    """Whether a small run stands next to a line and within its height."""
    large = line[0]
    top = max(run.base - _ASCENT * run.size, large.base - _ASCENT * large.size)
    bottom = min(run.base + _DESCENT * run.size, large.base + _DESCENT * large.size)
    if bottom - top < _OVERLAP * run.size:
        return False
    return any(one.left - large.size <= run.right and run.left <= one.right + large.size for one in line[:_NEIGHBOURS])


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
            text += " " if last is not None and not text[-1:].isspace() and _apart(last, glyph) else ""
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
