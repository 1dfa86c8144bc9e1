"""The pairs of characters that a text is made of."""

from __future__ import annotations

import pytest

from converter.reading.plain import read_plain
from converter.stripping.glance import glances
from converter.stripping.vocabulary import Vocabulary, foreign, of_sites

TEXT = "钢琴搬运找老赵\n老赵家的钢琴\n蛐蛐和蛐蛐蛐\n今年全县经济平稳发展。"


def known() -> Vocabulary:
    """Of the text above."""
    source = read_plain(TEXT.encode(), "report.txt")
    return Vocabulary(glances(source, source.lines))


@pytest.mark.parametrize(
    ("pairs", "strange"),
    [
        (["经济", "发展"], 0),  # many reports have them
        (["钢琴"], 0),  # this one has it twice
        (["搬运"], 1),
        (["钢琴", "琴搬", "搬运"], 2),
        (["搬运", "搬运"], 2),
        (["蛐蛐"], 0),
        (["蛐蛐", "蛐蛐", "蛐蛐"], 3),  # as often as it has it: nowhere else
    ],
)
@pytest.mark.parametrize("before", [0, 100])
def test_a_pair_is_known_from_many_reports_or_from_this_one(pairs: list[str], strange: int, before: int) -> None:
    """However many were asked before: of a few the text is searched, of more it is counted."""
    words = known()
    for _ in range(before):
        words.unknown(["搬运"])
    assert len(words.unknown(pairs)) == strange


@pytest.mark.parametrize(("pair", "unheard"), [("经济", False), ("蚕桑", False), ("弹幕", True), ("㐀㐁", True)])
def test_a_pair_that_one_report_has_is_not_unheard(pair: str, unheard: bool) -> None:
    """What few reports have is of a place or of a year, and yet of a report."""
    assert foreign(pair) is unheard


@pytest.mark.parametrize(("pair", "theirs"), [("弹幕", True), ("网盘", True), ("视频", False), ("评论", False), ("经济", False)])
def test_words_of_sites_leave_out_what_headings_are_about(pair: str, theirs: bool) -> None:
    """视频 and 评论 stand in a report's short lines too."""
    assert (pair in of_sites()) is theirs
