"""What mending joins, splits, cuts out and notices, by example: one file a rule."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from converter.mending.wrapped import cells
from tests.build import mended, mending, placed
from tests.spec import Case, cases

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.md"))


@pytest.mark.parametrize("case", [case for name in NAMES for case in cases(f"mending/{name}.md")], ids=str)
def test_mending(case: Case) -> None:
    """The lines stand in the middle of a report; their blocks and what is recorded about them are as expected."""
    page, start = placed("within", case.input)
    assert mending(mended(page), start, start + len(case.input)) == case.expected


FILLER = [f"全县{a}{b}水平提高，{b}{c}稳步推进。" for a in "农工商学" for b in ("文化", "教育", "交通", "水利") for c in ("建设", "改革")]


def test_strangers_behind_headings() -> None:
    """In a long text the end of a heading of which no two characters stand together elsewhere is cut out; the text's own is not."""
    page, start = placed("within", "（三）加强交通水利建设藏经阁主\n" + "\n".join(FILLER * 6) + "\n（四）加快文化改革交通水利")
    found = mended(page)
    assert [n.text for n in found.noise if n.kind == "injected"] == ["藏经阁主"]
    assert mending(found, start, start + 16).startswith("（三）加强交通水利建设\n")


SENTENCE = "全县{}事业加快发展，水平逐步提高，群众生活继续改善，新增项目{}个，质量稳中有升。"
TEXT = "".join(SENTENCE.format(what, n) for n in range(3, 9) for what in "农工商学兵")


def _wrapped(width: int, text: str = TEXT) -> str:
    """The text in lines of this width, as a mail or a board keeps it."""
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def test_lines_of_one_width_go_on() -> None:
    """A full line goes on in the next, also where it ends with a full stop by chance; a short one ends its paragraph."""
    page, start = placed("within", f"{_wrapped(30)}\n（一）加快发展\n{_wrapped(30)}")
    found = mended(page)
    blocks = [b for b in found.blocks if b.start >= start][:3]
    assert [found.view(b.span).text for b in blocks] == [TEXT, "（一）加快发展", TEXT]
    breaks = [n.text[-1] for n in found.noise if n.kind == "broken_line"]
    assert len(breaks) > 50
    assert not set(breaks) & set("。！")


