"""The measures of scripts/evaluate.py, on documents made for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from converter.models.structure import LedgerRow, Section
from scripts.accuracy_page import page
from scripts.measures import bold_headings, kept
from tests.minimal import minimal


def parsed(**changes: object) -> dict[str, Any]:
    """A document of one report line and one line of chrome, with fields changed."""
    gone = LedgerRow(span=(5, 9), fate="removed", kind="other", rule="x")
    rows = (LedgerRow(span=(0, 4), fate="body"), LedgerRow(span=(4, 5), fate="layout"), gone)
    document = minimal("政府工作\n上一篇:").model_copy(update={"ledger": rows, **changes})
    parsed: dict[str, Any] = json.loads(document.model_dump_json())
    return parsed


def test_share_counts_word_characters() -> None:
    """The share kept is that of word characters: four of seven here; a paragraph over removed text breaks the law."""
    measured = kept("a.txt", parsed())
    assert round(measured.share, 3) == round(4 / 7, 3)
    assert not measured.lawful


def test_bold_headings(tmp_path: Path) -> None:
    """A bold entry is found whatever its width and however far it runs on; what carries no number is not asked for."""
    bold = tmp_path / "a.bold.json"
    bold.write_text(json.dumps(["一、工作回顾", "（一）经济增长。全年", "(二)改革", "名词解释"]), "utf-8")
    titles = [("一、", "工作回顾"), ("(一)", "经济增长")]
    sections = [Section(id=t, role="other", level=1, number=n, title=t, title_span=(0, 1), span=(0, 1)) for n, t in titles]
    wanted, missed = bold_headings(bold, parsed(sections=tuple(sections)))
    assert (len(wanted), missed) == (3, ["(二)改革"])


def test_page() -> None:
    """The page has a table by document, by decade and by level, and says what was not converted."""
    labelled = {"documents": {"a": {"law": 1.0}, "b": {"law": 0.0, "note_f1": 0.5}}, "pooled": {"law": 0.5, "note_f1": 0.5}, "mean": 0.625}
    meta: dict[str, dict[str, Any]] = {"a": {"report_year": 1994, "level": "county"}}
    meta["b"] = {"report_year": [1998, 1997], "level": "province"}
    text = page(labelled, meta, ["c: broken"], {"folders": {}, "bold": (4, ["x"])})
    assert "| a | 1.000 |  |" in text
    assert "| 1990s (2) | 0.500 | 0.500 |" in text
    assert "| county (1) | 1.000 |  |" in text
    assert "Not converted: c: broken" in text
    assert "Of 4 numbered headings that were bold in the original, 3 (75.0%)" in text
