"""Values made by converter.frozen are those of `dataclasses`, but for the guard."""

from __future__ import annotations

import dataclasses
from dataclasses import field, replace
from typing import Any

import pytest

from converter import frozen


def _made(decorated: Any, slots: bool) -> Any:
    @decorated(frozen=True, slots=slots)
    class Value:
        one: int
        two: str = "b"
        aside: bool = field(default=False, compare=False)

    return Value


@pytest.mark.parametrize("slots", [False, True])
def test_as_dataclasses_makes_them(slots: bool) -> None:
    """Equal, hashed, shown, replaced and matched by their fields, those without a say left out."""
    ours, theirs = _made(frozen.dataclass, slots), _made(dataclasses.dataclass, slots)
    for cls in (ours, theirs):
        value = cls(1)
        assert value == cls(1, "b", aside=True)
        assert hash(value) == hash(cls(1, "b", aside=True))
        assert value != cls(2)
        assert value != (1, "b")
        assert replace(value, two="c") == cls(1, "c")
        assert [one.name for one in dataclasses.fields(value)] == ["one", "two", "aside"]
        assert cls.__match_args__ == ("one", "two", "aside")
        assert hasattr(value, "__dict__") is not slots
    assert hash(ours(1)) == hash(theirs(1))
    assert repr(ours(1)) == repr(theirs(1))
    assert ours(1) != theirs(1)


def test_few_fields() -> None:
    """A value of one field or none compares by what it has; one that says how it compares keeps that."""

    @frozen.dataclass(frozen=True)
    class One:
        one: float

    @frozen.dataclass(frozen=True)
    class Empty:
        def __repr__(self) -> str:
            return "empty"

    assert One(1) == One(1) != One(2)
    assert hash(One(1)) == hash((1,))
    assert Empty() == Empty()
    assert repr(Empty()) == "empty"


def test_what_is_found_out_once() -> None:
    """Each value finds it out for itself, and keeps it; the class shows what it is."""

    class Value:
        asked = 0

        @frozen.cached_property
        def half(self) -> int:
            """Half of it."""
            self.asked += 1
            return self.asked

    one, other = Value(), Value()
    assert (one.half, one.half, other.half) == (1, 1, 1)
    assert vars(one)["half"] == 1
    assert Value.half.__doc__ == "Half of it."


def test_a_class_that_mypyc_compiled_stays_itself() -> None:
    """Whatever comes back is thrown away there, so that what compares has to be in the class that was given."""

    class Compiled:
        __mypyc_attrs__ = ("low", "high")
        low: int
        high: int

    given: Any = Compiled
    assert frozen.dataclass(frozen=True, slots=True)(given) is given
    assert (given(1, 2) == given(1, 2), given(1, 2) == given(1, 3)) == (True, False)
