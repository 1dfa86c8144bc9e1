"""No input makes a pattern run away: whatever the rules look for, repeated, is converted in a time that grows with its length.

The pieces are taken from the patterns themselves: what each of their repeats and branches matches, as often as a line has room.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

import converter
from converter.pipeline import convert
from tests.build import FIRST, MASTHEAD, SECOND
from tests.fuzz.invariants import outcome
from tests.trust.programs import SEEDS

parser: Any = importlib.import_module("re._parser")  # the only way to see what a pattern repeats
LENGTH = 6_000  # characters a piece is repeated to; ten times in one input
PARTS = 8
_CATEGORY = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": "。"}


def patterns() -> Iterator[str]:
    """The source of every pattern that the package's modules hold, in tables and behind functions that remember too."""
    for module in pkgutil.walk_packages(converter.__path__, "converter."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    convert(SEEDS[0].read_bytes(), "warm.txt")
    for name, module_ in list(sys.modules.items()):
        for value in list(vars(module_).values()) if name.startswith("converter") and module_ else ():
            yield from held(value)
            inner = getattr(value, "__wrapped__", None)
            if inner is not None and hasattr(value, "cache_info") and not inspect.signature(inner).parameters:
                yield from held(value())


def held(value: Any, depth: int = 0) -> Iterator[str]:
    """Patterns in a value and in what it holds."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value.pattern
    elif depth < 3:
        fields = getattr(value, "__dataclass_fields__", None)
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple | set | frozenset) else ()
        for one in [*inside, *([getattr(value, field, None) for field in fields] if fields else [])][:400]:
            yield from held(one, depth + 1)


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
        return matched(given[2]) * max(1, min(given[0], 50))
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


def pieces(node: Any) -> Iterator[str]:
    """What every repeat and every branch of a pattern matches."""
    for op, given in node:
        name = str(op)
        if name.endswith("REPEAT"):
            yield matched(given[2])
            yield from pieces(given[2])
        elif name == "SUBPATTERN":
            yield from pieces(given[3])
        elif name == "BRANCH":
            for branch in given[1][:30]:
                yield matched(branch)
                yield from pieces(branch)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from pieces(given[1])


@pytest.fixture(scope="module")
def pumps() -> list[str]:
    """Every piece once, in an order of no meaning, the same every time."""
    found = {piece for source in set(patterns()) for tree in [parser.parse(source)] for piece in (matched(tree), *pieces(tree))}
    ordered = sorted(piece for piece in found if piece.strip())
    Random(0).shuffle(ordered)
    return ordered


def adversarial(piece: str, length: int = LENGTH) -> bytes:
    """A report with the piece repeated in its masthead, text, glossary and behind it."""
    long = (piece * length)[:length]
    return f"{long}\n{MASTHEAD}{long}\n{FIRST}\n{long}\n增长{long}。\n1.{long}\n{SECOND}\n注释:\n1. {long}\n{long}".encode()


def test_there_are_patterns(pumps: list[str]) -> None:
    """The walk finds them."""
    assert len(pumps) > 1_000


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_piece_repeated_takes_long(part: int, pumps: list[str]) -> None:
    """Within the time that docs/threat-model.md gives an input of this size; a tenth of the pieces, the same every time."""
    slow = []
    for piece in pumps[part :: PARTS * 10]:
        slow += [(piece[:20], wrong) for wrong in outcome(adversarial(piece), both=False).broken]
    assert slow == []
