"""Every code of a diagnostic is documented."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENTED = set(re.findall(r"^\| (\w+) \| (?:error|warning|info) \|", (ROOT / "docs" / "diagnostics.md").read_text("utf-8"), re.M))


def trees() -> Iterator[ast.Module]:
    """The source of the conversion, parsed."""
    for path in (ROOT / "converter").rglob("*.py"):
        yield ast.parse(path.read_text("utf-8"))


def strings(tree: ast.AST) -> set[str]:
    """Every string constant."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def codes(tree: ast.Module) -> set[str]:
    """The codes of remarks that are written where the remark is made."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Remark"]
    return {word for call in calls if isinstance(call.args[0], ast.Constant) for word in strings(call.args[0])}


def test_every_code_is_documented() -> None:
    """A remark with a new code needs its row in docs/diagnostics.md."""
    assert {code for tree in trees() for code in codes(tree)} - DOCUMENTED == set()


def test_every_documented_code_exists() -> None:
    """A row for a code that no rule gives any more is taken out."""
    assert DOCUMENTED - {word for tree in trees() for word in strings(tree)} == set()
