"""One table of codes: whatever is noticed or found has its row, and every row is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from converter.models.codes import STAGES, chinese, codes, explained

PACKAGE = Path(__file__).parents[2] / "converter"
CODE = re.compile(r"GWR\d{3}")


def used() -> Iterator[str]:
    """Every string in the program that is a code."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                yield node.value


def test_codes_in_the_program_have_a_row() -> None:
    """A new code needs its row in converter/models/codes.yaml."""
    assert set(used()) - set(codes()) == set()


def test_rows_are_used() -> None:
    """A row for a code that nothing gives is taken out."""
    assert set(codes()) - set(used()) == set()


def test_rows_are_whole() -> None:
    """A row has a known severity and verdict, and says what it means and what to do; codes are numbered by stage, in order."""
    assert list(codes()) == sorted(codes())
    for code, row in codes().items():
        assert CODE.fullmatch(code)
        assert code[3] in STAGES
        assert row.severity in ("error", "warning", "info")
        assert row.verdict in ("schema", "consistency", "confidence")
        assert all(part.endswith(".") for part in (row.means, row.advice))


def test_every_code_is_explained_in_chinese() -> None:
    """The same codes in the same order, each with what it means and what to do."""
    assert list(chinese()) == list(codes())
    assert all(part.endswith("。") for row in chinese().values() for part in row)
    said = explained("GWR203", in_chinese=True)
    assert said is not None
    assert said.startswith("GWR203 序号缺失 Number missing\n警告")


def test_remarks_of_the_conversion_have_codes() -> None:
    """No stage makes a remark under a name that is no code."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Remark"
            if named and isinstance(node, ast.Call) and isinstance(node.args[0], ast.Constant):
                assert node.args[0].value in codes(), f"{path}:{node.lineno}"


def test_explained() -> None:
    """A code is explained with title, severity, meaning and what to do; one that does not exist is not."""
    said = explained("GWR203")
    assert said is not None
    assert said.startswith("GWR203 Number missing")
    assert "What to do:" in said
    assert explained("GWR999") is None
