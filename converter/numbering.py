"""The numbering of Chinese reports: 一、 (一) 1. (1) 第一、 and what number a mark stands for. Matched on the shadow."""

from __future__ import annotations

import re
from functools import lru_cache

from converter.expressions import HAN
from converter.frozen import dataclass

_HAN = "一二三四五六七八九十"
BULLETS = "★☆■□◆◇●○•▲△▼►▶※◎"  # what a heading or an entry of a list may begin with
HAN_NUMBER = rf"[{_HAN}]{{1,3}}"
_YEAR = r"(?:[12]\d{3}年)?"
_TITLE = rf"(?!年|[是要]|方面)(?={_YEAR}(?:{HAN}|[\"—,、\d]){{3,40}}$)"  # behind a number and a blank
# Style → pattern of the mark at the start of a line or after a full stop. Order: the first that matches.
STYLES: tuple[tuple[str, str], ...] = (
    ("part", rf"第 ?({HAN_NUMBER}) ?(?:部 ?分|章|篇)[、,.: ]?|([壹贰叁肆伍陆柒捌玖拾Ⅰ-Ⅻ]) ?[、.] ?"),
    ("han", rf"({HAN_NUMBER}) ?(?:[、.丶]|·(?![{_HAN}])|,(?=(?:[^\d。]|[12]\d{{3}}年){{2,40}}$)|:(?=.{{2,40}}$)| {_TITLE})"),
    ("paren", rf"(?:(?:[(〈<【\[] ?)?({HAN_NUMBER}) ?[)〉>】\]]|([㈠-㈩]))、?"),
    ("ordinal", rf"第({HAN_NUMBER})(?=[、,:])[、,:]"),
    ("arabic", r"(\d{1,2}) ?(?:\.(?!\d)|\.(?=[12]\d{3}年)|、)|([⒈-⒛])"),
    ("arabic_paren", r"\( ?(\d{1,2}) ?\)|(\d{1,2})\)|([⑴-⒇])"),
)
_MARK = re.compile("|".join(f"(?P<{style}>{pattern})" for style, pattern in STYLES))
_SINGLE = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"  # a number with its brackets or dot in one character
_FORMAL = "壹贰叁肆伍陆柒捌玖拾", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_FIRST = frozenset("".join((_HAN, "第(〈<【[", *_SINGLE, *_FORMAL)))  # beside digits, what a mark begins with


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbering mark: its style, its number, and where it ends in the text it was matched on."""

    style: str
    number: int
    start: int
    end: int


def han_number(text: str) -> int:
    """一..九十九 as used in numbering; 二十三 is 23. Malformed marks (十十) and numerals of other scripts, which \\d meets, give 0."""
    if not text or text.strip(_HAN):
        return 0
    if "十" not in text:
        return _HAN.index(text) + 1 if len(text) == 1 else 0
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 0
    return (_HAN.index(tens) + 1 if tens else 1) * 10 + (_HAN.index(ones) + 1 if ones else 0)


def _single(text: str) -> int:
    """㈢, ⒊, ⑶, 叁 and Ⅲ are 3; 0 for every other numeral."""
    return next((row.index(text) + 1 for row in (*_SINGLE, *_FORMAL) if text in row), 0)


@lru_cache
def _number(digits: str) -> int:
    return int(digits) if digits.isascii() else _single(digits) or han_number(digits)


def may_begin(first: str) -> bool:
    """Whether a mark can begin with this character of a shadow text."""
    return first in _FIRST or first.isdecimal()


def mark(text: str, at: int = 0) -> Mark | None:
    """The numbering mark that begins at an offset of a shadow text, if one does."""
    first = text[at : at + 1]
    if first not in _FIRST and not first.isdecimal():
        return None
    found = _MARK.match(text, at)
    if not found or not found.lastgroup:
        return None
    group = found.lastindex or 0  # the style's own; one of the three behind it is the number
    number = _number(found[group + 1] or found[group + 2] or found[group + 3])
    return Mark(found.lastgroup, number, at, found.end()) if number else None
