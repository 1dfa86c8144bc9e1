"""The search for where a token can begin never passes over one."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from converter.extracting.context import Years
from converter.extracting.indicators import frames, passing
from converter.extracting.indicators.beginnings import PUNCTUATION, words
from converter.extracting.values.periods import TIME
from converter.text import shadow

tokens = import_module("converter.extracting.indicators.tokens")  # the package gives its function under the same name
SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
EVERY = [rule for rule, _ in passing.RULES]
YEARS = Years(report=2025, review=2024, plan=2025)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_nothing_begins_elsewhere(seed: Path) -> None:
    """At a character that the search passes over no rule for tokens matches."""
    text = shadow(seed.read_text("utf-8"))
    begins = {found.start() for found in tokens.something().finditer(text)}
    for at in range(len(text)):
        asked = EVERY if at not in begins else [rule for rule in EVERY if rule not in passing.SKIPPING.get(text[at], ())]
        assert [rule(text, at) for rule in asked] == [None] * len(asked), text[at : at + 20]
        if at not in begins:
            rest = (tokens._timed(text, at, YEARS, True), tokens._figure(text, at, len(text)), tokens._word(words(), text, at))
            assert rest == (None, None, None), text[at : at + 20]
            assert text[at] not in PUNCTUATION


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_every_time_has_its_sign(seed: Path) -> None:
    """A sentence without one of the signs names no time."""
    for found in TIME.finditer(shadow(seed.read_text("utf-8"))):
        assert frames._TIMED.search(found[0]), found[0]
    assert all(frames._TIMED.search(time) for time in TIMES if TIME.fullmatch(time))


TIMES = ("1-9月", "今年", '"十四五"', "过去五年", "2021—2025年", "上半年", "一季度", "前三季度", "本届政府", "两年平均", "一年来", "五年间")


def test_the_signs_are_tried_on_times() -> None:
    """What the test above lists are times."""
    assert all(TIME.match(time) for time in TIMES)
