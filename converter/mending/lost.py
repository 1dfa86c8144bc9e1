"""Characters that are gone from the source: what decoding could not read, and digits missing in Chinese years."""

from __future__ import annotations

import re

from converter.mending.blocks import Noise
from converter.text import View

_UNREAD = re.compile("\ufffd+")
# 二三五年 for 二〇三五年: a year of this or the last century written in three numerals.
_NUMERAL = "一二三四五六七八九"
_BEFORE = f"[{_NUMERAL}十百千万〇○零第]"
_YEAR = re.compile(rf"(?:二(?<!{_BEFORE}二)[一二三]|一(?<!{_BEFORE}一)九)[{_NUMERAL}]年(?![级制期来间内以])")
SIGN = f"\ufffd|年(?<=[{_NUMERAL}]{{3}}年)"  # one of these is in all that is found; the rarest character in front: quick


def lost_characters(view: View) -> list[Noise]:
    """U+FFFD runs, and years that lack a numeral."""
    text = view.shadow
    found = sorted(m.span() for pattern in (_UNREAD, _YEAR) for m in pattern.finditer(text))
    return [Noise("lost_character", view.text[a:b], view.span(a, b)) for a, b in found]
