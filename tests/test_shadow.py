"""The shadow: same length, uniform marks, the same as the table says, for any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.text import _TABLE, shadow, with_stops

MARKS = "".join(map(chr, _TABLE))


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(MARKS))))
def test_the_shadow_is_the_table_applied(text: str) -> None:
    """Character for character what the table gives, so that every offset holds."""
    assert shadow(text) == text.translate(_TABLE)


def test_no_mark_becomes_another_mark_of_the_table() -> None:
    """Marks may be replaced in any order."""
    assert all(ord(plain) not in _TABLE or _TABLE[ord(plain)] == plain for plain in _TABLE.values())


def test_long_texts_are_looked_through_to_their_end() -> None:
    """A mark behind many others is replaced as well."""
    text = "文" * 200_000 + "，" * 70_000 + "（"
    assert shadow(text) == "文" * 200_000 + "," * 70_000 + "("


def test_points_that_are_full_stops() -> None:
    """Behind a per cent sign or a quotation always, between characters where a text has hardly any other; decimals and names stay."""
    assert with_stops('增长8.5%.投资增长6.5%.\n打出"组合拳".王.李') == '增长8.5%。投资增长6.5%。\n打出"组合拳"。王.李'
    assert with_stops("增长8.5亿元.全县上下攻坚克难.") == "增长8.5亿元.全县上下攻坚克难."
    many = "全县上下攻坚克难.投资增长6.5亿元.\n" * 12
    assert with_stops(many) == "全县上下攻坚克难。投资增长6.5亿元。\n" * 12
