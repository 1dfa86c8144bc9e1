"""What stripping is not sure of is kept and said, by example; so is a text that is no report."""

from __future__ import annotations

import pytest

from converter.pipeline import convert
from tests.build import placed
from tests.spec import Case, cases


@pytest.mark.parametrize("case", cases("stripping/doubts.md"), ids=str)
def test_doubts(case: Case) -> None:
    """The codes of stripping and of the document's type, each with the beginning of what it is about."""
    page, _ = placed(case.title.split(":")[0], case.input)
    document = convert(page.encode(), "report.txt")
    rows = [(d.code, page[slice(*d.span)][:12] if d.span else "") for d in document.diagnostics if d.code in ("GWR001", "GWR301")]
    assert "\n".join(f"{code} {start}".strip() for code, start in rows) == case.expected
