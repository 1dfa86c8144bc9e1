"""The search for cycles is paused during a conversion, and goes on as before."""

from __future__ import annotations

import gc

import pytest

from converter.collection import paused
from converter.pipeline import convert
from converter.reading.source import Unreadable


def test_paused_and_as_before() -> None:
    """Off inside, also where one pause lies in another; on again afterwards."""
    assert gc.isenabled()
    with paused():
        assert not gc.isenabled()
        with paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_stays_off_where_it_was_off() -> None:
    """A program that has turned it off finds it off."""
    gc.disable()
    try:
        convert("政府工作报告".encode(), "x.txt")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_on_again_after_a_refusal() -> None:
    """An input that cannot be read leaves it as it was."""
    with pytest.raises(Unreadable):
        convert(b"", "x.txt")
    assert gc.isenabled()
