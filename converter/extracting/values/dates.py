"""Dates as reports and pages print them, and years on their own.

2026年1月27日, ２００５年３月２２日, 二〇二六年一月二十七日, 二○○四年二月, 2024-12-27, 2024/12/27, 2024.12.27,
2 0 1 4 年. A date that no calendar has is read too and says so: the raw text is not lost and nothing is guessed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from converter.frozen import dataclass
from converter.text import Span, shadow

# Zero is written with four look-alikes; the last two are letters in every encoding that has no 〇.
ZEROS = "〇○零Ｏ0O"
_DIGITS = {**dict(zip("一二三四五六七八九", range(1, 10), strict=True)), **dict.fromkeys(ZEROS, 0), "两": 2}
_PLACE = f"(?: ?[一二三四五六七八九{ZEROS}]){{2}}"
# What may not stand before a year is asked behind its first character: the engine passes over others only where all begin with one.
_YEAR = (
    rf"(?:1(?<![\d.]1) ?9 ?\d ?\d|2(?<![\d.]2) ?0 ?\d ?\d"
    rf"|一(?<![\d.]一) ?九{_PLACE}|二(?<![\d.]二) ?[{ZEROS}]{_PLACE})"
)
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十](?: ?[一二三四五六七八九十]){0,2}|元)"
_PRINTED = re.compile(rf"(?P<year>{_YEAR}) ?年(?:初|底|末)?(?: ?(?P<month>{_SMALL}) ?月(?:份)?(?: ?(?P<day>{_SMALL}) ?[日号])?)?")
_FOUR = re.compile(r"\d\d\d\d")  # such a figure or 年 is in every date
_NUMERIC = re.compile(
    r"(?P<year>(?:1(?<![\d\-/.]1)9|2(?<![\d\-/.]2)0)\d\d)(?P<mark>[\-/.—])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d%])"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date or the part of one that is printed, and where."""

    year: int
    month: int | None
    day: int | None
    span: Span

    @property
    def real(self) -> bool:
        """Whether the calendar has it."""
        try:
            datetime.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return self.month != 0 and self.day != 0

    @property
    def iso(self) -> str | None:
        """YYYY-MM-DD or YYYY-MM; None without a month or where the calendar has no such day."""
        if self.month is None or not self.real:
            return None
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")


def year_number(printed: str) -> int:
    """2014, 2 0 1 4, 二〇一四, 二○一四 as a number."""
    return int(printed if printed.isdecimal() else "".join(str(_DIGITS.get(c, c)) for c in printed if c != " "))


def small_number(printed: str) -> int:
    """1–99 in Arabic or Chinese numerals; 元 (元月) is 1; 0 where the characters make no number. Blanks between them are nothing."""
    printed = printed.replace(" ", "")
    if printed.isascii() and printed.isdigit():
        return int(printed)
    if printed == "元":
        return 1
    tens, ten, ones = printed.rpartition("十")
    if not ten:
        digits = [_DIGITS.get(c) for c in printed]
        return 0 if None in digits or not digits else int("".join(map(str, digits)))
    if len(tens) > 1 or len(ones) > 1 or not all(c in _DIGITS for c in tens + ones):
        return 0
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def dates(text: str, cast: str | None = None) -> Iterator[Date]:
    """Every date in the text with at least its year, in order; spans are offsets into the text. cast: its shadow, if known."""
    if not _dated(text, cast):
        return
    grey = shadow(text) if cast is None else cast
    found = list(_NUMERIC.finditer(grey)) if "19" in grey or "20" in grey else []
    if "年" in grey:
        found = sorted([*_PRINTED.finditer(grey), *found], key=re.Match.start)
    for match in found:
        yield Date(
            year_number(match["year"]),
            small_number(match["month"]) if match["month"] else None,
            small_number(match["day"]) if match["day"] else None,
            match.span(),
        )


def _dated(text: str, cast: str | None) -> bool:
    """Whether there can be a date; asked of each line of a page, most of which have none."""
    return "年" in text or bool(_FOUR.search(text) if cast is None else "19" in cast or "20" in cast)


def full_dates(text: str, cast: str | None = None) -> list[Date]:
    """The dates that print a month at least."""
    return [date for date in dates(text, cast) if date.month is not None] if _dated(text, cast) else []
