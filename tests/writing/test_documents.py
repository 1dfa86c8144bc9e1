"""JSON text of a document."""

from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from converter.models.document import Document
from converter.models.facts import Indicator
from converter.writing.documents import dumps
from tests.minimal import minimal


def fact(value: Decimal) -> Indicator:
    """An indicator with this value."""
    return Indicator(id="gdp", name="地区生产总值", kind="actual", period="2024", value=value, quote="x", span=(0, 1))


def test_spans_stand_on_one_line() -> None:
    """A pair of offsets is laid out as a pair."""
    assert '"span": [0, 13]' in dumps(minimal("[\n 1,\n 2\n]\n各位"))


@given(st.text(alphabet=st.one_of(st.sampled_from('[]0123456789,\n "\\'), st.characters(exclude_categories=["Cs"]))))
def test_indented_and_compact_say_the_same(text: str) -> None:
    """Layout never changes what a string holds."""
    document = minimal(text)
    assert json.loads(dumps(document)) == json.loads(dumps(document, compact=True))
    assert Document.model_validate_json(dumps(document)) == document


def test_chinese_stays_readable() -> None:
    """Text is written in UTF-8, not as escapes, and the file ends with a line feed."""
    said = dumps(minimal("各位代表"))
    assert "各位代表" in said
    assert said.endswith("}\n")


def test_figures_are_numbers() -> None:
    """1300 is printed 1300, 4.70 is printed 4.7, both without quotation marks."""
    for printed, expected in (("1300", "1300"), ("1300.0", "1300"), ("4.70", "4.7"), ("-0.5", "-0.5"), ("1E+3", "1000"), ("0.1", "0.1")):
        assert f'"value":{expected},' in fact(Decimal(printed)).model_dump_json()


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=3))
def test_figures_come_back(value: Decimal) -> None:
    """A figure of up to fifteen digits is read back as it was."""
    short = Decimal(f"{float(value):.15g}")
    assert Indicator.model_validate_json(fact(short).model_dump_json()).value == short
