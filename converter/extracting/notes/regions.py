"""Where a report's glossary stands: under its heading, or as a run of numbered entries at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from converter.extracting.lines import Placed, lines, placed
from converter.extracting.notes.entries import marked
from converter.lexicons import either, load
from converter.sectioning.tree import Section, Sectioned
from converter.text import View

_WORDS = load("notes")
_TITLE = re.compile(either(_WORDS["titles"]))
_WHOLE = re.compile(rf"(?:附(?:件|录)?[0-9一二三四五]{{0,2}})?{either(_WORDS['whole_titles'])}")
_BARE = re.compile(r"[\s【】\[\]():《》]")
_COLON = re.compile(r"[^:。;]{1,40}:")
LONGEST_TITLE = 45
SHORTEST_RUN = 3


def titled(text: str) -> bool:
    """Whether a heading opens a glossary."""
    bare = _BARE.sub("", text)
    return len(bare) <= LONGEST_TITLE and bool(_TITLE.search(bare) or _WHOLE.fullmatch(bare))


def _glossaries(sectioned: Sectioned, sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        if section.title is not None and titled(sectioned.mended.view(section.title).shadow):
            yield section
        else:
            yield from _glossaries(sectioned, section.sections)


def _trailing(found: tuple[View, ...]) -> tuple[View, ...]:
    """The last lines, from one that carries [1] (or 1. and a colon) on, where the numbers run on from there."""
    places = [at for at in range(len(found) - 1, len(found) // 4, -1) if _may_number(found[at].compact[:1])]
    for name in ("square", "circled", "plain"):
        for at in places:
            first = marked(found[at], name)
            if first and first[0] == 1:
                if _runs(found[at:], name):
                    return found[at:]
                break
    return ()


def _may_number(first: str) -> bool:
    """Whether the mark of an entry can begin with this character: a bracket, a digit, a number in a circle, 注释1."""
    return not first.isalpha() or first == "注"


def _runs(found: tuple[View, ...], name: str) -> bool:
    """Whether nearly all lines are entries in a row; plain numbers need terms, divided by colons, to be told from a list."""
    numbers = [hit[0] for line in found if (hit := marked(line, name))]
    in_row = all(0 < b - a <= 2 for a, b in pairwise(numbers))
    divided = sum(bool(_COLON.match(line.shadow)) for line in found)
    enough = len(numbers) >= SHORTEST_RUN and 3 * len(numbers) >= 2 * len(found)
    return enough and in_row and (name == "square" or 5 * divided >= 4 * len(found))


class Lined(NamedTuple):
    """All lines of a report, and those of each of its glossaries."""

    every: tuple[Placed, ...]
    held: tuple[tuple[View, ...], ...]

    def outside(self) -> Iterator[Placed]:
        """The lines that stand in no glossary."""
        inside = {view.offsets[0] for part in self.held for view in part}
        return (line for line in self.every if line.view.offsets[0] not in inside)


def lined(sectioned: Sectioned) -> Lined:
    """The lines of a report, for notes and projects alike."""
    every = placed(sectioned.mended, sectioned.sections)
    return Lined(every, glossaries(sectioned, every))


def glossaries(sectioned: Sectioned, every: Sequence[Placed]) -> tuple[tuple[View, ...], ...]:
    """The lines of every glossary; every: all lines of the report."""
    under = [lines(sectioned.mended, s) for s in _glossaries(sectioned, sectioned.sections)]
    under = [held for held in under if held]
    if under:
        return tuple(under)
    trailing = _trailing(tuple(line.view for line in every))
    return (trailing,) if trailing else ()
