"""What can be told of a regular expression, so that a text without it is not searched."""

from __future__ import annotations

import re

import pytest

from converter.extracting.indicators.heads import _PATTERNS
from converter.lexicons.openings import beginning, gate, openings, quick
from converter.lexicons.signs import signs
from converter.stripping.chrome import _starts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("公文搜网?", "公文搜"),
        ("更多[^,。]{0,4}(?:请|敬请)关注", "更多"),
        ("(?:第一|最新)范文(?!明)", "第一 最新"),
        (".{0,60}(?:公文写作|写作格式).{0,9}", "公文写作 写作格式"),
        ("(?:甲乙)?丙", "丙"),
        ("甲|乙", "甲 乙"),
        ("甲|.", ""),
        (r"\d{1,3}/\d{1,3}$", "/"),
        (r"\d+年度", "年度"),
        ("人{2}民", "民"),
        (r"A\.B", "A.B"),
        ("(?<=甲)[乙丙]", ""),
        ("(?i:abc)丁", ""),
    ],
)
def test_what_every_match_holds(source: str, expected: str) -> None:
    """One of these; what is optional, repeated or looked around for is none."""
    assert signs(source) == set(expected.split())


def test_a_gate_opens_for_every_match() -> None:
    """In whatever case, and for expressions that may begin with anything."""
    assert gate(["QQ群", "本站"]).search("加qq群")
    assert not gate(["QQ群", "本站"]).search("加群")
    assert gate(["本站", r".\d{3}号"]).search("第123号")


@pytest.mark.parametrize("source", ["公文(?:网|搜)|范文", r"\*\d|QQ|甲(?=乙)", "[甲乙]|丙丁"])
def test_a_quick_search_finds_where_each_match_begins(source: str) -> None:
    """Whether one character of it is known or two; and nothing else."""
    for text in ("公文网、范文搜公文搜", "*7和*和QQ", "甲乙丙甲丙丁", "公范文", ""):
        begins = [found.start() for found in re.finditer(f"(?={source})", text)]
        assert [found.start() for found in re.finditer(quick(openings(source, 2), source), text)] == begins


def test_beginnings_and_what_has_none() -> None:
    """Three characters each, or fewer; an expression that may begin with anything is given back."""
    assert beginning(["首页", ".{0,9}网", "[上下]一篇"]) == (frozenset({"首页", "上一篇", "下一篇"}), [".{0,9}网"])


def test_no_beginning_of_a_site_s_line_is_asked_of_every_line() -> None:
    """Each has an opening or signs, for which all lines are looked through at once."""
    starts = _starts()
    assert [starts.rows[number] for number in starts.untold] == []


def test_signs_of_heads_begin_plainly() -> None:
    """One that begins with a class keeps the engine from passing over characters, for all of them."""
    assert [sign.pattern for _, sign, _ in _PATTERNS if any(one[:1] in "[(\\" for one in sign.pattern.split("|"))] == []
