"""Views and joined texts: what is left out, what stands where, and which of many texts a find is in."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from converter.text import joined, shadow, view

TEXT = st.text(alphabet="甲乙，“ \u3000\n", max_size=30)


@given(TEXT, st.lists(st.integers(0, 30), max_size=6, unique=True), st.integers(0, 30), st.integers(0, 30))
def test_a_view_is_the_text_less_gaps_and_line_feeds(text: str, edges: list[int], a: int, b: int) -> None:
    """Character for character, with the offset of each; blanks that a line begins with behind a line feed go with it."""
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    edges.sort()
    gaps = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=False) if high > start and low < end]
    kept, feed = [], False
    for i in range(start, end):
        gone = any(low <= i < high for low, high in gaps)
        feed = not gone and (text[i] == "\n" or (feed and text[i] in " \u3000"))
        if not gone and not feed:
            kept.append(i)
    seen = view(text, shadow(text), (start, end), gaps)
    assert list(seen.offsets) == kept
    assert (seen.text, seen.shadow) == ("".join(text[i] for i in kept), "".join(shadow(text)[i] for i in kept))
    assert seen.compact == "".join(seen.shadow.split())


@given(st.lists(st.text(alphabet="甲乙丙", max_size=6), max_size=8))
def test_texts_are_searched_as_one(texts: list[str]) -> None:
    """Those that hold what is looked for by themselves, in order."""
    pattern = re.compile("甲乙|丙")
    assert joined(texts).touched(pattern) == [i for i, text in enumerate(texts) if pattern.search(text)]


@given(st.lists(st.text(alphabet="甲乙丙*", max_size=6), max_size=8))
def test_texts_that_have_a_character(texts: list[str]) -> None:
    """One of several, wherever it stands."""
    assert joined(texts).having("*乙") == {i for i, text in enumerate(texts) if "*" in text or "乙" in text}


def test_a_find_over_an_edge_touches_both_texts() -> None:
    """So that what hides under it in the second is not missed."""
    assert joined(["甲", "乙丙", "丁", ""]).touched(re.compile(r"甲\s乙|丁|\Z")) == [0, 1, 2, 3]
    assert joined([]).touched(re.compile("甲")) == []
