"""What reports are made of, and what sites are: the pairs of characters that stand side by side in them (scripts/report_pairs.py)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import starmap
from operator import add
from typing import Any

from converter.expressions import HAN
from converter.lexicons import load, table
from converter.stripping.glance import Glance

_ONE_BY_ONE = 64  # pairs that are looked for in a text one by one; a text of which more are asked is counted as a whole
_PAIR = re.compile(rf"(?=({HAN}{{2}}))")


def pairs_of(text: str) -> list[str]:
    """The Chinese characters of a text that stand side by side, two by two."""
    return _PAIR.findall(text)


@cache
def _reports() -> dict[str, str]:
    """First character → its row of the table: the second ones in many reports and, behind another tab, in few."""
    rows = (files("converter.lexicons") / "report_pairs.tsv").read_text("utf-8").split("\n")
    return {row[0]: row[2:] for row in rows if row}


def foreign(pair: str) -> bool:
    """Whether no report at hand has the pair."""
    return pair[1] not in _reports().get(pair[0], "")


def common(pair: str) -> bool:
    """Whether many reports have the pair."""
    row = _reports().get(pair[0], "\t")
    return 0 <= row.find(pair[1]) < row.index("\t")


_SITES = ("share", "login", "wall", "to_reader", "site_words")


@table
def of_sites() -> frozenset[str]:
    """The pairs that the lexicon's words of websites are made of, without those that a report's short lines hold too."""
    words = load("boilerplate")
    return frozenset(_pairs([words[name] for name in _SITES])) - {*_pairs(words["site_talk"]["also"]), *_pairs(words["reports_too"])}


def speaks(compact: str) -> bool:
    """Whether a line has any of them."""
    return any(compact[i : i + 2] in of_sites() for i in range(len(compact) - 1))


def _pairs(words: Sequence[Any]) -> Iterator[str]:
    for word in words:
        if isinstance(word, str):
            yield from pairs_of(word)
        else:
            yield from _pairs(word)


class Vocabulary:
    """The pairs that a text is made of, found out as they are asked for, and those that many reports have."""

    def __init__(self, lines: Sequence[Glance]) -> None:
        self._lines = lines
        self._text = ""
        self._often: Counter[str] = Counter()
        self._asked = 0
        self._answers: dict[Callable[[Sequence[Glance]], bool], bool] = {}

    def asked(self, question: Callable[[Sequence[Glance]], bool]) -> bool:
        """What is asked of all the lines, once."""
        if question not in self._answers:
            self._answers[question] = question(self._lines)
        return self._answers[question]

    def unknown(self, pairs: Sequence[str]) -> list[str]:
        """Those of a line's pairs that neither many reports have nor this text elsewhere."""
        strange = [pair for pair in pairs if not common(pair)]
        return [pair for pair in strange if self._count(pair) <= strange.count(pair)]

    def _count(self, pair: str) -> int:
        if not self._asked:
            self._text = "\n".join(dict.fromkeys([g.compact for g in self._lines]))  # a line that comes again says nothing new
        self._asked += 1
        if self._asked < _ONE_BY_ONE and pair[0] != pair[1]:
            return self._text.count(pair)
        if not self._often:
            self._often.update(starmap(add, zip(self._text, self._text[1:], strict=False)))
        return self._often[pair]
