"""Texts without line breaks are cut at their headings, by the numbering alone."""

from __future__ import annotations

from converter.mending.dense import chain, unbroken
from converter.text import shadow

FILL = "全县上下攻坚克难，经济社会发展取得新成效。" * 20


def _starts(text: str) -> list[str]:
    return [text[at : at + 3] for at in chain(text)]


def test_a_chain_of_headings_is_cut() -> None:
    """一、 and 二、 behind full stops are headings, and (一) (二) between them."""
    text = f"报告工作。一、2015年工作回顾。(一)经济稳中有进。{FILL}(二)民生改善。{FILL}二、2016年任务。{FILL}"
    assert _starts(text) == ["一、2", "(一)", "(二)", "二、2"]


def test_numbers_out_of_chain_are_text() -> None:
    """A number without its first, or amid a sentence, heads nothing."""
    assert _starts(f"报告工作。二、三产业增加值增长8%。{FILL}主要问题：一、总量不大；二、结构不优。{FILL}") == []


def test_the_first_of_a_row_is_glued_to_its_parent_or_announced() -> None:
    """Where the second stands behind a full stop; items of an enumeration are shorter."""
    review = f"报告工作。一、2015年工作回顾（一）经济稳中有进。{FILL}（二）民生改善。{FILL}"
    plan = f"二、2016年任务。{FILL}抓好以下工作：（一）抓项目。{FILL}（二）抓民生。{FILL}"
    assert _starts(shadow(review + plan)) == ["一、2", "(一)", "(二)", "二、2", "(一)", "(二)"]
    brief = f"报告工作。一、2015年工作回顾。{FILL}抓三件事：（一）抓项目。（二）抓产业。{FILL}二、2016年任务。{FILL}"
    assert _starts(shadow(brief)) == ["一、2", "二、2"]


def test_only_long_lines_without_numbered_starts_are_unbroken() -> None:
    """A text with line breaks has rules of its own."""
    assert unbroken([FILL * 10])
    assert not unbroken([FILL * 10, *["一、工作回顾"] * 3])
    assert not unbroken(["短段落。"] * 50)


def test_other_orders_are_cut_too() -> None:
    """第一部分 over 一、 over 1., each behind a full stop; 1. counts only what has a title and a paragraph."""
    text = f"报告工作。第一部分 回顾。一、经济。1.工业增长。{FILL}2.农业丰收。{FILL}二、民生。{FILL}第二部分 任务。{FILL}"
    assert _starts(text) == ["第一部", "一、经", "1.工", "2.农", "二、民", "第二部"]
    assert _starts(f"报告工作。一.回顾。{FILL}抓三件事。1.抓项目。2.抓产业。3.抓民生。{FILL}二.任务。{FILL}") == ["一.回", "二.任"]


def test_parts_without_numbers_and_rows_that_begin_anew() -> None:
    """A part's title glued to 一、 is cut off with it; rows begin anew below each; an enumeration in a text is none."""
    review = f"报告工作。2015年工作回顾一、经济稳中有进。{FILL}二、民生改善。{FILL}"
    text = f"{review}2016年主要任务一、抓项目。{FILL}二、抓民生。{FILL}三、抓作风。{FILL}"
    assert _starts(text) == ["201", "一、经", "二、民", "201", "一、抓", "二、抓", "三、抓"]
    inside = f"报告工作。一、回顾。{FILL}抓两件事。一、抓项目，{FILL}二、抓民生，{FILL}二、任务。{FILL}"
    assert "一、抓" not in _starts(inside)


def test_the_first_of_a_row_may_be_lost() -> None:
    """It is glued to what stands above it in a way that nothing tells; the others are cut all the same."""
    first = f"报告工作。一、回顾。{FILL}做到更加注重（一）科技创新。{FILL}（二）城市发展。{FILL}"
    text = f"{first}（三）改善民生。{FILL}（四）自身建设。{FILL}二、任务。{FILL}"
    assert _starts(shadow(text)) == ["一、回", "(二)", "(三)", "(四)", "二、任"]
