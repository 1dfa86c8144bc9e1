"""Number coverage: every figure of the body is bound, typed, a loose quantity, or unknown."""

from __future__ import annotations

import pytest

from converter.extracting.coverage import Coverage, coverage
from tests.extracting.trees import tree


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年1月27日，第3位，5G基站，“1+3+5”格局，2.9∶1。", Coverage(typed=10)),
        ("改造老旧小区682个、管网7912公里。", Coverage(unbound=2)),
        ("人口增长4.5%—5%。", Coverage(unbound=1)),
        ("编号1204的文件。", Coverage(rest=1)),
        ("没有数字。", Coverage()),
    ],
)
def test_kinds(text: str, expected: Coverage) -> None:
    """A date, an ordinal or a name is typed; a number with its unit is a quantity; the rest is unknown."""
    assert coverage(tree(text), ())[0] == expected


def test_what_a_fact_holds_is_bound() -> None:
    """A figure inside a fact's span is bound, whatever it is; loose quantities are listed with their spans."""
    text = "地区生产总值增长5%，改造小区682个。"
    counts, loose = coverage(tree(text), [(0, 10)])
    assert (counts, [text[slice(*span)] for span in loose]) == (Coverage(bound=1, unbound=1), ["682个"])


def test_share_of_an_empty_body() -> None:
    """Nothing to cover is covered."""
    assert coverage(tree(""), ())[0].share == 1
