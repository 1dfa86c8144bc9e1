"""What a token can begin with: predicate words by their first character, and the characters at which no rule has to be asked."""

from __future__ import annotations

from functools import cache

from converter.lexicons import load

# kinds of words in the order in which one that is in two lists is taken
_KINDS = (
    "glue", "up", "down", "rate_nouns", "down_nouns", "reach", "over", "under", "near", "average", "each_year", "sums", "forecast",
    "respectively", "each", "aims", "from", "share", "done", "now",
)  # fmt: skip
PUNCTUATION = dict.fromkeys(",;:—", "comma") | dict.fromkeys("、和与及并", "join")

# What the rules of tokens.py can begin with; at any other character none of them has to be asked.
TIMES = frozenset('0123456789一二三四五"连比较是为相与同在过这近前最刚今未下接两第上年本去明来大')
FIGURES = frozenset("0123456789一二两三四五六七八九十百千万亿零〇翻实成$XxX×*")


@cache
def words() -> dict[str, list[tuple[str, str]]]:
    """First character → (word, kind), the longest first; the first list in _KINDS that has a word wins, glue last."""
    table: dict[str, str] = {}
    lists = load("predicates")
    for kind in (*_KINDS[1:], "glue"):
        for word in lists[kind]:
            table.setdefault(word, kind)
    heads: dict[str, list[tuple[str, str]]] = {}
    for word, kind in sorted(table.items(), key=lambda item: -len(item[0])):
        heads.setdefault(word[0], []).append((word, kind))
    return heads
