"""The region decision by itself: which lines of a page are its main content."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.reading.drafts import Draft
from converter.reading.html import parsed
from converter.reading.limits import LIMITS
from converter.reading.source import Hints
from converter.stripping.content import MAIN, OUTSIDE, regions
from tests.spec import Case, cases


@pytest.mark.parametrize("case", cases("stripping/content.md"), ids=str)
def test_main_content(case: Case) -> None:
    """The examples of content.md."""
    lines = parsed(f"<html><body>{case.input}</body></html>", "page.html", LIMITS)
    found = regions(lines.drafts, lines.parents)
    kept = [draft.text for draft, region in zip(lines.drafts, found, strict=True) if region == MAIN]
    assert "\n".join(kept) == case.expected, case.where


HINTS = st.builds(lambda share, box: Hints(link_share=share, box=box), st.floats(0, 1), st.integers(0, 4))
DRAFTS = st.lists(st.builds(Draft, st.text(alphabet="各位代表报告，。 1a", max_size=60), HINTS))


@settings(deadline=None)
@given(DRAFTS)
def test_every_line_gets_a_region(drafts: list[Draft]) -> None:
    """Whatever the lines are: one region each, and something is kept where any line is no link."""
    found = regions(drafts, [0, 0, 1, 1, 0])
    assert len(found) == len(drafts)
    assert set(found) <= {MAIN, OUTSIDE}
    if any(draft.hints.link_share <= 0.5 for draft in drafts):
        assert MAIN in found


def test_a_column_of_links_does_not_hide_a_short_text() -> None:
    """One paragraph among 200 links."""
    link = Draft("某某市召开专题会议，研究部署工作", Hints(link_share=1.0, box=1))
    text = Draft("全市经济平稳运行，增长7%，形势很好。", Hints(box=2))
    found = regions([link] * 100 + [text] + [link] * 100, [0, 0, 0])
    assert [i for i, region in enumerate(found) if region == MAIN] == [100]
