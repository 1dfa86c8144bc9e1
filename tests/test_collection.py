"""The search for cycles is paused during a conversion, and goes on as before."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from converter.cli import main
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


def test_seldom_in_a_process_of_gwr_alone() -> None:
    """A command has few searches; a program that calls it from Python keeps its own."""
    before = gc.get_threshold()
    main(["--version"])
    assert gc.get_threshold() == before
    code = "import gc; from converter.cli import main; main(); print(gc.get_threshold()[0], gc.isenabled())"
    said = subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True).stdout.split()
    assert int(said[-2]) > before[0]
    assert said[-1] == "True"


def test_a_conversion_makes_no_cycles() -> None:
    """Whatever it makes is freed when nobody holds it, without a search; of a page the parser alone waits for one."""
    parts = "".join(f"{n}、2024年工作\n{'经济增长，' * 40}。\n" for n in "一二三")
    text = f"政府工作报告\n各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n{parts}"
    page = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    left = []
    for data in (text.encode(), f"<html><body>{page}</body></html>".encode()):
        convert(data, "x")
        gc.collect()
        convert(data, "x")
        left.append(gc.collect())
    assert left[0] == 0
    assert left[1] < 30