@pytest.mark.parametrize(("margin", "indent"), [("", "\u3000\u3000"), ("", "    "), ("    ", "\u3000\u3000")])
def test_the_indentation_of_a_first_line_counts(margin: str, indent: str) -> None:
    """A first line is full with its blanks, wide or narrow; what most lines begin with is the page's margin."""
    first = 30 - (2 if indent.strip(" ") else len(indent) // 2)
    rest = _wrapped(30, TEXT[first:]).replace("\n", f"\n{margin}")
    paragraph = f"{margin}{indent}{TEXT[:first]}\n{margin}{rest}"
    page, start = placed("within", f"{paragraph}\n{paragraph}")
    found = mended(page)
    assert [found.view(b.span).text for b in found.blocks if b.start >= start][:2] == [TEXT, TEXT]


def test_lines_of_one_width_on_a_screen_go_on() -> None:
    """Two figures are as wide as one character; a mark that may not begin a line is drawn up."""
    sentence = "全县{}事业加快发展，新增项目{}个，完成投资{}.{}亿元，增长{}%，质量稳中有升。"
    text = "".join(sentence.format(what, n, n * 117, n, n * 9) for n in range(3, 9) for what in "农工商学兵")
    lines = [""]
    for char in text:
        if cells(lines[-1] + char) > 60 and char not in "，。":
            lines.append("")
        lines[-1] += char
    assert len({len(line) for line in lines}) > 4
    page, start = placed("within", "\n".join([*lines, "（一）加快发展", *lines]))
    found = mended(page)
    assert [found.view(b.span).text for b in found.blocks if b.start >= start][:3] == [text, "（一）加快发展", text]


def test_short_texts_of_two_lines_a_paragraph_go_on() -> None:
    """Every other line is indented: with its blanks it is as wide as the others, and so few are enough where none is wider."""
    paragraph = "全县工业事业加快发展，新增重点项目12个，完成投资86亿元，增长9%，质量稳中有升，企业效益明显改善，职工收入继续提高。"
    lines = f"\u3000\u3000{paragraph[:38]}\n{paragraph[38:]}"
    page, start = placed("within", "\n".join([lines] * 10))
    found = mended(page)
    assert [found.view(b.span).text for b in found.blocks if b.start >= start][:10] == [paragraph] * 10


def test_a_full_line_that_ends_a_paragraph() -> None:
    """A short line without a full stop below it titles the next; one with a full stop is the paragraph's last."""
    whole = TEXT[: 30 * (TEXT.index("。") + 1)]  # thirty sentences of one length: the last of its lines is full too
    page, start = placed("within", f"{_wrapped(30, whole)}\n01 2016年重点工作\n{_wrapped(30, whole)}")
    found = mended(page)
    assert [found.view(b.span).text for b in found.blocks if b.start >= start][:3] == [whole, "01 2016年重点工作", whole]


def test_blank_lines_between_paragraphs_part_them() -> None:
    """Where none stands behind the full lines in mid-sentence, one shows that a paragraph ends, even with a full line; where they
    stand behind every line they show nothing."""
    whole = TEXT[: 30 * (TEXT.index("。") + 1)]
    page, start = placed("within", f"{_wrapped(30, whole)}\n\n{_wrapped(30, TEXT)}")
    found = mended(page)
    assert [found.view(b.span).text for b in found.blocks if b.start >= start][:2] == [whole, TEXT]
    page, start = placed("within", f"{_wrapped(30, whole)}\n{_wrapped(30, TEXT)}".replace("\n", "\n\n"))
    found = mended(page)
    assert [found.view(b.span).text for b in found.blocks if b.start >= start][:1] == [whole + TEXT]


def test_paragraphs_of_two_lines_without_indentation_go_on() -> None:
    """Every other line stops, but those that are as long as the longest mostly do not."""
    paragraph = "全县工业事业加快发展，新增重点项目12个，完成投资86亿元，增长9%，质量稳中有升。"
    lines = [f"{paragraph[:30]}\n{paragraph[30:]}"] * 20 + ["工业稳定增长。", "农业再获丰收。"] * 3
    page, start = placed("within", "\n".join(lines))
    found = mended(page)
    assert [found.view(b.span).text for b in found.blocks if b.start >= start][:20] == [paragraph] * 20


def test_more_first_lines_than_others() -> None:
    """Where most lines are indented as paragraphs of one line are many, the others still show where the margin is."""
    whole = TEXT[28:][: 30 * 41]  # behind an indented first line, lines of thirty, and the last of them is full
    end = 28 + whole.rindex("。") + 1
    paragraph = TEXT[:end]
    short = [f"\u3000\u3000新建{what}业园区{n}个。" for what in "农工商" for n in range(3, 9)]
    first = f"\u3000\u3000{paragraph[:28]}\n{_wrapped(30, paragraph[28:])}"
    page, start = placed("within", "\n".join([first, *short, first]))
    found = mended(page)
    blocks = [found.view(b.span).text.strip() for b in found.blocks if b.start >= start]
    assert blocks[: len(short) + 2] == [paragraph, *(line.strip() for line in short), paragraph]


def test_sentences_of_one_length_stay_apart() -> None:
    """Lines that are as long as each other because one sentence is as the next, each with its full stop."""
    lines = [f"全县{what}{which}事业加快发展，水平逐步提高，群众生活继续改善。" for what in "农工商学兵" for which in "甲乙丙丁戊"]
    page, start = placed("within", "\n".join(lines))
    found = mended(page)
    assert [found.view(b.span).text for b in found.blocks if b.start >= start][: len(lines)] == lines


def test_lines_of_many_widths_do_not() -> None:
    """Paragraphs of one sentence that happen to be of one length stay apart."""
    lines = [f"全县第{what}事业加快发展，水平逐步提高，新增项目{n}个。" for n in range(1, 4) for what in "农工商学"]
    page, start = placed("within", "\n".join(lines))
    found = mended(page)
    assert [found.view(b.span).text for b in found.blocks if b.start >= start][: len(lines)] == lines


LEFT = ('<div style\u200b="display:none">加快发展。', "&nbsp;\u200b加快发展。", "发\u200b展<br>\u200b", "<p\u00ad>发展<br>")


@pytest.mark.parametrize("line", LEFT)
def test_nothing_is_cut_out_twice(line: str) -> None:
    """A mark that nobody sees inside a leftover of markup goes with it; no two cuts overlap, so that the ledger is a partition."""
    page, _ = placed("within", f"第一行。{line}第二行。")
    cuts = mended(page).cuts
    assert cuts
    assert all(one.end <= other.start for one, other in pairwise(cuts))


def test_a_full_line_goes_on_over_a_page() -> None:
    """A folio between two lines parts no paragraph; blank lines do, and a sentence that ended there may be its last."""
    first = f"\u3000\u30002030年发展目标是：与全省同步实现农业工业商业文化教{TEXT}"
    lines = [first[at : at + 30] for at in range(0, len(first), 30)]
    page, _ = placed("within", "\n".join([_wrapped(30), lines[0], "- 3 -", *lines[1:], _wrapped(30)]))
    view = mended(page)
    assert any("".join(first.split()) in "".join(view.view(block.span).text.split()) for block in view.blocks)


def test_a_list_that_a_full_line_announces() -> None:
    """The colon of a line that happens to be full ends its paragraph where a numbered heading follows."""
    announces = TEXT[:29] + "："
    page, _ = placed("within", f"{_wrapped(30)}\n{announces}\n（一）加快发展\n{_wrapped(30)}")
    view = mended(page)
    assert "（一）加快发展" in [view.view(block.span).text for block in view.blocks]
