"""What reports are made of: the pairs of characters that stand side by side in many of them (scripts/report_pairs.py)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import starmap
from operator import add

from converter.stripping.glance import Glance

_ONE_BY_ONE = 64  # pairs that are looked for in a text one by one; a text of which more are asked is counted as a whole


@cache
def _common() -> dict[str, str]:
    """First character → the second ones."""
    table = (files("converter.lexicons") / "report_pairs.tsv").read_text("utf-8")
    return dict(row.split("\t") for row in table.splitlines())


class Vocabulary:
    """The pairs that a text is made of, found out as they are asked for, and those that many reports have."""

    def __init__(self, lines: Sequence[Glance]) -> None:
        self._lines = lines
        self._text = ""
        self._often: Counter[str] = Counter()
        self._asked = 0

    def unknown(self, pairs: Sequence[str]) -> int:
        """How many of a line's pairs neither many reports have nor this text elsewhere."""
        common = _common()
        strange = [pair for pair in pairs if pair[1] not in common.get(pair[0], "")]
        return sum([self._count(pair) <= strange.count(pair) for pair in strange])

    def _count(self, pair: str) -> int:
        if not self._asked:
            self._text = "\n".join([g.compact for g in self._lines])
        self._asked += 1
        if self._asked < _ONE_BY_ONE and pair[0] != pair[1]:
            return self._text.count(pair)
        if not self._often:
            self._often.update(starmap(add, zip(self._text, self._text[1:], strict=False)))
        return self._often[pair]
