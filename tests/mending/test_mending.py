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
