"""No input makes a pattern run away: whatever the rules look for, repeated, is converted in a time that grows with its length.

The pieces are taken from the patterns themselves: what each of their repeats and branches matches, as often as a line has room.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

import pytest

import converter
from converter.adding.pumps import pumps as pumps_of
from converter.pipeline import convert
from tests.build import FIRST, MASTHEAD, SECOND
from tests.fuzz.invariants import outcome
from tests.trust.programs import SEEDS

LENGTH = 6_000  # characters a piece is repeated to; ten times in one input
PARTS = 8


def patterns() -> Iterator[str]:
    """The source of every pattern."""
    return (source for source, _ in compiled())


def compiled() -> Iterator[tuple[str, int]]:
    """Source and flags of every pattern that the package's modules hold, in tables and behind functions that remember too."""
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


def held(value: Any, depth: int = 0) -> Iterator[tuple[str, int]]:
    """Patterns in a value and in what it holds."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value.pattern, value.flags
    elif depth < 3:
        fields = getattr(value, "__dataclass_fields__", None)
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple | set | frozenset) else ()
        for one in [*inside, *([getattr(value, field, None) for field in fields] if fields else [])][:400]:
            yield from held(one, depth + 1)


Pump = tuple[str, str]


@pytest.fixture(scope="module")
def pumps() -> list[Pump]:
    """Every piece once with what comes before it, in an order of no meaning, the same every time."""
    found = {pump for source in set(patterns()) for pump in pumps_of(source)}
    ordered = sorted(pump for pump in found if pump[1].strip())
    Random(0).shuffle(ordered)
    return ordered


def adversarial(pump: Pump, length: int = LENGTH) -> bytes:
    """A report with the piece repeated in its masthead, text, glossary and behind it."""
    before, piece = pump
    long = before + (piece * length)[:length]
    return f"{long}\n{MASTHEAD}{long}\n{FIRST}\n{long}\n增长{long}。\n1.{long}\n{SECOND}\n注释:\n1. {long}\n{long}".encode()


def test_there_are_patterns(pumps: list[Pump]) -> None:
    """The walk finds them."""
    assert len(pumps) > 1_000


@contextmanager
def seconds(most: int) -> Iterator[None]:
    """TimeoutError where the block takes longer: a pattern that runs away would never come back to be measured."""

    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(most)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_no_pattern_explodes() -> None:
    """Every pattern at every place of what it wants, repeated 300 times: a nested repeat would take longer than the world has been."""
    exploded = []
    for source, flags in set(compiled()):
        pattern = re.compile(source, flags)
        for before, piece in pumps_of(source, flags):
            try:
                with seconds(10):
                    pattern.search(f"{before}{piece * 300}\x01")
            except TimeoutError:
                exploded.append((source[:80], before, piece))
                break
    assert exploded == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_piece_repeated_takes_long(part: int, pumps: list[Pump]) -> None:
    """Within the time that docs/threat-model.md gives an input of this size; a part of the pieces, the same every time."""
    slow = []
    for pump in pumps[part :: PARTS * 20]:
        try:
            with seconds(60):
                slow += [(pump, wrong) for wrong in outcome(adversarial(pump), both=False).broken]
        except TimeoutError:
            slow.append((pump, "still running after a minute"))
    assert slow == []


@pytest.mark.slow
@pytest.mark.parametrize("pump", [("地区生产总值增长", "一"), ("", "地区生产总值、")], ids=["numerals", "names"])
def test_no_word_in_a_row_takes_long(pump: Pump) -> None:
    """Twice as many as the pieces above: what takes the square of their number is far beyond the limit."""
    with seconds(120):
        assert outcome(adversarial(pump, 2 * LENGTH), both=False).broken == ()
