"""What a shadow has to have for an amount to stand in it."""

from __future__ import annotations

import re

from converter.extracting.values.quantities import TO


def may_have(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a shadow can have an amount, or a bare number, at all."""
    return _MARK.search(text, start, end) is not None or _SAID.search(text, start, end) is not None


_MARK = re.compile("[0-9$Xx×*]")
_ONES = "零〇○一二两三四五六七八九十百千"
# A Chinese numeral counts only before one of these units or in a range, a multiplier alone only behind one of these verbs. One class in
# front, and the rest asked behind it: what begins with a lookahead is tried at every character.
_SAID = re.compile(
    f"[翻实成破过超上达近{_ONES}{TO}](?<=(?=翻|实现倍增|成倍增长|百分之|[{_ONES}] ?(?:美?元|倍|成|%|‰|个?百分点|个亿|[万亿百千多余])"
    f"|[{TO}] ?[{_ONES}]|[破过超上达近][万亿百千十])[\\s\\S])"
)
