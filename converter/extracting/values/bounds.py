"""Bounds around a figure: 约, 超过, 不低于 before it, 左右, 以上, 以内 behind it."""

from __future__ import annotations

import re
from functools import cache

from converter.lexicons import either, load
from converter.lexicons.openings import openings
from converter.models.facts import Comparator


@cache
def before() -> str:
    """Source of a regular expression for a bound that stands before a figure."""
    words = load("predicates")
    return either([*words["over"], *words["under"], *words["near"]])


@cache
def _after() -> tuple[re.Pattern[str], frozenset[str]]:
    """A bound behind a figure, and the characters that it can begin with."""
    words = load("predicates")
    groups = (("about", "after_about"), ("at_least", "after_least"), ("at_most", "after_most"))
    source = " ?(?:的)?(?:水平)?(?:" + "|".join(f"(?P<{name}>{either(words[key])})" for name, key in groups) + ")"
    return re.compile(source), openings(source, 1)


def bound_after(text: str, at: int) -> tuple[Comparator | None, int]:
    """The bound printed at `at` of the shadow and where it ends: 5%左右 gives about."""
    pattern, firsts = _after()
    found = pattern.match(text, at) if text[at : at + 1] in firsts else None
    if not found:
        return None, at
    name: Comparator = found.lastgroup  # type: ignore[assignment]  # the groups are named after comparators
    return name, found.end()


@cache
def _kinds() -> dict[str, Comparator]:
    words = load("predicates")
    table: dict[str, Comparator] = {}
    for key, kind in (("over", "at_least"), ("under", "at_most"), ("near", "about")):
        table |= dict.fromkeys(words[key], kind)
    return table


def bound_of(word: str) -> Comparator | None:
    """The bound a word before the figure sets; 控制在 sets at_most unless 左右 follows the figure."""
    if word.startswith(("控制", "调控")) or word.endswith("控制在"):
        return "at_most"
    return _kinds().get(word)
