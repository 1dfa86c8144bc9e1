"""Whether a report numbers its headings: then a short line without a number that stands alone between paragraphs is hardly one of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.stripping.annexes import is_annex_heading
from converter.stripping.glance import Glance
from converter.stripping.opening import HEADING, YEAR_HEADING
from converter.stripping.vocabulary import foreign

_LEAST = 4  # numbered headings
_SHORT, _LONGEST = 4, 30  # characters of a heading without a number
_FEW = 1  # of those: its last part is often named so


def numbers_all(lines: Sequence[Glance]) -> bool:
    """Whether all but one at most of the lines that can be headings, by their place and by words that reports have, have a number."""
    if sum(1 for g in lines if HEADING.match(g.compact[:_LONGEST])) < _LEAST:
        return False
    return sum(1 for (above, here), (_, below) in pairwise(pairwise(lines)) if _heading(above, here, below)) <= _FEW


def _heading(above: Glance, here: Glance, below: Glance) -> bool:
    compact = here.compact
    if not _SHORT <= len(compact) <= _LONGEST or here.ends or compact[-1] in ",、" or not above.ends:
        return False
    if (
        not (below.prose or HEADING.match(below.compact))
        or HEADING.match(compact)
        or YEAR_HEADING.match(compact)
        or is_annex_heading(compact)
    ):
        return False
    return not any(foreign(compact[i : i + 2]) for i in range(len(compact) - 1) if compact[i : i + 2].isalpha())
