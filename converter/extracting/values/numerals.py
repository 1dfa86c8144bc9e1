"""Numerals, Arabic and Chinese, in exact arithmetic. Parsed only where a grammar expects one: 一般 holds no number."""

from __future__ import annotations

import re
from decimal import Decimal

from converter.expressions import rare

_DIGITS = {mark: n for n, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_DIGIT = "[零〇○一二两三四五六七八九]"

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?"
# 九千九百九十九万九千九百九十九 has 15 characters; of longer rows, which say no number, so many are looked at
_ROW = "[零〇○一二两三四五六七八九十百千]"
CHINESE = rf"{_ROW}{{1,16}}(?:万{_DIGIT}{_ROW}{{0,16}})?(?:点{_DIGIT}{{1,16}})?"
# what scrapers and censors left of a number: XX, ××, X.X, and $1.$2 of a failed replacement
PLACEHOLDER = r"\d*(?:\$\d\.?)+\d*|\d*[Xx×]{1,5}(?:\.[Xx×]{1,3})?(?![A-Za-z])|\d*\*{1,5}(?=[万亿%个元])"
LONGEST = 18  # digits of the longest figure a report can mean (元 of the national product has 15)


def numeral(text: str) -> Decimal | None:
    """The number a shadow numeral says, or None where it says none (a placeholder, 万 alone, too many digits)."""
    if text.isdecimal() and len(text) <= LONGEST:
        return Decimal(text)
    if len(text) > LONGEST + 8:
        return None
    if text.endswith("万") and len(text) > 1:
        whole = numeral(text[:-1])
        return None if whole is None else whole * 10000
    if _ARABIC.fullmatch(text):
        plain = Decimal(text.replace(",", "") if "," in text else text)
        return plain if len(text) <= LONGEST or plain < _TOO_LARGE else None
    return _chinese(text) if _CHINESE.fullmatch(text) else None


_ARABIC, _CHINESE, _TOO_LARGE = re.compile(ARABIC), re.compile(CHINESE), Decimal(10) ** LONGEST


def _chinese(text: str) -> Decimal | None:
    whole, _, fraction = text.partition("点")
    high, myriad, low = whole.rpartition("万")
    parts = [_below_myriad(high) if myriad else 0, _below_myriad(low)]
    if None in parts:
        return None
    tail = "".join(str(_DIGITS[mark]) for mark in fraction)
    return Decimal(f"{(parts[0] or 0) * 10000 + (parts[1] or 0)}{'.' + tail if tail else ''}")


def tenths(value: Decimal | None, more: str) -> Decimal | None:
    """Tenths (成) as per cent: 两成 20, 一成二 12, 三成半 35; more: what is printed behind 成."""
    return None if value is None else value * 10 + (5 if more == "半" else (numeral(more) or 0) if more else 0)


_PLACES = rare("[十百千]")


def _below_myriad(text: str) -> int | None:
    """一千三百二十 as 1320, 二〇二六 as 2026, 百 as 100; a digit after a skipped place counts by its mark (一百五 = 150)."""
    if not _PLACES.search(text):
        return int("".join(str(_DIGITS[mark]) for mark in text)) if text else None
    total, digit, last = 0, None, 10
    for mark in text:
        if mark in _TENS:
            total += (1 if digit is None or digit == 0 else digit) * _TENS[mark]
            digit, last = None, _TENS[mark]
        elif digit is not None and digit != 0:
            return None  # two digits in a row beside a place mark: 二三十 is a range, not a number
        else:
            digit = _DIGITS[mark]
            last = 10 if digit == 0 else last
    return total + (digit or 0) * (last // 10)


def in_chinese(number: int) -> str:
    """A whole number below 10^8 in Chinese numerals, as documents print it."""
    if number >= 10000:
        high, low = divmod(number, 10000)
        gap = "零" if 0 < low < 1000 else ""
        return in_chinese(high) + "万" + (gap + in_chinese(low) if low else "")
    out, zero = "", False
    for place, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            out += ("零" if zero and out else "") + "零一二三四五六七八九"[digit] + mark
            zero = False
        else:
            zero = True
    return out or "零"
