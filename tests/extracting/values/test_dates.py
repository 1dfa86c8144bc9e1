"""Dates: what is read, what is read and marked as impossible, what is no date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.extracting.values.dates import Date, dates, small_number, year_number
from tests.spec import Case, cases

DIGITS = "〇一二三四五六七八九"


def show(date: Date) -> str:
    """A date as the cases write it."""
    parts = [f"{date.year:04d}", *(f"{part:02d}" for part in (date.month, date.day) if part is not None)]
    return "-".join(parts) + ("" if date.real else " !")


@pytest.mark.parametrize("case", cases("extracting/values/dates.md"), ids=str)
def test_dates(case: Case) -> None:
    """Every date of the text is read, and nothing else."""
    assert "\n".join(show(date) for date in dates(case.input)) == case.expected


def chinese(number: int) -> str:
    """1–99 as a Chinese numeral."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")


@given(st.integers(1, 99))
def test_small_numbers_printed_and_read_are_the_same(number: int) -> None:
    """Print → parse is the identity on 1–99, in both kinds of numerals."""
    assert small_number(chinese(number)) == number
    assert small_number(str(number)) == number


@given(st.integers(1900, 2099))
def test_years_printed_and_read_are_the_same(year: int) -> None:
    """Print → parse is the identity on years."""
    assert year_number("".join(DIGITS[int(c)] for c in str(year))) == year
    assert year_number(" ".join(str(year))) == year


@given(st.dates(), st.text("年月日在第一次 (（,", max_size=6))
def test_printed_dates_are_found_where_they_stand(date: object, before: str) -> None:
    """A printed date is read back from inside any text, and its span holds exactly its characters."""
    import datetime

    assert isinstance(date, datetime.date)
    if not 1950 <= date.year <= 2060:
        return
    printed = f"{date.year}年{date.month}月{date.day}日"
    found = list(dates(f"{before}{printed}在"))
    assert [d.iso for d in found] == [date.isoformat()]
    low, high = found[0].span
    assert f"{before}{printed}在"[low:high] == printed


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Spans stay inside the text whatever it holds."""
    for date in dates(text):
        assert 0 <= date.span[0] < date.span[1] <= len(text)
