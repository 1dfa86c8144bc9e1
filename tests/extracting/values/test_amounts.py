"""Numerals, quantities, bounds and periods: what is read, and what is no number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.extracting.context import Years
from converter.extracting.values.bounds import bound_after, bound_of
from converter.extracting.values.numerals import in_chinese, numeral
from converter.extracting.values.periods import TIME, period
from converter.extracting.values.quantities import quantity
from converter.extracting.values.signs import may_have
from converter.extracting.values.units import in_base
from converter.text import shadow
from tests.spec import Case, cases

YEARS = Years(2025, 2024, 2025)


def quantities(text: str) -> list[str]:
    """Every quantity of a text as the cases write it."""
    grey, at, out = shadow(text), 0, []
    while at < len(grey):
        found = quantity(grey, at)
        if found is None:
            at += 1
            continue
        figure = "?" if found.low is None else str(found.low) + (f"-{found.high}" if found.high is not None else "")
        out.append(" ".join(filter(None, [found.kind, figure, found.unit, found.bound])))
        at = found.end
    return out


@pytest.mark.parametrize("case", cases("extracting/values/numerals.md"), ids=str)
def test_numerals(case: Case) -> None:
    """Each line is a whole numeral or none."""
    assert "\n".join(str(numeral(shadow(line))) for line in case.input.split("\n")) == case.expected


@pytest.mark.parametrize("case", cases("extracting/values/quantities.md"), ids=str)
def test_quantities(case: Case) -> None:
    """Every quantity of the text, and nothing else."""
    assert "\n".join(quantities(case.input)) == case.expected


@pytest.mark.parametrize("case", cases("extracting/values/bounds.md"), ids=str)
def test_bounds(case: Case) -> None:
    """`before` and a word, or `after` and what follows the figure."""
    side, text = case.input.split(" ", 1)
    assert str(bound_of(text) if side == "before" else bound_after(text, 0)[0]) == case.expected


@pytest.mark.parametrize("case", cases("extracting/values/periods.md"), ids=str)
def test_periods(case: Case) -> None:
    """The times of a text, in a report of 2025 about 2024; `plan:` reads as the part that announces."""
    planned = case.input.startswith("plan:")
    found = [period(match, YEARS, planned) for match in TIME.finditer(shadow(case.input.removeprefix("plan:")))]
    assert "\n".join("part of a year" if p and p.part else str(p) for p in found) == case.expected


@given(st.integers(0, 99_999_999))
def test_chinese_numerals_print_and_parse(number: int) -> None:
    """Parsing what was printed gives the number back."""
    assert numeral(in_chinese(number)) == number


@given(st.decimals(0, 10**12, places=2))
def test_arabic_numerals_print_and_parse(number: Decimal) -> None:
    """Plain and with thousands marks, full-width or not."""
    assert numeral(f"{number:f}") == number
    assert numeral(f"{number:,f}") == number
    wide = f"{number:f}".translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789."})
    assert numeral(shadow(wide)) == number


@given(st.text("一二三四五六七八九十百千万亿零两点0123456789.,%$Xx×*倍番翻元人吨至—- ", max_size=30))
def test_any_text_is_survived(text: str) -> None:
    """No sequence of marks raises or reads past the end."""
    for at in range(len(text)):
        found = quantity(text, at)
        assert found is None or (found.start == at and at < found.end <= len(text))


@given(st.text("一三十百万亿两点09.,%$X*—至破超翻番倍增元人家吨成的个百分之点多 ", max_size=12))
def test_an_amount_has_its_sign(text: str) -> None:
    """A text in which an amount is read is one that can have one."""
    assert may_have(text, 0, len(text)) or not any(quantity(text, at) for at in range(len(text)))


def test_a_million_digits_are_no_figure() -> None:
    """Too long to mean anything: no value, no exception."""
    assert numeral("9" * 10**6) is None


@pytest.mark.parametrize(
    ("value", "unit", "dimension", "base"),
    [
        ("1.5", "万亿元", "money", (Decimal("1.5E+12"), "元")),
        ("515.6", "亿斤", "mass", (Decimal("25780000"), "吨")),
        ("45", "万人", "persons", (Decimal("4.5E+5"), "人")),
        ("200", "亿", "money", (Decimal("2E+10"), "元")),
        ("300", "万亩", "mass", None),
    ],
)
def test_base_units(value: str, unit: str, dimension: str, base: tuple[Decimal, str] | None) -> None:
    """Multiplier and unit applied in decimal arithmetic; a unit of another dimension gives nothing."""
    assert in_base(Decimal(value), unit, dimension) == base
