"""Which lines of a page are the report's, by example: one file a family of site chrome."""

from __future__ import annotations

import pytest

from converter.stripping.segments import REMOVED
from tests.build import ledger, placed, stripped
from tests.spec import Case, cases

NAMES = (
    *("annexes", "breadcrumbs", "bylines", "captions", "closings", "duplicates", "editor_notes", "front", "licences", "logins"),
    *("navigation", "openings", "pagination", "related_links", "separators", "shares", "tags", "toolbars", "mixed", "mastheads"),
    *("sites", "islands", "readers", "strangers", "headlines"),
)
PLACES = ("above", "masthead", "within", "below", "page")


@pytest.mark.parametrize("case", [case for name in NAMES for case in cases(f"stripping/{name}.md")], ids=str)
def test_lines(case: Case) -> None:
    """Every line has the fate and kind that a reader would give it; the first word of the title says where the lines stand."""
    place = case.title.split(":")[0]
    assert place in PLACES, case.where
    page, start = placed(place, case.input)
    found = stripped(page)
    assert ledger(found, start, start + len(case.input)) == case.expected
    assert all(s.kind and s.rule for s in found.of(REMOVED))
