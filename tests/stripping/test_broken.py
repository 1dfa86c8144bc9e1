"""Texts whose paragraphs are broken into lines of one width: nothing of them is the site's."""

from __future__ import annotations

import pytest

from converter.reading import read
from converter.stripping import strip

_HEAD = "临江县政府工作报告\n——2023年1月5日在临江县第十八届人民代表大会第二次会议上\n县长 李明\n各位代表：\n"
_FIRST = (
    "现在，我代表县人民政府，向大会报告工作，请予审议。\n一、过去一年工作回顾\n"
    "一年来，我们坚持稳中求进，用好国家物流基地两大“国字号”招牌，培育“老字号”企业十二家，机场航站楼主体工程封顶，"
    "及时下发了规范文件流转的通知，以此文旅融合发展，县委书记被广大网友点赞，全县经济社会平稳健康发展。\n"
    "二、今年工作安排\n我们将坚持高质量发展，扎实做好各项工作，确保完成全年目标任务，让人民群众过上更加幸福美好的生活。\n"
)
_LAST = "各位代表！让我们更加紧密地团结起来，同心同德、真抓实干，为加快建设富裕文明和谐美丽的现代化新临江而努力奋斗！"


def _wrapped(text: str, width: int) -> str:
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, len(line), width))


def _removed(text: str) -> list[str]:
    found = strip(read(text.encode(), "report.txt"))
    return [found.source.text[s.start : s.end] for s in found.segments if s.fate == "removed"]


@pytest.mark.parametrize("width", range(20, 44))
def test_nothing_is_lost(width: int) -> None:
    """Words that the site's short lines have stand in broken lines of the report: 国字号, 航站楼主体; the last words end farther down."""
    assert _removed(_HEAD + _wrapped(_FIRST + _LAST, width)) == []


@pytest.mark.parametrize("width", [24, 30, 36])
def test_the_sites_lines_below_are_still_removed(width: int) -> None:
    """What follows the last words, broken over lines too, and the site's talk between two broken lines."""
    lines = _wrapped(_FIRST, width).split("\n")
    lines.insert(5, "本站资源下载后请用浏览器打开")
    text = _HEAD + "\n".join(lines) + _wrapped(_LAST, width) + "\n上一篇：关于春耕备耕的通知\n下一篇：没有了"
    assert _removed(text) == ["本站资源下载后请用浏览器打开", "上一篇：关于春耕备耕的通知", "下一篇：没有了"]


def test_a_meeting_line_with_its_last_character_below() -> None:
    """…第二次会议 / 上, and a day's end in a bracket; 上 below a link is none."""
    meeting = "——2023年1月5日在临江县第十八届人民代表大会第二次会议"
    assert _removed(f"临江县政府工作报告\n{meeting}\n上\n各位代表：\n{_FIRST}{_LAST}") == []
    assert _removed(f"临江县政府工作报告\n县长信箱\n上\n各位代表：\n{_FIRST}{_LAST}") == ["县长信箱", "上"]


def test_the_last_words_end_on_a_short_line() -> None:
    """The end of the paragraph is looked at with the lines before it; one more sentence below it is the report's too."""
    more = "我们坚信，经过全县人民的共同努力，一个繁荣富裕的新临江必将呈现在我们的面前！"
    for width in (22, 28, 34):
        assert _removed(_HEAD + _wrapped(f"{_FIRST}{_LAST}\n{more}", width)) == []


def test_a_level_with_a_point_is_no_entry_of_a_glossary() -> None:
    """6.5%、7.5%,粮食产量… at the start of a broken line is no entry, and the last words stand below it."""
    aims = "为谱写临江高质量发展新篇章而努力奋斗！\n"
    aims += "主要预期目标是：地区生产总值增长6%左右，居民收入分别增长\n6.5%、7.5%，指标完成省下达的年度目标。"
    found = strip(read((_HEAD + _FIRST + aims + "\n各位代表！困难会更大。\n" + _wrapped(_LAST, 30)).encode(), "report.txt"))
    assert {s.rule for s in found.segments if s.fate == "body"} == {"text"}
