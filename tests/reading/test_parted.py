"""Lines that lost their breaks and kept the indents behind them."""

from __future__ import annotations

from tests.build import FIRST, MASTHEAD, SECOND, outline, sectioned, source

MORE = "全县粮食产量稳定在20万吨,新增合作社36家,建成高标准农田3万亩,农机化率达到80%,农产品网络零售额增长15%。"
PAGE = f"{MASTHEAD}\n{FIRST}\n{MORE}\n{MORE}\n{SECOND}"


def test_indents_part_a_line() -> None:
    """A report on one line, its paragraphs behind wide blanks, reads as with its breaks."""
    assert outline(sectioned(PAGE.replace("\n", "　　"))) == outline(sectioned(PAGE))


def test_a_row_of_a_table_is_one_line() -> None:
    """Cells are shorter than paragraphs."""
    row = "　　".join(["12.5", "增长", "8%"] * 60)
    assert len(source(row).lines) == 1


def test_short_lines_stay() -> None:
    """A heading with its blanks is no row of paragraphs."""
    text = "一、　　2015年　　工作　　回顾\n全县上下攻坚克难。"
    assert [source(text).text[line.start : line.end] for line in source(text).lines] == text.split("\n")
