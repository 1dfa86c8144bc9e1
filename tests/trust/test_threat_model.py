"""Every line of the threat model names a test that exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_threat_has_a_test() -> None:
    """A row without a test says why in brackets."""
    rows = [line for line in TEXT.splitlines() if line.startswith("| ") and not line.startswith("| threat")]
    assert len(rows) > 30
    assert [row for row in rows if not _NAMED.search(row) and not re.search(r"\| \(.*\) \|$", row)] == []


def test_the_tests_are_there() -> None:
    """Each named function stands in the named file."""
    missing = []
    for file, name in _NAMED.findall(TEXT):
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        if not any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body):
            missing.append(f"{file}::{name}")
    assert missing == []
