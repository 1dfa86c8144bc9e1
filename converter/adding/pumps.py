"""What makes a pattern run away: pieces that its own repeats and branches match, repeated."""

from __future__ import annotations

import importlib
import re
import time
from collections.abc import Iterator
from typing import Any

parser: Any = importlib.import_module("re._parser")  # the only way to see what a pattern repeats
_CATEGORY = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": "。"}
_STEPS = (*range(1, 41), 60, 90, 135, 200, 300)  # one at a time at first: what doubles with each is found while it is small
_MOST = 0.1  # seconds of the processor for some hundred characters; an ordinary pattern takes a few millionths


def matched(node: Any) -> str:
    """A string that this part of a pattern matches, more or less."""
    return "".join(_matched(str(op), given) for op, given in node)


def _matched(op: str, given: Any) -> str:
    if op == "LITERAL":
        return chr(int(given))
    if op in ("NOT_LITERAL", "ANY"):
        return "甲"
    if op == "IN":
        return _of_set(given)
    if op.endswith("REPEAT"):
        return matched(given[2]) * max(1, min(int(given[0]), 50))
    if op == "SUBPATTERN":
        return matched(given[3])
    if op == "BRANCH":
        return matched(given[1][0])
    return str(matched(given)) if op == "ATOMIC_GROUP" else ""


def _of_set(given: Any) -> str:
    kind, value = str(given[0][0]), given[0][1]
    if kind == "NEGATE":
        return "甲"
    if kind in ("LITERAL", "RANGE"):
        return chr(int(value if kind == "LITERAL" else value[0]))
    return _CATEGORY.get(str(value), "甲")


def pieces(node: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What every repeat and every branch of a pattern matches, each with what the pattern wants before it."""
    for op, given in node:
        name = str(op)
        if name.endswith("REPEAT"):
            yield before, matched(given[2])
            yield from pieces(given[2], before)
        elif name == "SUBPATTERN":
            yield from pieces(given[3], before)
        elif name == "ATOMIC_GROUP":
            yield from pieces(given, before)
        elif name == "BRANCH":
            for branch in given[1][:30]:
                yield before, matched(branch)
                yield from pieces(branch, before)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from pieces(given[1], before)
        before += _matched(name, given)


def pumps(source: str, flags: int = 0) -> set[tuple[str, str]]:
    """Every piece of a pattern with what comes before it, and the whole of what it matches."""
    tree = parser.parse(source, flags)
    return {("", matched(tree)), *pieces(tree)}


def explodes(source: str) -> bool:
    """Whether a line of some hundred characters keeps the pattern busy for long.

    A search cannot be stopped from within, so the pieces grow by small steps, and the first step that takes long ends it.
    """
    pattern = re.compile(source)
    rest = "\x01" * (1 + int(parser.parse(source).getwidth()[0]))  # where too few characters are left a search ends before it begins
    return any(piece and _runs_away(pattern, before, piece, rest) for before, piece in sorted(pumps(source)))


def _runs_away(pattern: re.Pattern[str], before: str, piece: str, rest: str) -> bool:
    for times in _STEPS:
        start = time.process_time()
        pattern.search(f"{before}{piece * times}{rest}")
        if time.process_time() - start > _MOST:
            return True
    return False
