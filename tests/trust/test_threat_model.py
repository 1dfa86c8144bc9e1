"""Every line of the threat model names a test that exists, and an edit of scripts/defences.py that makes the test fail."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from scripts.defences import DEFENCES, Defence

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_threat_has_a_test() -> None:
    """A row of a table names its test."""
    rows = [line for line in TEXT.splitlines() if line.startswith("| ") and not line.startswith("| threat")]
    assert len(rows) > 45
    assert [row for row in rows if not _NAMED.search(row)] == []


def test_the_tests_are_there() -> None:
    """Each named function stands in the named file."""
    missing = []
    for file, name in _NAMED.findall(TEXT):
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        if not any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body):
            missing.append(f"{file}::{name}")
    assert missing == []


def test_every_threat_has_an_edit_that_lets_it_in() -> None:
    """The defence of each row is taken away once by `python -m scripts.defences`; no edit is of a test that the page does not name."""
    assert {f"{file}::{name}" for file, name in _NAMED.findall(TEXT)} == {one.test for one in DEFENCES}


@pytest.mark.parametrize("one", DEFENCES, ids=lambda one: f"{Path(one.test).name}-{Path(one.file).name}")
def test_the_words_that_defend_are_there(one: Defence) -> None:
    """An edit changes its file: words that moved on would take nothing away."""
    assert one.words in (ROOT / one.file).read_text("utf-8")
    assert one.words != one.instead
