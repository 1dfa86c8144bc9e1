"""The region decision by itself: which lines of a page are its main content."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.reading import read
from converter.reading.drafts import Draft
from converter.reading.html import parsed
from converter.reading.limits import LIMITS
from converter.reading.source import Hints
from converter.stripping import strip
from converter.stripping.content import MAIN, OUTSIDE, regions
from tests.build import FIRST, SECOND
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


def test_a_sites_title_apart_from_the_masthead() -> None:
    """Where the report's masthead has a title, the one that the site prints above its own lines, outside the text, is the site's."""
    text = "".join(f"<p>{line}</p>" for line in f"政府工作报告\n{FIRST}\n{SECOND}".split("\n"))
    head = "<div><a href='/'>登录</a></div><h1>2016年临江县政府工作报告</h1><div><a href='/u'>小鱼儿</a> <a href='/z'>312人赞同</a></div>"
    found = strip(read(f"<html><body>{head}<div class='content'>{text}</div></body></html>".encode(), "page.html"))
    titles = [(s.fate, found.source.text[s.start : s.end]) for s in found.segments if "政府工作报告" in found.source.text[s.start : s.end]]
    assert titles == [("removed", "2016年临江县政府工作报告"), ("front", "政府工作报告")]
