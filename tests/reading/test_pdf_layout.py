"""From printed lines to paragraphs, running heads and notes, on pages drawn by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from converter.reading.marks import called
from converter.reading.pdf.columns import gutter, in_order, short_column
from converter.reading.pdf.feet import notes, split
from converter.reading.pdf.glyphs import Glyph, Setting, placed, same
from converter.reading.pdf.margins import is_folio, margins
from converter.reading.pdf.paragraphs import paragraphs
from converter.reading.pdf.rows import Row, rows, runs
from converter.reading.source import Hints
from tests.spec import Case, cases

_UNIT = 10.0
_LEADING = 15.0
_HEIGHT = 800.0


def glyphs(text: str, left: float, base: float, size: float = _UNIT, face: str = "Song") -> list[Glyph]:
    """Characters side by side, each as wide as the type is high."""
    setting = Setting(size, face)
    return [Glyph(char, left + at * size, left + (at + 1) * size, base, setting) for at, char in enumerate(text)]


def drawn(text: str) -> list[Row]:
    """The rows of a page as the cases draw it."""
    out: list[Row] = []
    for page, part in enumerate(text.split("=== page\n"), 1):
        for line, content in enumerate(part.split("\n")):
            size = _UNIT * 1.4 if content.startswith("@") else _UNIT
            bare = content.removeprefix("@")
            if bare:
                out += rows(runs(glyphs(bare, 100, 100 + line * _LEADING, size)), page)
    return out


def row(text: str, base: float, size: float = _UNIT, page: int = 1, left: float = 100) -> Row:
    """One row."""
    return rows(runs(glyphs(text, left, base, size)), page)[0]


@pytest.mark.parametrize("case", cases("reading/pdf_paragraphs.md"), ids=str)
def test_paragraphs(case: Case) -> None:
    """Rows are joined to the paragraphs the case expects."""
    found = paragraphs(drawn(case.input + "\n"), _UNIT, Hints(tag="p"))
    assert [draft.text for draft in found] == case.expected.split("\n"), case.where


@pytest.mark.parametrize("case", cases("reading/pdf_folios.md"), ids=str)
def test_folios(case: Case) -> None:
    """A line is a folio, or is not."""
    assert ["yes" if is_folio(line) else "no" for line in case.input.split("\n")] == case.expected.split("\n"), case.where


def test_glyphs_stored_out_of_order() -> None:
    """A line is read from left to right however its pieces are stored; quotes of another font fall into their place."""
    quotes = [*glyphs("“", 120, 100, face="Other"), *glyphs("”", 160, 100, face="Other")]
    found = rows(runs([*quotes, *glyphs("锚定", 100, 100), *glyphs("三大目", 130, 100), *glyphs("标不动", 170, 100)]), 1)
    assert [one.text for one in found] == ["锚定“三大目”标不动"]


def test_raised_figures() -> None:
    """A small raised figure joins its line as a call [n]; a line of small print above a line does not."""
    call = glyphs("12", 120, 96, 5)
    found = rows(runs([*glyphs("目标", 100, 100), *call, *glyphs("不动摇", 130, 100)]), 1)
    assert [one.text for one in found] == ["目标[12]不动摇"]
    assert found[0].anchors == (((2, 6), "12"),)
    apart = rows(runs([*glyphs("小字一行", 300, 96, 5), *glyphs("目标", 100, 100)]), 1)
    assert [one.text for one in apart] == ["小字一行", "目标"]


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("1", "目标", ("[1]", "1")),
        (" 12 ", "CDMO", ("[12]", "12")),
        ("[3]", "目标", ("[3]", "3")),
        ("①", "目标", ("①", "①")),
        ("2", "绿地5km", None),
        ("2", "面积28万m", None),
        ("3", "水量5亿m", None),
        ("2", "CDM", ("[2]", "2")),
        ("th", "5", None),
        ("2025", "年", None),
    ],
)
def test_called(text: str, before: str, expected: tuple[str, str] | None) -> None:
    """Raised figures call notes; the powers of units and other raised text do not."""
    assert called(text, before) == expected


def test_word_gaps() -> None:
    """A blank is written where Latin words stand apart, and between ideographs only at a wide gap."""
    wide = [*glyphs("区长", 100, 100), *glyphs("赵", 130, 100)]
    near = [*glyphs("区长", 100, 100), *glyphs("赵", 122, 100)]
    latin = [*glyphs("AI", 100, 100), *glyphs("OK", 123, 100)]
    assert [rows(runs(one), 1)[0].text for one in (wide, near, latin)] == ["区长 赵", "区长赵", "AI OK"]


def test_radicals() -> None:
    """A radical a careless font names becomes the character it prints; other characters stay."""
    assert [same(char) for char in "⼀⽅⻓⼾年一—①"] == list("一方长户年一—①")


def test_off_the_page() -> None:
    """What stands far off the page, or nowhere, is in no line; what only sticks out is."""
    seen = [*glyphs("甲", -20, 100), *glyphs("乙", 100, 100)]
    unseen = [*glyphs("丙", 1e9, 100), *glyphs("丁", float("nan"), 100), *glyphs("戊", 100, 1e9), *glyphs("己", 100, 100, 1e7)]
    assert [one.setting.upright for one in placed([*seen, *unseen], 600, 800)] == [True, True, False, False, False, False]


def _pages(count: int) -> list[list[Row]]:
    """Pages with a running head, a folio and text of their own."""
    words = "经济社会民生改革开放创新生态文化教育"
    return [[row("会议文件", 40), *(row(words[n] * 15, 200 + 15 * i) for i in range(4)), row(f"— {n + 1} —", 770)] for n in range(count)]


def test_running_heads() -> None:
    """What repeats at the edges of pages is margin, page numbers aside."""
    found = margins(_pages(4), [_HEIGHT] * 4)
    assert [(one.head, one.foot) for one in found] == [(frozenset({0}), frozenset({5}))] * 4


def test_text_at_the_edge() -> None:
    """The first and last lines of text are no margin, even when they reach into the edge, nor is what stands once."""
    pages = [[row("各位代表", 60 + n), row("经济" * 8, 200), row("民生" * (n + 3), 760)] for n in range(3)]
    assert all(not one.head and not one.foot for one in margins([[*pages[0][1:]], [*pages[1][1:]]], [_HEIGHT] * 2))
    single = margins([[row("政府工作报告", 60), row("经济" * 8, 200)]], [_HEIGHT])
    assert not single[0].head


def test_notes_at_the_foot() -> None:
    """Small print at the foot that opens with the number of a call is a note; the note may run on over the page."""
    text = rows(runs([*glyphs("目标", 100, 600), *glyphs("1", 120, 596, 5), *glyphs("不动摇", 125, 600)]), 1)
    foot = [row("1“三大目标”：略", 700, 8), row("第二行", 712, 8)]
    body, under = split([*text, *foot], _UNIT, False)
    assert [one.text for one in body] == ["目标[1]不动摇"]
    _, more = split([row("经济" * 8, 600), row("第三行", 700, 8), row("[2]又一条", 712, 8)], _UNIT, True)
    assert [draft.text for draft in notes([*under, *more])] == ["[1]“三大目标”：略第二行第三行", "[2]又一条"]


def test_small_print_without_a_call_is_text() -> None:
    """Small print that no call points to stays where it is."""
    found = [row("经济" * 8, 600), row("注：数据为预计数", 700, 8)]
    assert split(found, _UNIT, False) == (found, [])


def test_two_columns() -> None:
    """Two columns are read one after the other, with a line over both where it stands."""
    title = glyphs("政府工作报告摘要政府工作报告摘要政府", 120, 80)
    left = [glyphs("左" * 12, 100, 100 + 15 * i) for i in range(8)]
    right = [glyphs("右" * 12, 240, 100 + 15 * i) for i in range(8)]
    found = runs(glyph for line in [title, *(line for pair in zip(left, right, strict=True) for line in pair)] for glyph in line)
    cut = gutter(found)
    assert cut is not None
    assert 220 < cut < 240
    assert [(side, len(group)) for side, group in in_order(found, cut)] == [(0, 1), (1, 8), (2, 8)]


def test_a_short_second_column() -> None:
    """The last page of a paper in two columns; a page whose lines run across the band is none."""
    left = [glyphs("左" * 12, 100, 100 + 15 * i) for i in range(12)]
    right = [glyphs("右" * 12, 240, 100 + 15 * i) for i in range(3)]
    found = runs(glyph for line in [*left, *right] for glyph in line)
    assert gutter(found) is None
    assert short_column(found, [228, 230, 230]) == 230
    assert short_column(found, []) is None
    assert short_column(runs(glyph for i in range(12) for glyph in glyphs("经" * 26, 100, 100 + 15 * i)), [230, 230]) is None
    assert short_column(runs(glyph for line in left for glyph in line), [230, 230]) is None


def test_one_column_and_tables() -> None:
    """A page of running text, and a table with a narrow column of numbers, are in one column."""
    text = [glyphs("经" * 26, 100, 100 + 15 * i) for i in range(20)]
    table = [[*glyphs(str(i % 10), 100, 100 + 15 * i), *glyphs("提供就业岗位", 220, 100 + 15 * i)] for i in range(20)]
    for lines in (text, table):
        assert gutter(runs(glyph for line in lines for glyph in line)) is None


def test_rows_come_from_top_to_bottom() -> None:
    """Rows are in the order they are printed, not stored."""
    found = rows(runs([*glyphs("丙", 100, 130), *glyphs("甲", 100, 100), *glyphs("乙", 100, 115)]), 1)
    assert [one.text for one in found] == ["甲", "乙", "丙"]
    assert all(above.base < below.base for above, below in pairwise(found))
