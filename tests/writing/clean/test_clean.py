"""The report alone: what is in it, what is not, and that Markdown changes no character of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.pipeline import convert
from converter.writing.clean import clean
from converter.writing.clean.counts import counts
from converter.writing.clean.markdown import escaped, guarded
from converter.writing.clean.pieces import pieces
from tests.build import FIRST, MASTHEAD, SECOND

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
PAGE = f"""首页>政务公开
{MASTHEAD}
{FIRST}
强化招商。全年引进“三个一批”[1]项目40个。
{SECOND}
注释：
1.“三个一批”：开工一批、投产一批、储备一批。
上一篇：没有了"""


def squeezed(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def test_markdown() -> None:
    """Title, byline, headings by level, text, glossary as footnotes; the site's lines are gone."""
    said = clean(convert(PAGE.encode(), "page.txt"), "md")
    assert said.startswith("# 2016年临江县政府工作报告\n\n*2016-01-27 临江县第十五届人民代表大会 县长 李明*\n\n各位代表:\n\n")
    assert "\n\n## 一、2015年工作回顾\n\n" in said
    assert "“三个一批”[^1]项目40个。" in said
    assert said.endswith("\n\n[^1]: **“三个一批”** 开工一批、投产一批、储备一批。\n")
    assert "首页" not in said
    assert "上一篇" not in said


def test_plain() -> None:
    """A line a paragraph; the text without labels of footnotes, the glossary below."""
    said = clean(convert(PAGE.encode(), "page.txt"), "txt")
    assert "强化招商。全年引进“三个一批”项目40个。\n" in said
    assert said.endswith("\n\n注释\n[1] “三个一批” 开工一批、投产一批、储备一批。\n")


def test_leads_are_bold() -> None:
    """The stop stands behind the bold type, where Markdown needs it."""
    said = clean(convert(SEEDS[2].read_bytes(), SEEDS[2].name), "md")
    assert "\n\n**经济发展势能增强**。地区生产总值增速" in said


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_nothing_of_the_text_is_lost(seed: Path) -> None:
    """Headings and paragraphs that are no glossary stand in the clean text, in order, less anchors."""
    document = convert(seed.read_bytes(), seed.name)
    said = squeezed(clean(document, "txt"))
    entries = [n.span for n in document.notes]
    at = 0
    for section in document.sections:
        for part in (section, *section.sections):
            for paragraph in part.paragraphs:
                if not any(a <= paragraph.span[0] < b for a, b in entries):
                    words = squeezed(re.sub(r"\[\d+\]", "", paragraph.text))
                    at = said.index(words, at)


def test_broken_lines_and_removed_words() -> None:
    """A broken line is whole, and a site's words in the text are gone."""
    document = convert(SEEDS[4].read_bytes(), SEEDS[4].name)
    said = clean(document, "txt")
    assert "二号首长" in (document.source.text or "")
    assert "二号首长" not in said


def test_counts() -> None:
    """A row for every role and one for all: without white space, the site's lines and the glossary."""
    document = convert(PAGE.encode(), "page.txt")
    rows = [row.split(",") for row in counts(document).splitlines()]
    assert rows[0] == ["document", "role", "headings", "paragraphs", "characters", "words"]
    assert rows[1][1:4] == ["opening", "0", "2"]
    assert rows[-1][1] == "all"
    for column in range(2, 6):
        assert int(rows[-1][column]) == sum(int(row[column]) for row in rows[1:-1])
    whole = squeezed("".join(p.text for p in pieces(document, document.source.text or "", document.ledger).pieces))
    assert int(rows[-1][4]) == len(whole)


@pytest.mark.parametrize(
    ("text", "words"),
    [("增长8.5%", 3), ("实施“5G+”工程", 5), ("COVID-19", 1), ("1,300亿元", 3), ("", 0), ("——。！", 0), ("A B", 2)],
)
def test_words(text: str, words: int) -> None:
    """A word is a Chinese character, or a run of letters and digits; punctuation is none."""
    from converter.writing.clean.counts import _WORD

    assert len(_WORD.findall(text)) == words


def test_a_compilation_has_every_report() -> None:
    """Two reports, one under the other, each with its counts."""
    document = convert(b"\n".join(path.read_bytes() for path in (SEEDS[2], SEEDS[0])), "two.txt")
    assert re.findall(r"^# (.+)$", clean(document, "md"), re.M) == ["2025年沈阳市铁西区人民政府工作报告", "沈阳市铁西区2014年政府工作报告"]
    assert counts(document).count(",all,") == 2


@given(st.text())
def test_escapes_change_no_character(text: str) -> None:
    """What Markdown would take for markup is written with a backslash, nothing else is done."""
    assert re.sub(r"\\([\\`*_\[\]<>~|])", r"\1", escaped(text)) == text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# 一", "\\# 一"),
        ("1. 一", "1\\. 一"),
        ("12) 一", "12\\) 一"),
        ("- 一", "\\- 一"),
        ("1.5倍", "1\\.5倍"),
        ("一、", "一、"),
        ("(1)", "(1)"),
    ],
)
def test_a_line_is_no_markup(line: str, expected: str) -> None:
    """A paragraph that begins like a heading or a list is none."""
    assert guarded(line) == expected
