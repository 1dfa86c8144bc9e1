"""Word files: what each construct of the format becomes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.reading.docx import read_docx
from converter.reading.docx.numerals import numeral
from converter.reading.source import Line, Source
from tests.reading.word import docx, from_case
from tests.spec import Case, cases

_CASES = [*cases("reading/docx_runs.md"), *cases("reading/docx_numbers.md"), *cases("reading/docx_blocks.md")]


def shown(source: Source) -> str:
    """The lines as the cases write them: tag, table row, text with bold between asterisks and tabs as arrows."""
    rows = [f"{_place(line)}| {_marked(source, line)}" for line in source.lines]
    anchors = " ".join(number for _, number in source.note_anchors)
    plain_calls = all("[" in source.text[a:b] for (a, b), _ in source.note_anchors)
    listed = source.note_anchors and (any(line.hints.tag in ("footnote", "endnote") for line in source.lines) or not plain_calls)
    return "\n".join([*rows, *([f"anchors| {anchors}"] if listed else [])])


def _place(line: Line) -> str:
    table = line.hints.table
    return f"{line.hints.tag}" + (f" {table[0]},{table[1]}" if table else "")


def _marked(source: Source, line: Line) -> str:
    out, at = "", line.start
    for low, high in line.hints.bold:
        out += source.text[at:low] + "**" + source.text[low:high] + "**"
        at = high
    return (out + source.text[at : line.end]).replace("\t", "→")


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_construct(case: Case) -> None:
    """A construct of the format becomes the lines the case expects."""
    assert shown(read_docx(from_case(case.input), "case.docx")) == case.expected, case.where


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "chineseCountingThousand", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1001, "chineseCountingThousand", "一千零一"),
        (20, "ideographDigital", "二〇"),
        (2, "ideographTraditional", "乙"),
        (3, "ideographZodiac", "寅"),
        (15, "chineseLegalSimplified", "壹拾伍"),
        (21, "decimalEnclosedCircle", "㉑"),
        (3, "decimalEnclosedParen", "⑶"),
        (3, "decimalFullWidth", "３"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (3, "none", ""),
        (51, "decimalEnclosedCircle", "51"),
        (12345, "chineseCounting", "12345"),
        (3, "someFutureFormat", "3"),
        (0, "chineseCounting", "0"),
    ],
)
def test_numeral(value: int, form: str, expected: str) -> None:
    """A number format writes a number as Word does, and in digits where it has no sign for it."""
    assert numeral(value, form) == expected


def test_bold_spans_point_into_the_text() -> None:
    """Bold and anchors are offsets into the whole text, not into their line."""
    body = "<w:p><w:r><w:t>甲乙</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>丁</w:t></w:r></w:p>"
    source = read_docx(docx(body), "x.docx")
    assert source.text == "甲乙\n丙丁"
    assert source.lines[1].hints.bold == ((4, 5),)


def test_link_share() -> None:
    """The share of linked characters is told; a jump within the document is no link."""
    run = "<w:r><w:t>四字的词</w:t></w:r>"
    body = f'<w:p><w:hyperlink r:id="a">{run}</w:hyperlink>{run}</w:p><w:p><w:hyperlink w:anchor="b">{run}</w:hyperlink></w:p>'
    assert [line.hints.link_share for line in read_docx(docx(body), "x.docx").lines] == [0.5, 0.0]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<>&￾￿"), min_size=1), min_size=1, max_size=6))
def test_every_run_is_in_the_text(texts: list[str]) -> None:
    """Whatever runs hold, all their characters stand in the text, in order."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in ["甲", *texts])
    assert read_docx(docx(f"<w:p>{runs}</w:p>"), "x.docx").text == "甲" + "".join(texts)
