"""Rows of marks: 一是 … 十是, (1) … (10), ① … ⑩, 1. … 10., 一、 … 十、, within a line and over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.frozen import dataclass
from converter.numbering import han_number

_BOUND = r"(?<![^。;:,!?、—即\s\"].)"  # behind a mark's first character, so that the engine passes at once over what is none
_FEW = "[一二三四五六七八九十]"
_HAN = f"{_FEW}{{1,3}}"
_BOUND_HAN, _BOUND_DIGITS = rf"({_FEW}{_BOUND}{_FEW}{{0,2}})", rf"(\d{_BOUND}\d{{0,2}})"
# Style → the mark. A figure with decimals (1.5万) or a thing counted (一是…的 inside a word) is none: marks stand at a boundary.
STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("round", re.compile(r"\( ?(\d{1,3}) ?\)[、.]? *")),
    ("circled", re.compile(r"([①-⑳㉑-㉟]) *[、.]?")),
    ("is", re.compile(rf"{_BOUND_HAN}(?:是|要) *")),
    ("plain", re.compile(rf"{_BOUND_DIGITS} ?(?:\.(?!\d)|、(?!\d)) *")),
    ("han", re.compile(rf"{_BOUND_HAN}、 *")),
    ("paren", re.compile(rf"\( ?({_HAN}) ?\)[、.]? *")),
    ("ordinal", re.compile(rf"第{_BOUND}({_HAN}|\d{{1,2}})(?:[件项])?[、,:] *")),
    ("half", re.compile(rf"{_BOUND_DIGITS}\) *")),
    ("cell", re.compile(r"^ *(\d{1,3}) +(?=\D)")),
    ("named", re.compile(rf"^ *(?:项目|实事|事项)({_HAN}|\d{{1,2}})[:、. ] *")),
)
REACH = 3000  # characters of the longest item; what stands further off belongs to no row


@dataclass(frozen=True)
class Mark:
    """A mark: its number, the line it stands in, where it begins and where what it numbers begins."""

    number: int
    line: int
    start: int
    end: int


def _value(digits: str) -> int:
    if digits.isascii() and digits.isdigit():
        return int(digits)
    code = ord(digits[0])
    if 0x2460 <= code <= 0x2473:
        return code - 0x245F
    return code - 0x323C if 0x3251 <= code <= 0x325F else han_number(digits)


def _marks(shadow: str, line: int, at: int, style: re.Pattern[str], first: int) -> Iterator[Mark]:
    """The marks `first`, `first` + 1, … each within REACH of the one before."""
    low = at
    while found := next((m for m in style.finditer(shadow, low, low + REACH) if _value(m[1]) == first), None):
        yield Mark(first, line, found.start(), found.end())
        low, first = found.end(), first + 1


def _row(shadows: Sequence[str], at: int, style: re.Pattern[str], wait: int) -> tuple[Mark, ...]:
    """Marks 1, 2, 3 … from `at` in the first line on; after `wait` lines without the next one the row has ended."""
    row: list[Mark] = []
    idle = 0
    for place, shadow in enumerate(shadows):
        before = len(row)
        row.extend(_marks(shadow, place, at if not place else 0, style, len(row) + 1))
        idle = 0 if len(row) > before else idle + 1
        if place and idle > wait:
            break
    return tuple(row)


def enumeration(shadows: Sequence[str], at: int, near: int, wait: int = 0) -> tuple[Mark, ...]:
    """The row of marks that begins first, not more than `near` characters behind `at`; () where none begins.

    `shadows` are the lines from the announcement's own on; `at` is where the announcement ends in the first.
    """
    return min((row for _, row in _rows(shadows, at, near, wait)), key=_place, default=())


def inner(shadows: Sequence[str], near: int, wait: int) -> tuple[tuple[Mark, ...], frozenset[int]]:
    """The row that runs on below the headings of another, and the lines of those: 一、教育类 / 1.… / 2.… / 二、卫生类 / 3.…

    Every mark of its style is one of the row's: numbers that begin anew below each heading count something else.
    """
    rows = sorted(_rows(shadows, 0, near, wait), key=lambda found: _place(found[1]))
    if len(rows) < 2:
        return (), frozenset()
    (_, outer), *others = rows
    for style, row in others:
        marks = sum(1 for shadow in shadows for _ in style.finditer(shadow[:_WIDEST]))
        if len(row) > len(outer) and marks == len(row) and _parted(outer, row):
            return row, frozenset(mark.line for mark in outer)
    return (), frozenset()


def _parted(outer: Sequence[Mark], row: Sequence[Mark]) -> bool:
    """Whether the row goes on below the second heading, and none of its marks shares a line with a heading."""
    headed = {mark.line for mark in outer}
    return row[-1].line > outer[1].line > row[0].line and not any(mark.line in headed for mark in row)


def _rows(shadows: Sequence[str], at: int, near: int, wait: int) -> Iterator[tuple[re.Pattern[str], tuple[Mark, ...]]]:
    """Every row of two marks or more that begins near enough, with its style."""
    for _, style in STYLES:
        row = _row(shadows, at, style, wait) if _may_begin(shadows[0], at, near, style) else ()
        if len(row) > 1 and _distance(shadows, at, row[0]) <= near:
            yield style, row


def _may_begin(shadow: str, at: int, near: int, style: re.Pattern[str]) -> bool:
    """Whether the first line has a mark as near as it must be, or ends so near that a later line may have it."""
    reach = at + near + _WIDEST
    return len(shadow) < reach or style.search(shadow, at, reach) is not None


_WIDEST = 240  # characters of a mark with its blanks, of which none has more than a few


def _place(row: tuple[Mark, ...]) -> tuple[int, int]:
    return row[0].line, row[0].start


def _distance(shadows: Sequence[str], at: int, mark: Mark) -> int:
    return mark.start - at if not mark.line else len(shadows[0]) - at + sum(len(s) for s in shadows[1 : mark.line]) + mark.start
