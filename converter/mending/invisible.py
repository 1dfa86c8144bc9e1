"""Marks that nobody sees and that are no white space: zero-width spaces and joiners that editors leave in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from converter.mending.blocks import Cut
from converter.text import Span

# What the shadow takes for blank, though Python does not: a rule that trims blanks would lose them.
_MARKS = "\u200b\u200c\u200d\ufeff"
UNSEEN = re.compile(f"[{_MARKS}]+")


def invisible(text: str, span: Span, taken: Sequence[Cut]) -> Iterator[Cut]:
    """The invisible marks in this stretch of the text, but for those inside what is taken out already (sorted)."""
    if all(text.find(mark, *span) < 0 for mark in _MARKS):
        return
    starts = [cut.start for cut in taken]
    for found in UNSEEN.finditer(text, *span):
        before = bisect_right(starts, found.end() - 1) - 1
        if before < 0 or taken[before].end <= found.start():
            yield Cut(found.start(), found.end(), "other", "invisible")
