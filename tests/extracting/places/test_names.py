"""Names of places: what is found in text, and that the table's own names are all found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.extracting.places.names import mentions, stem
from converter.extracting.places.table import divisions
from tests.spec import Case, cases


@pytest.mark.parametrize("case", cases("extracting/places/names.md"), ids=str)
def test_names(case: Case) -> None:
    """The longest name at each place."""
    assert "\n".join(f"{'~' * m.bare}{m.text} {len({r.code for r in m.rows})}" for m in mentions(case.input)) == case.expected


def test_every_name_of_the_table_is_found() -> None:
    """Each official name is read back whole."""
    for row in divisions():
        found = mentions(row.name)
        assert [m.text for m in found] == [row.name]
        assert row in found[0].rows


def test_stems() -> None:
    """Suffix and peoples go; a stem of one character does not stand."""
    names = ("沈阳市", "文山壮族苗族自治州", "内蒙古自治区", "赵县", "东乡族自治县")
    assert [stem(name) for name in names] == ["沈阳", "文山", "内蒙古", "赵县", "东乡族"]


@given(st.text(max_size=60))
def test_spans_hold_the_name(text: str) -> None:
    """Whatever the text: a mention is the text at its span, and mentions do not overlap."""
    at = 0
    for mention in mentions(text):
        assert text[mention.span[0] : mention.span[1]] == mention.text
        assert mention.span[0] >= at
        at = mention.span[1]


def test_a_province_stands_under_a_province_s_code() -> None:
    """No revision's slip is left that has one below another: 安徽省 in 浙江省."""
    provinces = [row for row in divisions() if row.name.endswith(("省", "自治区"))]
    assert {row.name: row.level for row in provinces} == {row.name: "province" for row in provinces}
    assert len({(row.name, row.code) for row in provinces}) == len({row.name for row in provinces})
