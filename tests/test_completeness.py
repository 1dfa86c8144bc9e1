"""Whether the whole report is there, what is missing, and what kind of document it is, by example."""

from __future__ import annotations

import pytest

from converter.extracting.completeness import completeness
from converter.extracting.kind import document_type
from tests.build import sectioned
from tests.spec import Case, cases


@pytest.mark.parametrize("case", cases("test_completeness.md"), ids=str)
def test_completeness(case: Case) -> None:
    """Type, status, what is missing, and the page of a paged publication."""
    found = sectioned(case.input)
    kind = document_type(found)
    here = completeness(found, kind)
    rows = [f"{kind} {here.status}"]
    if here.missing:
        rows.append(f"missing: {', '.join(here.missing)}")
    if here.page:
        rows.append(f"page: {here.page.number} of {here.page.of}")
    assert "\n".join(rows) == case.expected
