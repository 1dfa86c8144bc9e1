"""What a heading may be dressed up with: 【一、2023年工作回顾】, ★一、2023年工作回顾, ▲2023年工作回顾."""

from __future__ import annotations

from converter.numbering import BULLETS, may_begin

ORNAMENTS = f"{BULLETS}【"
_LONGEST = 60  # characters between brackets


def undressed(text: str, at: int) -> int:
    """Where a number begins behind an ornament; `at` where none does."""
    begin = at + 1
    while text[begin : begin + 1].isspace():
        begin += 1
    return begin if text[at : at + 1] in ORNAMENTS and may_begin(text[begin : begin + 1]) else at


def bracketed(text: str, begin: int) -> int:
    """Where the bracket closes that a heading's number stands behind; -1 where it stands behind none."""
    return text.find("】", begin, begin + _LONGEST) if text[:begin].rstrip().endswith("【") else -1
