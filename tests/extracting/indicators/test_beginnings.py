"""The shortcut over characters that mean nothing never passes over a token."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from converter.extracting.context import Years
from converter.extracting.indicators.beginnings import PUNCTUATION, nothing
from converter.text import shadow

tokens = import_module("converter.extracting.indicators.tokens")  # the package gives its function under the same name
SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
YEARS = Years(report=2025, review=2024, plan=2025)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_nothing_begins_in_a_run_of_nothing(seed: Path) -> None:
    """At no character of such a run does any rule for tokens match."""
    text = shadow(seed.read_text("utf-8"))
    for run in nothing().finditer(text):
        for at in range(*run.span()):
            rules = (tokens._skipped(text, at), tokens._timed(text, at, YEARS, True), tokens._figure(text, at, len(text)))
            assert rules == (None, None, None), text[at : at + 20]
            assert tokens._word(text, at) is None
            assert text[at] not in PUNCTUATION
