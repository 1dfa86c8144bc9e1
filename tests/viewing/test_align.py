"""Two texts side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.viewing.align import Text, beside

LINES = st.lists(st.text("甲乙丙丁12", max_size=6), max_size=8)


def texts(*lines: str, level: int = 0) -> list[Text]:
    """Paragraphs, or headings of a level."""
    return [Text(line, f"p{n}", level) for n, line in enumerate(lines)]


def test_same_changed_and_alone() -> None:
    """The same stand together, the alike are set beside each other with what differs, the rest stands alone."""
    first = texts("各位代表:", "全年经济增长百分之五。", "完了。", "再见")
    second = texts("各位 代表:", "全年经济增长百分之六。", "完了。")
    found = beside(first, second)
    assert [line.state for line in found] == ["same", "changed", "same", "first"]
    assert [piece for differs, piece in found[1].first_pieces if differs] == ["五"]


def test_headings_of_another_year_are_alike() -> None:
    """The year makes no heading another one; a heading is never set beside a paragraph."""
    found = beside(texts("一、2013年工作回顾", level=1), texts("一、2024年工作总结", level=1))
    assert [line.state for line in found] == ["changed"]
    assert [line.state for line in beside(texts("工作回顾与总结", level=1), texts("工作回顾与总结。"))] == ["apart"]


@given(LINES, LINES)
def test_both_are_there_whole(first: list[str], second: list[str]) -> None:
    """Whatever is set beside what, each side reads as its text from top to bottom, pieces too."""
    found = beside(texts(*first), texts(*second))
    assert [line.first.text for line in found if line.first] == first
    assert [line.second.text for line in found if line.second] == second
    for line in found:
        if line.state == "changed" and line.first and line.second:
            assert "".join(piece for _, piece in line.first_pieces) == line.first.text
            assert "".join(piece for _, piece in line.second_pieces) == line.second.text


def test_long_texts_are_not_compared_pair_by_pair() -> None:
    """Where too much differs, the columns run on beside each other."""
    found = beside(texts(*(f"甲{n}" for n in range(300))), texts(*(f"乙{n}" for n in range(300))))
    assert {line.state for line in found} == {"apart"}
