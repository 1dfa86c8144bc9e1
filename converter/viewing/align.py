"""Two texts set side by side: which paragraph belongs to which, and which characters differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

Side = Literal["same", "changed", "apart", "first", "second"]
Piece = tuple[bool, str]  # whether it differs, the characters

_DIGITS = re.compile(r"\d+")
_ALIKE = 0.45  # share of pairs of characters two paragraphs must have in common to be set beside each other
_MOST_PAIRS = 40_000  # pairs compared in one stretch; above it paragraphs stand beside each other unpaired
_LONGEST = 3000  # characters compared one by one


@dataclass(frozen=True)
class Text:
    """A heading or paragraph of one of the documents."""

    text: str
    key: str
    level: int  # of a heading; 0 for a paragraph


@dataclass(frozen=True)
class Beside:
    """One line of the comparison."""

    state: Side
    first: Text | None
    second: Text | None
    first_pieces: tuple[Piece, ...] = ()
    second_pieces: tuple[Piece, ...] = ()


def beside(first: Sequence[Text], second: Sequence[Text]) -> list[Beside]:
    """All of both, in the order of both; what is the same or alike on one line."""
    same = SequenceMatcher(None, [_bare(t.text) for t in first], [_bare(t.text) for t in second], autojunk=False)
    out: list[Beside] = []
    for tag, a, b, c, d in same.get_opcodes():
        if tag == "equal":
            out += [Beside("same", x, y) for x, y in zip(first[a:b], second[c:d], strict=True)]
        else:
            out += _unequal(first[a:b], second[c:d])
    return out


def _bare(text: str) -> str:
    """White space does not make a difference."""
    return "".join(text.split())


def _unequal(first: Sequence[Text], second: Sequence[Text]) -> Iterator[Beside]:
    """A stretch that differs: the likest pairs in order, the rest alone."""
    if len(first) * len(second) > _MOST_PAIRS:
        pairs: list[tuple[int, int]] = []
    else:
        pairs = _pairs([_grams(t) for t in first], [_grams(t) for t in second])
    a = c = 0
    for x, y in [*pairs, (len(first), len(second))]:
        yield from _apart(first[a:x], second[c:y])
        if x < len(first):
            yield _changed(first[x], second[y])
        a, c = x + 1, y + 1


def _apart(first: Sequence[Text], second: Sequence[Text]) -> Iterator[Beside]:
    """What belongs to nothing on the other side: both columns run on beside each other."""
    for one, other in zip_longest(first, second):
        yield Beside("apart" if one and other else "first" if one else "second", one, other)


def _grams(text: Text) -> tuple[int, frozenset[str]]:
    # Another year is no difference: 2024年工作回顾 and 2025年工作回顾 are the same heading.
    bare = _DIGITS.sub("0", _bare(text.text)[:_LONGEST])
    return text.level, frozenset(bare[n : n + 2] for n in range(len(bare) - 1))


def _like(one: tuple[int, frozenset[str]], other: tuple[int, frozenset[str]]) -> float:
    if bool(one[0]) != bool(other[0]) or not one[1] or not other[1]:
        return 0.0
    share = 2 * len(one[1] & other[1]) / (len(one[1]) + len(other[1]))
    return share if share >= _ALIKE else 0.0


def _pairs(first: Sequence[tuple[int, frozenset[str]]], second: Sequence[tuple[int, frozenset[str]]]) -> list[tuple[int, int]]:
    """The pairs in order that are the likest taken together (as for the longest common subsequence)."""
    likes = [[_like(x, y) for y in second] for x in first]
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for x in range(len(first) - 1, -1, -1):
        for y in range(len(second) - 1, -1, -1):
            paired = likes[x][y] + best[x + 1][y + 1] if likes[x][y] else 0.0
            best[x][y] = max(paired, best[x + 1][y], best[x][y + 1])
    out, x, y = [], 0, 0
    while x < len(first) and y < len(second):
        if likes[x][y] and best[x][y] == likes[x][y] + best[x + 1][y + 1]:
            out.append((x, y))
            x, y = x + 1, y + 1
        elif best[x][y] == best[x + 1][y]:
            x += 1
        else:
            y += 1
    return out


def _changed(first: Text, second: Text) -> Beside:
    """A pair with the characters that differ."""
    if max(len(first.text), len(second.text)) > _LONGEST:
        return Beside("changed", first, second, ((True, first.text),), ((True, second.text),))
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, first.text, second.text, autojunk=False).get_opcodes():
        left += [(tag != "equal", first.text[a:b])] if b > a else []
        right += [(tag != "equal", second.text[c:d])] if d > c else []
    return Beside("changed", first, second, tuple(left), tuple(right))
