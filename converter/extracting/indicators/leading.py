"""Whose figures follow a lead: 民营经济实力明显增强。实现增加值…,出口增长93.8%."""

from __future__ import annotations

import re
from functools import lru_cache

from converter.expressions import rare

_BACK, _LONGEST = 4, 28  # sentences a lead may stand off, and its characters
_STRETCH = 120  # characters in which what a kind of firm does goes on
_FAR = 2_000  # characters: without a bound a paragraph of names alone took the square of its length
_DIGIT = re.compile("[0-9]")  # twice as quick as \d, which asks what is a digit in any script
_PARTS = re.compile("园区|开发区|高新区|新区|集聚区|县域经济|民营经济|非公(?:有制)?经济|个体私营经济")
_PART = rare(
    "[ —-]*(?:[(]?[一二三四五六七八九十\\d]+[)、.是])?(?:重点|各类|产业|工业|特色|省级|国家级|县区|区县)?"
    f"(?:{_PARTS.pattern})[^。,;]{{1,14}}$"
)
# 民营经济增加值突破60亿元,完成固定资产投资45亿元: what firms of a kind do goes on; but 民营经济增加值占…的62% is told of the whole
_FIRMS = rare(
    "[ —-]*(?:[一二三四五六七八九十]是)?(?:全[市省区州县]|我[市省区州县])?(?:民营经济|非公(?:有制)?经济|个体私营经济)"
    "[^,。;占比\\d]{0,16}\\d[^,。;占比]{0,12},(?:[^,。;占比]{2,16},){0,2}(?:完成|实现)$"
)
WHOLE_WORDS = re.compile("[全我](?<![于占居列].)(?:市|省|县|州|区)")


def led_by_part(text: str, start: int, county: bool = False) -> bool:
    """Whether the nearest lead before `start` (a short sentence without figures) is about a part, and no word on the whole follows.

    In a county's report 县域经济 is the whole's.
    """
    if not _may_lead(text):
        return False
    if text.endswith(("完成", "实现"), 0, start) and _FIRMS.match(text, _opens(text, start), start):
        return True
    low = max(0, start - _FAR)
    end = max(low, text.rfind("。", low, start))
    for _ in range(_BACK):
        begin = text.rfind("。", low, end) + 1
        if begin == 0 and low:
            return False
        sentence = text[begin:end]
        if WHOLE_WORDS.search(text, begin, start):
            return False
        if 0 < len(sentence) <= _LONGEST and not _DIGIT.search(sentence):
            return _PART.match(sentence) is not None and not (county and "县域" in sentence)
        if begin == 0:
            return False
        end = begin - 1
    return False


def _opens(text: str, at: int) -> int:
    """Where the stretch before `at` opens."""
    low = max(0, at - _STRETCH)
    return max(low, text.rfind("。", low, at) + 1, text.rfind(";", low, at) + 1)


@lru_cache(4)  # the names in a paragraph are asked one after the other
def _may_lead(text: str) -> bool:
    return _PARTS.search(text) is not None
