"""Which parts of a report a piece without its beginning holds, by what its paragraphs tell: what was done, what is to be done.

A report looks back first and ahead then: the best place to divide the piece is the one before which most is done and behind
which most is due.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from converter.lexicons import either, load
from converter.models.structure import Part

ENOUGH = 4  # words more of the one than of the other: a part, and no sentence in it
MOST = 5  # of one paragraph: a list of twenty figures is no more of a part than three sentences


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("roles")
    return re.compile(either(words["done"])), re.compile(either(words["due"]))


def _done(text: str) -> int:
    """How many words more tell of what was done than of what is due."""
    done, due = (len(pattern.findall(text)) for pattern in _words())
    return max(-MOST, min(done - due, MOST))


def told(texts: Sequence[str], above: int = 0) -> set[Part]:
    """The parts that paragraphs (compact, in order) tell: review, plan. above: so many stand above a heading of the plan."""
    scores = list(map(_done, texts))
    before = [0, *accumulate(scores)]
    looked_back, all_in_all = max(before), before[-1]
    review = looked_back >= ENOUGH or before[above] > 0
    behind = scores[len(before) - 1 - before[::-1].index(looked_back) :]
    plan = all_in_all - looked_back <= -ENOUGH and sum(score < 0 for score in behind) > 1  # a review ends on one of its problems
    parts: dict[Part, bool] = {"review": review, "plan": plan}
    return {part for part, there in parts.items() if there}
