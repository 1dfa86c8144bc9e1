"""A glossary's lines as entries: numbered or not, each with the lines that go on with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from converter.expressions import rare
from converter.frozen import dataclass
from converter.numbering import HAN_NUMBER, han_number
from converter.text import View

_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}
# Style → the mark in front of an entry. The dot may be lost (24“五证合一”：…): what counts is that the numbers run on.
STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("square", rare(r" *(?:\[ ?(?:注释?)? ?(\d{1,3}) ?\]|【 ?(?:注释?)? ?(\d{1,3}) ?】) *[.、:]? *")),
    ("round", rare(r" *\( ?(\d{1,3}) ?\) *[.、:]? *")),
    ("half", rare(r" *(\d{1,3})\) *")),
    ("circled", rare(r" *([①-⑳]) *[.、:]? *")),
    ("plain", rare(r" *(?:注释?|注解)? ?(\d{1,3})(?: ?[、:](?![、.]) *| ?\.(?!\d{1,2}[%万亿])(?![、.]) *| +(?=\S)|(?=[\"《]))")),
    ("han", rare(rf" *({HAN_NUMBER}) ?[、.] *")),
    ("han_round", rare(rf" *\( ?({HAN_NUMBER}) ?\) *[.、:]? *")),
)
_MARKS = dict(STYLES)
LEAP = 4  # how many numbers may be missing between two entries


@dataclass(frozen=True)
class Entry:
    """One entry: its number, where its words begin in the first line, and all its lines; alone: the first of them is the term."""

    number: int | None
    start: int
    lines: tuple[View, ...]
    alone: bool = False


def marked(line: View, style: str) -> tuple[int, int] | None:
    """The number in front of a line in this style, and where what follows begins."""
    found = _MARKS[style].match(line.shadow)
    if not found:
        return None
    digits = found[found.lastindex or 0]
    return _CIRCLED.get(digits) or (int(digits) if digits.isdigit() else han_number(digits)), found.end()


def style(lines: Sequence[View]) -> str | None:
    """The style of the numbers, from the first line that carries 1 and is followed by a 2 in the same style."""
    for name, _ in STYLES:
        numbers = [found[0] for line in lines if (found := marked(line, name))]
        if numbers and numbers[0] in (1, 2) and (len(numbers) == 1 or any(n == numbers[0] + 1 for n in numbers[1:])):
            return name
    return None


def numbered(lines: Sequence[View], name: str) -> tuple[Entry, ...]:
    """Entries that begin with the next number in this style; a line that carries another one goes on with the entry before.

    Where the next number is nowhere behind, it was lost, and the one after it will do.
    """
    marks = [marked(line, name) for line in lines]
    last = {found[0]: place for place, found in enumerate(marks) if found}
    out: list[tuple[int, int, list[View]]] = []
    for place, (line, found) in enumerate(zip(lines, marks, strict=True)):
        leap = found[0] - out[-1][0] if found and out else 0
        lost = 1 < leap <= LEAP and all(last.get(found[0] - back, 0) < place for back in range(1, leap)) if found else False
        if found and (found[0] <= 2 if not out else leap == 1 or lost):
            out.append((found[0], found[1], [line]))
        elif out:
            out[-1][2].append(line)
    return tuple(Entry(number, start, tuple(held)) for number, start, held in out)


def unnumbered(lines: Sequence[View], begins: Callable[[View], bool]) -> tuple[Entry, ...]:
    """Entries that begin where `begins` says so."""
    out: list[list[View]] = []
    for line in lines:
        if begins(line):
            out.append([line])
        elif out:
            out[-1].append(line)
    return tuple(Entry(None, 0, tuple(held)) for held in out)


def celled(lines: Sequence[View]) -> tuple[Entry, ...]:
    """The rows of a table whose cells stand on lines of their own: 1 / 三农 / 农业、农村和农民。 / 2 / …; () where they are none."""
    rows: list[list[View]] = []
    for line in lines:
        if line.shadow.strip() == str(len(rows) + 1):
            rows.append([])
        elif rows:
            rows[-1].append(line)
    if len(rows) < FEWEST or any(len(row) < 2 for row in rows):
        return ()
    return tuple(Entry(number, 0, tuple(row), alone=True) for number, row in enumerate(rows, 1))


def paired(lines: Sequence[View]) -> tuple[Entry, ...]:
    """Term and definition on a line each, without numbers: every other line is short and open, and those between are sentences."""
    terms, definitions = lines[::2], lines[1::2]
    if len(lines) % 2 or len(terms) < FEWEST:
        return ()
    if any(len(t.compact) > _SHORT or t.compact[-1] in _STOPS for t in terms) or any(d.compact[-1] not in _FULL for d in definitions):
        return ()
    return tuple(Entry(None, 0, pair, alone=True) for pair in zip(terms, definitions, strict=True))


FEWEST = 3  # rows or pairs that are no accident
_SHORT = 30  # characters of a term on a line of its own
_STOPS, _FULL = "。;:!?,、", "。;!?\"')"
