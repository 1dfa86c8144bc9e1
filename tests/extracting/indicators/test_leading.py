"""Whose figures follow a lead, and how far it reaches."""

from __future__ import annotations

import pytest

from converter.extracting.indicators.leading import led_by_part

LEAD = "民营经济实力明显增强。"


@pytest.mark.parametrize(
    ("text", "led"),
    [
        (f"{LEAD}实现", True),
        (f"{LEAD}全市实现", False),
        (f"{LEAD}新增企业5户。实现", True),
        (f"{LEAD}实现{'营业收入、' * 300}", True),
        (f"{LEAD}实现{'营业收入、' * 500}", False),
        ("实现", False),
    ],
    ids=["at once", "of the whole", "a sentence with figures between", "as far as it reaches", "farther", "none"],
)
def test_a_lead_reaches_so_far(text: str, led: bool) -> None:
    """Two thousand characters: what looks back without a bound takes the square of a paragraph's length."""
    assert led_by_part(text, len(text)) is led
