"""Names and amounts replaced by XX, asterisks in the place of words, leftovers of a copying programme. Recorded, never repaired."""

from __future__ import annotations

import re

from converter.expressions import rare
from converter.mending.blocks import Noise
from converter.text import View

_UNIT = (
    r"(?:万亿|亿|万|千)?(?:美元|元|吨|人次|人|户|亩|个|家|项|公里|千米|平方米|平方公里|立方米|%|个百分点|年|月|日"
    r"|省|市|区|县|镇|乡|州|村|公顷|套|件|所|条|名)?"
)
# XX亿元, ××市, 平安XX; $1.$2 is what a failed replacement leaves where a figure with a decimal point stood.
_FILLED = rare(rf"(?<![A-Za-z])(?:[X×]{{2,4}}|[xX]{{2,4}}|[某]{{2}}|_{{2,}}){_UNIT}(?![A-Za-z])")
_SINGLE = rare(r"(?<![A-Za-z\d+\-×])[X×](?:年|月|日|(?:万亿|亿|万)元|%|个(?!体)|万人|万亩|万吨|公里|平方米|户(?!型)|家(?!庭)|项)")
_REPLACED = rare(rf"\d{{0,6}}\$\d(?:\.\$\d)?\d{{0,6}}(?:‰|{_UNIT})")
SIGN = "X×x某_$"  # one of these is in every placeholder
CENSOR = "*"
_STARS = re.compile(r"\*+")
_RULE_LINE = re.compile(r"[*\s]+\Z")


def placeholders(view: View) -> list[Noise]:
    """Every XX亿元, ×年 and $1.$2% of a block."""
    found = sorted(m.span() for pattern in (_FILLED, _SINGLE, _REPLACED) for m in pattern.finditer(view.shadow))
    return [Noise("placeholder", view.text[a:b], view.span(a, b)) for a, b in found]


def censored(view: View) -> list[Noise]:
    """Runs of asterisks inside the text; a line of nothing else is a ruler, not a censor."""
    if _RULE_LINE.match(view.shadow):
        return []
    return [Noise("censored", view.text[m.start() : m.end()], view.span(*m.span())) for m in _STARS.finditer(view.shadow)]
