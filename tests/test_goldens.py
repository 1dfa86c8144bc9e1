"""Whole documents, compared with those in fixtures/goldens; `python -m scripts.regenerate_goldens` writes these, no test does."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import regenerate_goldens
from scripts.regenerate_goldens import changes, golden, sources, summary


@pytest.mark.parametrize("source", sources(), ids=lambda path: path.name)
def test_document_is_its_golden(source: Path) -> None:
    """A source gives the document that lies beside it, byte for byte but for the program's version."""
    assert golden(source) == source.with_suffix(".json").read_text("utf-8")


def test_regenerating_refuses_to_overwrite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A golden that differs is left alone and the change shown; with force it is written; what is missing is always written."""
    monkeypatch.setattr(regenerate_goldens, "FOLDER", tmp_path)
    source = tmp_path / "report.txt"
    source.write_text("各位代表:\n经济增长5%。\n", "utf-8")
    target = source.with_suffix(".json")
    assert regenerate_goldens.regenerate(force=False) == 0
    right = target.read_text("utf-8")
    target.write_text(right.replace("经济增长5%。", "经济增长6%。"), "utf-8")
    assert regenerate_goldens.regenerate(force=False) == 1
    assert target.read_text("utf-8") != right
    assert "经济增长6%" in capsys.readouterr().out
    assert regenerate_goldens.regenerate(force=True) == 0
    assert target.read_text("utf-8") == right


def test_changes_are_named_by_their_place() -> None:
    """A change says where it is, what was there and what is there now; a list that grew says by how much."""
    before = {"a": 1, "rows": [{"x": 1}], "same": [1, 2]}
    after = {"a": 2, "rows": [{"x": 3}, {"x": 4}], "same": [1, 2], "new": None}
    assert list(changes(before, after)) == ["a: 1 -> 2", "rows: 1 entries -> 2", "rows[0].x: 1 -> 3"]
    assert summary("r.json", [str(n) for n in range(20)]).endswith("and 8 more")
