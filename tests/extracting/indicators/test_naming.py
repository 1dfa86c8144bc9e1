"""The search for names finds what the plain alternation of all names finds, only sooner."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.extracting.indicators.naming import COMPOSITES, _unless, named
from converter.lexicons import load, patterns
from converter.lexicons.openings import openings
from converter.text import shadow

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
ROWS = load("indicators")["indicators"]
WORDS = [word for row in ROWS for word in re.findall("[\u4e00-\u9fff]{2,}", "".join(row["names"]))]
LETTERS = "".join(sorted({char for row in ROWS for name in row["names"] for char in name if char.isalnum()})) + "、和与第一二三"


@cache
def plain() -> re.Pattern[str]:
    """All names at every character."""
    several = [f"(?P<{name}>{expression})" for name, expression in COMPOSITES.items()]
    rows = [f"(?P<{row['id']}>(?>{patterns(row['names'])}){_unless(row)})" for row in ROWS]
    return re.compile("|".join([*several, *rows]))


def same(text: str) -> bool:
    """Whether both searches give the same spans and ids."""
    return [(m.span(), m.lastgroup) for m in named(text)] == [(m.span(), m.lastgroup) for m in plain().finditer(text)]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_same_names_in_reports(seed: Path) -> None:
    """In whole reports."""
    assert same(shadow(seed.read_text("utf-8")))


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(LETTERS))))
def test_the_same_names_in_any_text(pieces: list[str]) -> None:
    """In pieces of names in any order."""
    assert same("".join(pieces))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("地区生产", "地区"),
        ("(?:全市|全)?收入", "全市 全收 收入"),
        ("[一二]产", "一产 二产"),
        ("工{1,2}业", "工业 工工"),
        ("(?:总)*量", "总总 总量 量"),
        (r"GDP|R&D", "GD R&"),
        (r"人\d", "人"),
        ("率(?!高)", "率"),
        ("(?<=全)市长", "市长"),
        ("(?P<x>甲(?:乙|丙)?)丁", "甲乙 甲丙 甲丁"),
    ],
)
def test_openings(source: str, expected: str) -> None:
    """The first two characters of what an expression matches."""
    assert openings(source, 2) == set(expected.split())


@pytest.mark.parametrize(
    ("source", "expected"), [("地区生产", "地区生"), ("(?:全市)?收入", "全市收 收入"), ("(?:总)*量", "总总总 总总量 总量 量")]
)
def test_three_characters(source: str, expected: str) -> None:
    """And the first three."""
    assert openings(source) == set(expected.split())


@pytest.mark.parametrize("source", [".", "a?", r"\d+人", "[^一]", ""])
def test_what_may_begin_with_anything_is_refused(source: str) -> None:
    """An expression that could match anywhere has no openings."""
    with pytest.raises(ValueError, match="anything"):
        openings(source)
