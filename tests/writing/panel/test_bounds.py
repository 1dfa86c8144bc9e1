"""Ends and middle of a figure, and what falls short of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.writing.panel.bounds import Bounds, growth, level
from converter.writing.panel.shortfall import shortfall
from tests.writing.samples import statement


def bounds(lower: str, upper: str, unit: str = "%") -> Bounds:
    """- is an open end."""
    low, high = (None if end == "-" else Decimal(end) for end in (lower, upper))
    return Bounds(low, high, unit)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"growth": 7, "comparator": "eq"}, ("7", "7")),
        ({"growth": 7, "comparator": "about"}, ("7", "7")),
        ({"growth": 7, "comparator": "at_least"}, ("7", "-")),
        ({"growth": 3, "comparator": "at_most"}, ("-", "3")),
        ({"growth": 6, "growth_high": 6.5, "comparator": "range"}, ("6", "6.5")),
        ({"growth": -3, "comparator": "at_least"}, ("-", "-3")),  # 下降3%以上
        ({"growth": -4, "growth_high": -3, "comparator": "range"}, ("-4", "-3")),
        ({"growth": 2, "growth_unit": "fold", "comparator": "eq"}, ("100", "100")),  # 翻番
        ({"growth": 10, "comparator": "about", "growth_comparator": "at_least"}, ("10", "-")),
    ],
)
def test_growth(stated: dict[str, object], expected: tuple[str, str]) -> None:
    """Bounds of growth in per cent."""
    assert growth(statement("gdp", "target", "2024", **stated)) == bounds(*expected)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (
            {"value": 6, "value_high": 7, "unit": "万亿元", "value_base": 6e12, "unit_base": "元", "comparator": "range"},
            ("6e12", "7e12", "元"),
        ),
        ({"value": 5.5, "unit": "%", "comparator": "at_most"}, ("-", "5.5", "%")),
        ({"value": 900, "unit": "亿元", "value_base": 9e10, "unit_base": "元", "comparator": "at_least"}, ("9e10", "-", "元")),
    ],
)
def test_level(stated: dict[str, object], expected: tuple[str, str, str]) -> None:
    """Bounds of a level in base units; a rate has none and stays in per cent."""
    assert level(statement("gdp", "target", "2024", **stated)) == bounds(*expected)


@pytest.mark.parametrize("stated", [{}, {"unit": "亿元"}, {"comparator": "sync"}])
def test_nothing_stated(stated: dict[str, object]) -> None:
    """Without a figure there are no bounds."""
    made = statement("gdp", "target", "2024", **stated)
    assert (growth(made), level(made)) == (None, None)


@pytest.mark.parametrize(
    ("indicator", "target", "outcome", "expected"),
    [
        ("gdp", ("6", "6"), ("5.2", "5.2"), "0.8"),
        ("gdp", ("6", "-"), ("6.3", "6.3"), "-0.3"),
        ("gdp", ("6", "6.5"), ("6.2", "6.2"), "-0.2"),
        ("gdp", ("6", "6"), ("5", "-"), "1"),
        ("cpi", ("-", "3"), ("2", "2"), "-1"),
        ("cpi", ("3", "3"), ("4.8", "4.8"), "1.8"),
        ("surveyed_unemployment", ("5", "5.5"), ("5.6", "5.6"), "0.1"),
        ("registered_unemployment", ("4.5", "-"), ("4", "4"), "-0.5"),
        ("grain_output", ("-", "10"), ("12", "12"), "2"),
    ],
)
def test_shortfall(indicator: str, target: tuple[str, str], outcome: tuple[str, str], expected: str) -> None:
    """Positive where the target was missed; prices and unemployment miss it upwards."""
    assert shortfall(indicator, bounds(*target), bounds(*outcome)) == Decimal(expected)


@given(st.decimals(-50, 50, places=2), st.sampled_from(["eq", "about", "at_least", "at_most"]))
def test_a_target_just_reached_has_no_shortfall(figure: Decimal, comparator: str) -> None:
    """Whatever the bound, an outcome equal to the figure misses nothing."""
    made = growth(statement("gdp", "target", "2024", growth=float(figure), comparator=comparator))
    assert made is not None
    assert shortfall("gdp", made, Bounds(made.middle, made.middle, "%")) == 0
