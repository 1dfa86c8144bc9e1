"""A short run of every fuzzing target without the fuzzer: first inputs, a few of them spoilt; the same every time."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from tests.fuzz.invariants import guarded
from tests.fuzz.mutating import several
from tests.fuzz.targets import TARGETS

SPOILT = 25  # of each target
LARGEST = 24_000  # bytes


@pytest.mark.parametrize("name", TARGETS)
def test_short(name: str) -> None:
    """No exception leaves the library but its own, and every invariant of the target holds."""
    target, chance = TARGETS[name], Random(f"short {name}")
    look = guarded(target.look)
    first = [data for data in islice(target.begin(chance), 40) if len(data) <= LARGEST]
    assert first
    spoilt = [several(chance.choice(first), chance, target.mutations) for _ in range(SPOILT)]
    assert [(wrong, data[:60]) for data in (*first[:5], *spoilt) for wrong in look(data)] == []


def test_it_can_fail() -> None:
    """An exception that is not the library's own is what a look tells."""
    assert guarded(lambda data: (str(1 / len(data)),))(b"") == ("exception ZeroDivisionError in test_short.py:<lambda>: division by zero",)
