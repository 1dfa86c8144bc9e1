"""Which lines are headings, and how they nest, by example: one file a rule."""

from __future__ import annotations

import pytest

from tests.build import outline, sectioned
from tests.spec import Case, cases

NAMES = ("numbered", "lines", "couplets", "sentences", "annexes", "levels", "closings", "unusual")


@pytest.mark.parametrize("case", [case for name in NAMES for case in cases(f"sectioning/{name}.md")], ids=str)
def test_outlines(case: Case) -> None:
    """A text becomes the tree that a reader would draw: a heading a line, two blanks for a level, paragraphs behind a dash."""
    assert outline(sectioned(case.input)) == case.expected
