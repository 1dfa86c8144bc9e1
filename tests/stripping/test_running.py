"""Running heads and folios between the pages of a text."""

from __future__ import annotations

from converter.stripping.segments import REMOVED
from tests.build import placed, stripped

LINE = "{}. 全县{}水平稳步提高，群众满意度明显上升，各项任务圆满完成，走在全市前列。"
PAGE = "\n".join(LINE.format(n, what) for n in range(2) for what in "农工商学兵文教卫体")


def _removed(lines: list[str]) -> list[str]:
    page, _ = placed("within", "\n".join(lines))
    found = stripped(page)
    return [found.source.text[s.start : s.end] for s in found.of(REMOVED)]


def test_heads_that_come_again() -> None:
    """A title and a folio that stand between page after page are the paper's."""
    heads = [line for n in range(4, 8) for line in (PAGE, "临江县政府工作报告", f"· {n} ·")]
    assert _removed([*heads, PAGE]) == [line for n in range(4, 8) for line in ("临江县政府工作报告", f"· {n} ·")]


def test_rows_of_a_table_stay() -> None:
    """Numbers between short cells count rows; numbers that do not count on are figures."""
    rows = [line for n in range(1, 6) for line in (str(n), "新建改建农村公路12公里，惠及群众3000人。")]
    assert _removed(rows) == []
    assert _removed([PAGE, "120", PAGE, "98", PAGE, "35", PAGE]) == []


def test_a_papers_name_beside_the_folio() -> None:
    """The name of a gazette or a book at the head of each page, whatever it is, beside the folios that count the pages."""
    heads = [line for n in range(4, 8) for line in (PAGE, f"- {n} -", "临江政报")]
    assert _removed([*heads, PAGE]) == [line for n in range(4, 8) for line in (f"- {n} -", "临江政报")]


def test_a_name_at_regular_turns() -> None:
    """Without folios the same line after pages of one length; two pages of different lengths between headings are sections."""
    assert _removed([*(line for _ in range(4) for line in (PAGE, "ZHONGYAO WENXIAN")), PAGE]) == ["ZHONGYAO WENXIAN"] * 4
    assert _removed([PAGE, "主要措施", PAGE * 3, "主要措施", PAGE, "主要措施", PAGE * 2, "主要措施", PAGE]) == []


def test_what_a_report_says_again_and_again() -> None:
    """Calls to the deputies, labels and numbered headings stay, however regularly they come."""
    for line in ("各位代表！", "责任单位：县发展改革局", "（一）主要目标"):
        assert _removed([*(part for _ in range(5) for part in (PAGE, line)), PAGE]) == []


def test_a_wrapped_text_that_repeats_itself() -> None:
    """Lines as long as those beside them are the text's, however regularly they come; a shorter one is a head."""
    wrapped = [f"{mark * 24}水平逐步" for mark in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"]
    assert _removed([*wrapped, *wrapped, *wrapped, *wrapped]) == []
    heads = [*wrapped, "临江纪事", *wrapped, "临江纪事", *wrapped, "临江纪事", *wrapped, "临江纪事", *wrapped]
    assert "临江纪事" in _removed(heads)


def test_folios_and_heads_go_on_in_an_annex() -> None:
    """Below the last words, in a glossary, the next numbers and the same heads are the paper's; a number that does not count on stays."""
    heads = [line for n in range(4, 8) for line in (PAGE, str(n), "临江政报")]
    page, _ = placed("within", "\n".join(heads))
    terms = [
        f"{n}. 临江{what}行动：指为提高全县{what}水平而开展的活动，由各部门分工负责，用三年时间完成。"
        for n in range(2)
        for what in "农工商学兵文教卫体"
    ]
    found = stripped("\n".join([page, "名词解释", *terms, "8", "临江政报", *terms, "30", *terms]))
    removed = [found.source.text[s.start : s.end] for s in found.of(REMOVED)]
    assert removed[-2:] == ["8", "临江政报"]
    assert "30" not in removed


def test_numbers_of_an_annex_without_folios_above() -> None:
    """Where heads alone come again, a number in the annex counts its entries."""
    page, _ = placed("within", "\n".join([*(line for _ in range(4) for line in (PAGE, "ZHONGYAO WENXIAN")), PAGE]))
    found = stripped("\n".join([page, "2016年民生实事项目表", "1", "新建改建农村公路12公里，惠及群众3000人。", "2", "新建村卫生室12所。"]))
    assert {"1", "2"}.isdisjoint(found.source.text[s.start : s.end] for s in found.of(REMOVED))
