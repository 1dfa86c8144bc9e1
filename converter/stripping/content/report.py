"""A report's own words as a check on what structure says: its opening, its last words, its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.reading.drafts import Draft
from converter.stripping.content.stretch import Range
from converter.stripping.content.weights import Weight
from converter.stripping.opening import is_closing, opens
from converter.text import shadow

_BLANK = re.compile(r"\s+")
_TITLE = re.compile(r"政府工作报告")
_TITLE_LONGEST = 60
_TITLE_FAR = 60  # lines above the text: a title farther up is a link to another page
_OPENING_LONGEST = 600
_FAR = 400  # lines between a report's opening and what weighs most of it


def compact(text: str) -> str:
    """The text as formulas are matched: its shadow without blanks."""
    return _BLANK.sub("", shadow(text))


def spoken_between(drafts: Sequence[Draft], weights: Sequence[Weight], found: Range) -> Range:
    """From a report's opening to its last words, in the stretch or near it; empty where the page has not both."""
    low, high = max(0, found[0] - _FAR), min(len(drafts), found[1] + _FAR)
    opening = next((i for i in range(low, high) if weights[i].size < _OPENING_LONGEST and opens(compact(drafts[i].text[:300]))), None)
    closing = next((i for i in range(high - 1, low - 1, -1) if weights[i].prose and is_closing(compact(drafts[i].text))), None)
    if opening is None or closing is None or closing < found[0] or opening >= found[1]:
        return 0, 0
    return opening, closing + 1


def titles(drafts: Sequence[Draft], first: int) -> list[int]:
    """Lines above the text that print a report's title."""
    return [
        i
        for i in range(max(0, first - _TITLE_FAR), first)
        if len(drafts[i].text) <= _TITLE_LONGEST and drafts[i].hints.link_share < 1 and _TITLE.search(compact(drafts[i].text))
    ]
