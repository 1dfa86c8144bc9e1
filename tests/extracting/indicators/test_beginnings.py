"""The search for where a token can begin never passes over one."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from converter.extracting.context import Years
from converter.extracting.indicators import frames, passing
from converter.extracting.indicators.beginnings import words
from converter.extracting.values.periods import TIME, may_be_time, period
from converter.text import shadow

tokens = import_module("converter.extracting.indicators.tokens")  # the package gives its function under the same name
SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
EVERY = [rule for rule, _ in passing.RULES]
YEARS = Years(report=2025, review=2024, plan=2025)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_nothing_begins_elsewhere(seed: Path) -> None:
    """Where the scanner finds a word or nothing no rule matches; where rules are asked, those left out do not match."""
    text = shadow(seed.read_text("utf-8"))
    scanner, begun = tokens._scanner()
    for at in range(len(text)):
        rules, when, counts, _ = begun.get(text[at], ((), None, False, ()))
        left = [rule for rule in EVERY if rule not in rules]
        assert [rule(text, at) for rule in left] == [None] * len(left), text[at : at + 20]
        times = [one(text, at, YEARS, True) for one in (tokens._timed, tokens._based, tokens._running) if one is not when]
        assert times == [None] * len(times), text[at : at + 20]
        assert not text[at].isdigit() or may_be_time(text, at) or not TIME.match(text, at), text[at : at + 20]
        assert counts or tokens._figure(text, at, len(text)) is None, text[at : at + 20]
        if text[at] not in begun:
            found = scanner.find.match(text, at)
            word = next(((word, kind) for word, kind in words().get(text[at], ()) if text.startswith(word, at)), None)
            assert word == (found and (found[0], scanner.kinds[found[0]])), text[at : at + 20]


@pytest.mark.parametrize("time", ["2021—2025年", "1999年", "5年来", "5年间", "1-9月", "2—6月份", "1月份", "1-11月", "1至9月", "1—10月份"])
def test_a_digit_that_begins_a_time_is_told_from_others(time: str) -> None:
    """At a digit a time is looked for only where the second character goes on with one."""
    assert TIME.match(time)
    assert may_be_time(time, 0)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_every_time_has_its_sign(seed: Path) -> None:
    """A sentence without one of the signs names no time."""
    for found in TIME.finditer(shadow(seed.read_text("utf-8"))):
        assert frames._TIMED.search(found[0]), found[0]
    assert all(frames._TIMED.search(time) for time in TIMES if TIME.fullmatch(time))


@pytest.mark.parametrize(
    "time", ["2021—2025年", "2021年至2025年", '"十四五"', "2020年以来", "过去五年", "近三年", "今后三年", "两年平均", "四年来"]
)
def test_every_time_of_several_years_has_its_sign(time: str) -> None:
    """A sentence without one of the signs opens with no time of several years."""
    found = TIME.match(time)
    when = period(found, YEARS, False) if found else None
    assert when is not None
    assert when.several
    assert frames._SEVERAL.search(time)


TIMES = ("1-9月", "今年", '"十四五"', "过去五年", "2021—2025年", "上半年", "一季度", "前三季度", "本届政府", "两年平均", "一年来", "五年间")


def test_the_signs_are_tried_on_times() -> None:
    """What the test above lists are times."""
    assert all(TIME.match(time) for time in TIMES)
