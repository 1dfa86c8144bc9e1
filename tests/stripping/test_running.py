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
