"""Marks that nobody sees and that are no white space: zero-width spaces and joiners that editors leave in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.mending.blocks import Cut
from converter.text import Span

# What the shadow takes for blank, though Python does not: a rule that trims blanks would lose them.
UNSEEN = re.compile("[\u200b-\u200d\ufeff]+")


def invisible(text: str, spans: Sequence[Span], taken: Sequence[Cut]) -> Iterator[Cut]:
    """The invisible marks in these spans, those inside what is taken out already left out."""
    for start, end in spans:
        for found in UNSEEN.finditer(text, start, end):
            if not any(cut.start < found.end() and found.start() < cut.end for cut in taken):
                yield Cut(found.start(), found.end(), "other", "invisible")
