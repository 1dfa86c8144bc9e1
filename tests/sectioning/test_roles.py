"""What the sections of a report are for, and what is remarked about their numbering, by example."""

from __future__ import annotations

import pytest

from tests.build import roles, sectioned
from tests.spec import Case, cases


@pytest.mark.parametrize("case", cases("sectioning/roles.md"), ids=str)
def test_roles(case: Case) -> None:
    """Every section has the role that a reader would name, and says what decided it."""
    found = sectioned(case.input)
    assert roles(found) == case.expected
    assert all(section.evidence for section, _ in found.walk())


@pytest.mark.parametrize("case", cases("sectioning/continuity.md"), ids=str)
def test_continuity(case: Case) -> None:
    """A gap, a repeat or a wrong order in the numbering is a diagnostic at the heading where it shows; sound numbering has none."""
    found = sectioned(case.input)
    rows = [(r.code, found.mended.source.text[slice(*r.span)] if r.span else "") for r in found.remarks]
    assert "\n".join(f"{code}: {title}" for code, title in rows) == case.expected
