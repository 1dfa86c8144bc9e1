"""Characters that are gone from the source: what decoding could not read, and digits missing in Chinese years."""

from __future__ import annotations

import re

from converter.expressions import HAN, rare
from converter.mending.blocks import Noise
from converter.text import Joined, View

_UNREAD = re.compile("\ufffd+")
# 二三五年 for 二〇三五年: a year of this or the last century written in three numerals.
_NUMERAL = "一二三四五六七八九"
_BEFORE = f"[{_NUMERAL}十百千万〇○零第]"
_YEAR = rare(rf"(?:二(?<!{_BEFORE}二)[一二三]|一(?<!{_BEFORE}一)九)[{_NUMERAL}]年(?![级制期来间内以])")
# 面推进 for 全面推进, where a sentence begins; left out: 快, 强 (快推进、快建设, 强管理), 力促, 力推 and 续建, which are words.
_DOES = "(?:发展|实施|加强|加快|落实|提升|提高|深化|打造|完善|开展|构建|培育|做好|抓好|增强|改善|优化|扩大|贯彻|支持|推行)"
_WORD = rf"[力面实入断极续](?:推[进动](?={HAN})|{_DOES})"
_HALF = re.compile(rf"(?:(?<=[。;!])|\A) *({_WORD})")
# One of these is in all that is found, but for what begins the first text; a plain character in front of each: quick.
_SIGNS = [re.compile(sign) for sign in (f"年(?<=[{_NUMERAL}]{{3}}年)", *(f"{before} *{_WORD}" for before in "。;!\n"))]


def losing(texts: Joined) -> set[int]:
    """Which of the texts may have lost characters."""
    return texts.having("\ufffd").union([0] if _HALF.match(texts.text) else (), *map(texts.touched, _SIGNS))


def lost_characters(view: View) -> list[Noise]:
    """U+FFFD runs, years that lack a numeral, the first word of a sentence without its first character."""
    text = view.shadow
    whole = (m.span() for pattern in (_UNREAD, _YEAR) for m in pattern.finditer(text))
    found = sorted([*whole, *(m.span(1) for m in _HALF.finditer(text))])
    return [Noise("lost_character", view.text[a:b], view.span(a, b)) for a, b in found]
