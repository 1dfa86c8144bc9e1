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


def _lines(text: str) -> list[str]:
    """The lines of a plain text."""
    read = source(text)
    return [read.text[line.start : line.end] for line in read.lines]


MUCH = "各项事业全面进步，" * 15
PARAGRAPHS = [f"第{n}项工作扎实推进，投资增长{n}%，项目建成{n}个，群众生活继续改善，{MUCH}成效明显。" for n in range(1, 11)]


def test_single_blanks_in_the_place_of_breaks_part_a_line() -> None:
    """Where most blanks stand behind full stops, those behind headings do too; one inside a figure does not."""
    lines = ["各位代表：", "一、2015年工作回顾", "2015年，全县攻坚克难，增长 8%。", *PARAGRAPHS, "二、重点工作", *PARAGRAPHS]
    assert _lines(" ".join(lines)) == lines
    assert _lines("\u3000".join(lines)) == lines


def test_blanks_strewn_in_a_line_do_not() -> None:
    """Most stand inside sentences; or hardly any stands anywhere."""
    text = "".join(PARAGRAPHS)
    assert _lines(text.replace("，", "， ")) == [text.replace("，", "， ")]
    assert _lines(text.replace("。", "。 ", 3)) == [text.replace("。", "。 ", 3)]


def test_breaks_as_markup_and_programs_write_them() -> None:
    """A report on one line with <br>, </p><p> or \\n between its paragraphs reads as with its breaks."""
    for written in ("<br>", "<br/>　　", "</p><p>", "\\n", "\\r\\n"):
        assert outline(sectioned(PAGE.replace("\n", written))) == outline(sectioned(PAGE)), written


def test_a_sign_within_a_word_is_no_break() -> None:
    """Names of programs have backslashes too; a single break in a short line stays."""
    assert len(_lines("设在机房的目录是D:\\new、D:\\root，" * 40)) == 1
    assert _lines("一、2015年<br>工作回顾<br>情况<br>说明") == ["一、2015年<br>工作回顾<br>情况<br>说明"]
