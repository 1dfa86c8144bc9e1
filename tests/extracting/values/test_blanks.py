"""Blanks that line breaks left within words are passed over; those between words of other scripts stay."""

from __future__ import annotations

import pytest

from converter.extracting.values.blanks import closed


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("社会消 费品零售总额", "社会消费品零售总额"),
        ("115.95亿美 元", "115.95亿美元"),
        ("GDP 能耗", "GDP能耗"),
        ("增长 12%", "增长12%"),
        ("2023 2024", "2023 2024"),
        ("Li Ming", "Li Ming"),
    ],
)
def test_blanks(printed: str, read: str) -> None:
    """A single blank beside a Chinese character goes; one between numbers or foreign words does not."""
    assert closed(printed) == read
