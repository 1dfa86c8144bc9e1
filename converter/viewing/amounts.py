"""Figures as they are shown: number, unit, and bound as a sign."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from converter.models.facts import Indicator
from converter.viewing.labels import Language, label

_SIGNS: Final = {"about": "≈ ", "at_least": "≥ ", "at_most": "≤ "}


def number(figure: Decimal) -> str:
    """The figure without a tail of zeros; a long one in powers of ten."""
    if not figure.is_finite() or abs(figure.adjusted()) > 20:
        return f"{figure:.6g}"
    text = f"{figure:,f}" if abs(figure) >= 10000 else f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def level(fact: Indicator) -> str:
    """≥ 1,300 亿元; empty where no level is printed."""
    if fact.value is None:
        return f"… {fact.unit}" if fact.unit else ""
    high = f"–{number(fact.value_high)}" if fact.value_high is not None else ""
    return f"{_SIGNS.get(fact.comparator, '')}{number(fact.value)}{high} {fact.unit or ''}".strip()


def change(fact: Indicator, language: Language) -> str:
    """≈ +7%; in step with 经济增长; empty where no change is printed."""
    if fact.growth is None:
        return relative(fact, language)
    bound = fact.growth_comparator or (fact.comparator if fact.value is None else "eq")
    return f"{_SIGNS.get(bound, '')}{_signed(fact.growth, fact.growth_high, fact.growth_unit, language)}"


def relative(fact: Indicator, language: Language) -> str:
    """What a target without a figure of its own refers to."""
    if fact.comparator == "sync":
        return f"{label('sync_with', language)} {fact.reference or '…'}"
    if fact.comparator == "above_other":
        difference = fact.reference_difference
        word = label("below" if difference is not None and difference < 0 else "above", language)
        points = f" {number(abs(difference))} {label('points', language)}" if difference is not None else ""
        return f"{word} {fact.reference or '…'}{points}"
    return ""


def _signed(low: Decimal, high: Decimal | None, unit: str | None, language: Language) -> str:
    if unit == "fold":
        return f"× {number(low)}" + (f"–{number(high)}" if high is not None else "")
    sign = "+" if low > 0 else "−" if low < 0 else ""
    tail = f"–{number(high)}" if high is not None else ""
    return f"{sign}{number(abs(low))}{tail}" + (f" {label('points', language)}" if unit == "percentage_point" else "%")
