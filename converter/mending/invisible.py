"""Marks that nobody sees and that are no white space: zero-width spaces and joiners that editors leave in the text; what markup leaves."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from converter.expressions import rare
from converter.mending.blocks import Cut
from converter.text import UNSEEN, Span

_UNSEEN = rare(f"{UNSEEN}+")
_PRINTABLE = "\u3164\ufe0e\ufe0f\ufffc"  # those of them that Python takes for printable


def invisible(text: str, span: Span, taken: Sequence[Cut]) -> Iterator[Cut]:
    """The invisible marks in this stretch of the text, but for those inside what is taken out already (sorted)."""
    if _plain(text[span[0] : span[1]]):
        return
    yield from _free((found.span() for found in _UNSEEN.finditer(text, *span)), taken, "invisible")


def leftovers(found: Sequence[Span], reach: Span, taken: Sequence[Cut]) -> Iterator[Cut]:
    """What a conversion left of markup, in this stretch of the text."""
    if found:
        yield from _free((span for span in found if reach[0] <= span[0] and span[1] <= reach[1]), taken, "leftovers")


def _free(spans: Iterable[Span], taken: Sequence[Cut], rule: str) -> Iterator[Cut]:
    starts = [cut.start for cut in taken]
    for start, end in spans:
        before = bisect_right(starts, end - 1) - 1
        if before < 0 or taken[before].end <= start:
            yield Cut(start, end, "other", rule)


def _plain(text: str) -> bool:
    """Whether a text has none of them, told quickly: next to none has."""
    if any(mark in text for mark in _PRINTABLE):
        return False
    for blank in "\n\u3000\xa0\t":
        text = text.replace(blank, "")
    return text.isprintable()
