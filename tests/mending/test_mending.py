"""What mending joins, splits, cuts out and notices, by example: one file a rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import mended, mending, placed
from tests.spec import Case, cases

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.md"))


@pytest.mark.parametrize("case", [case for name in NAMES for case in cases(f"mending/{name}.md")], ids=str)
def test_mending(case: Case) -> None:
    """The lines stand in the middle of a report; their blocks and what is recorded about them are as expected."""
    page, start = placed("within", case.input)
    assert mending(mended(page), start, start + len(case.input)) == case.expected


FILLER = [f"全县{a}{b}水平提高，{b}{c}稳步推进。" for a in "农工商学" for b in ("文化", "教育", "交通", "水利") for c in ("建设", "改革")]


def test_strangers_behind_headings() -> None:
    """In a long text the end of a heading of which no two characters stand together elsewhere is cut out; the text's own is not."""
    page, start = placed("within", "（三）加强交通水利建设藏经阁主\n" + "\n".join(FILLER * 6) + "\n（四）加快文化改革交通水利")
    found = mended(page)
    assert [n.text for n in found.noise if n.kind == "injected"] == ["藏经阁主"]
    assert mending(found, start, start + 16).startswith("（三）加强交通水利建设\n")
