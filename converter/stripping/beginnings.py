"""Lines whose beginning gives them away as site chrome: 当前位置:, 上一篇:, 责任编辑:, 版权所有 …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from converter.frozen import dataclass
from converter.lexicons import load, table
from converter.lexicons.openings import beginning
from converter.lexicons.signs import signs
from converter.text import Joined


@dataclass(frozen=True, slots=True)
class Starts:
    """rows: kind and expression of each beginning, in the order of the lexicon; their numbers: under what they open with, in at most
    three characters, or, if they may begin with anything, by signs one of which stands in all they match; untold: the rest;
    first: the characters that `under` opens with."""

    rows: tuple[tuple[str, str], ...]
    under: dict[str, tuple[int, ...]]
    signs: AhoCorasick
    told: tuple[tuple[int, ...], ...]
    untold: tuple[int, ...]
    first: frozenset[str]

    def near(self, compact: str) -> list[int]:
        """The numbers of those that may match a line, in order; none for most lines."""
        known = self.untold + self._opened(compact)
        for sign, _, _ in self.signs.find_matches_as_indexes(compact, overlapping=True):
            known += self.told[sign]
        return sorted({*known}) if known else []

    def begun(self, compacts: Sequence[str], together: Joined) -> set[int]:
        """Which of several lines any may match. together: the lines as one text."""
        if self.untold:
            return {*range(len(compacts))}
        signs = self.signs.find_matches_as_indexes(together.text, overlapping=True)
        return {at for at, compact in enumerate(compacts) if self._opened(compact)} | {together.at(start) for _, start, _ in signs}

    def _opened(self, compact: str) -> tuple[int, ...]:
        if compact[:1] not in self.first:
            return ()
        find = self.under.get
        return find(compact[:3], ()) + find(compact[:2], ()) + find(compact[:1], ())


@table
def starts() -> Starts:
    """All beginnings of the lexicon `boilerplate`."""
    rows = tuple((kind, source) for kind, sources in load("boilerplate")["starts"].items() for source in sources)
    under: dict[str, tuple[int, ...]] = {}
    told: dict[str, tuple[int, ...]] = {}
    untold: tuple[int, ...] = ()
    for number, (_, source) in enumerate(rows):
        known, free = beginning([source])
        some = signs(source) if free else frozenset[str]()
        untold += (number,) if free and not some else ()
        for key, keys in (*((key, under) for key in known), *((key, told) for key in some)):
            keys[key] = (*keys.get(key, ()), number)
    first = frozenset(key[:1] for key in under)
    return Starts(rows, under, AhoCorasick(list(told), implementation=Implementation.DFA), tuple(told.values()), untold, first)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def beginnings(compact: str) -> str | None:
    """Lines whose beginning gives them away: 当前位置:, 上一篇:, 责任编辑:, 版权所有 …"""
    known = starts()
    for number in known.near(compact):
        kind, source = known.rows[number]
        if _compiled(source).match(compact):
            return kind
    return None
