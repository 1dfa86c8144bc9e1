"""A figure said once more in other words: in another currency, or an increment as a rate."""

from __future__ import annotations

import re

from converter.expressions import rare
from converter.extracting.indicators.token import Token

# 实际利用外资8600万美元,折合人民币5.4亿元,增长22%: the same once more in another currency
_EXCHANGED = rare(r"(?<=[元%][,、])(?:约?合|折合|折算|折)(?:成|为)?(?:人民币|美元)?约?\d[\d.]*[万亿]*(?:元人民币|美元|元|美金)")


def exchanged(text: str, at: int) -> Token | None:
    """,折合人民币5.4亿元: no second amount."""
    found = _EXCHANGED.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


# 比上年增产二千二百万吨,即百分之七点八: the increment once more, as a rate
_THAT_IS = rare(r"即(?=百分之|\d[\d.]*%)")
_MOVED = re.compile("(?P<up>[增]|提高|上升)|减|降")


def that_is(text: str, at: int) -> Token | None:
    """即百分之七点八 behind an increment: by so much it rose or fell."""
    found = _THAT_IS.match(text, at)
    moves = list(_MOVED.finditer(text, max(0, at - _CLAUSE, text.rfind("。", 0, at)), at)) if found else []
    return Token("up" if moves[-1]["up"] else "down", at, at + 1, "即") if moves else None


_CLAUSE = 20  # characters of 比上一年增产二千二百万吨,
