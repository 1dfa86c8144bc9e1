"""Times that only describe a noun of another clause: 获评2021年度全国百强县,地区生产总值增长5%."""

from __future__ import annotations

import re

from converter.expressions import HAN, rare
from converter.extracting.indicators.token import Token

_WORDS = re.compile(f"{HAN}{{2}}")
# words before a time that what follows is about, too: 回顾2021年工作,…; 面对2020年的疫情,…; 省委提出到2025年…
_HOLDS = rare(
    "回[顾首望]|总结|展望|纵观|综观|迎来|经[过历]|通过|面对|克服|应对|走过|[告送]别|提出|确定|规划|计划|明确|要求|预计|考虑|[到至截在受从由与比较和同,]$|以来|目标[是为]"
)


def embedded(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the time at `at` stands within a clause that has words on both sides of it, and no name."""
    if not at or not _noun(tokens[at - 1]):
        return False
    first, stop = at, at + 1
    while first and tokens[first - 1].kind != "comma":
        first -= 1
    while stop < len(tokens) and tokens[stop].kind != "comma":
        stop += 1
    clause = tokens[first:stop]
    if first == at or any(token.kind == "name" for token in clause):
        return False
    before, behind = "".join([t.text for t in tokens[first:at]]), "".join([t.text for t in tokens[at + 1 : stop]])
    if not _WORDS.search(before) or _HOLDS.search(before):
        return False
    return any(token.kind == "other" for token in tokens[at + 1 : stop]) and _WORDS.search(behind) is not None


def _noun(token: Token) -> bool:
    """Whether a word before a time is no adverb or preposition: 获评, 落实, but not 全市, 力争, 到."""
    return token.kind == "other" or (token.kind == "reach" and token.text in ("落实", "完成", "实现", "引进"))
