"""What a token can begin with: predicate words by their first character, and the characters at which no rule has to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from converter.lexicons import load
from converter.lexicons.openings import one_of

# kinds of words in the order in which one that is in two lists is taken
_KINDS = (
    "glue", "up", "down", "rate_nouns", "down_nouns", "reach", "over", "under", "near", "average", "each_year", "sums", "forecast",
    "respectively", "each", "aims", "from", "share", "done", "now",
)  # fmt: skip
PUNCTUATION = dict.fromkeys(",;:—", "comma") | dict.fromkeys("、和与及并", "join")

# What the rules of tokens.py can begin with; at any other character none of them has to be asked.
TIMES = frozenset('0123456789一二三四五十"连比较是为相与同在过这近前最刚今未下接两第上年本去明来大截用到至七八九')
DIGITS = frozenset("0123456789")
FIGURES = DIGITS | frozenset("一二两三四五六七八九十百千万亿零〇翻实成$XxX×*")


@cache
def words() -> dict[str, list[tuple[str, str]]]:
    """First character → (word or mark, kind), the longest first; the first list in _KINDS that has a word wins, glue last."""
    table: dict[str, str] = {}
    lists = load("predicates")
    for kind in (*_KINDS[1:], "glue"):
        for word in lists[kind]:
            table.setdefault(word, kind)
    heads: dict[str, list[tuple[str, str]]] = {}
    for word, kind in [*sorted(table.items(), key=lambda item: -len(item[0])), *PUNCTUATION.items()]:
        heads.setdefault(word[0], []).append((word, kind))
    return heads


class Scanner(NamedTuple):
    """Finds words and marks themselves where nothing else can begin, and the characters at which rules have to be asked.

    kinds: of the words it finds; room: how many characters behind its first one a word may have.
    """

    find: re.Pattern[str]
    kinds: dict[str, str]
    room: int


def scanner(asked: Iterable[str]) -> Scanner:
    """The scanner that leaves all that begins with one of `asked` to rules.

    A look at the first character before the words are tried: the engine does not see by itself that nothing else begins one.
    """
    held = frozenset(asked)
    plain = {first: [word for word, _ in mine] for first, mine in words().items() if first not in held}
    alone = one_of([*held, *(first for first, mine in plain.items() if mine == [first])])
    found = [f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in mine)})" for first, mine in plain.items() if mine != [first]]
    kinds = dict(entry for first in plain for entry in reversed(words()[first]))
    return Scanner(re.compile(f"(?={one_of([*held, *plain])})(?:{'|'.join([alone, *found])})"), kinds, max(map(len, kinds)))
