"""Marks that nobody sees and that are no white space: zero-width spaces and joiners that editors leave in the text; what markup leaves."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from converter.expressions import rare
from converter.mending.blocks import Cut
from converter.reading.source import Source
from converter.text import UNSEEN, Span

_UNSEEN = rare(f"{UNSEEN}+")
_USUAL = " \u3000\xa0\t"  # the blanks of nearly every text


def invisible(source: Source, span: Span, taken: Sequence[Cut]) -> Iterator[Cut]:
    """The invisible marks in this stretch of the text, but for those inside what is taken out already (sorted)."""
    if not _plain(source, span):
        yield from _free((found.span() for found in _UNSEEN.finditer(source.text, *span)), taken, "invisible")


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


def _plain(source: Source, span: Span) -> bool:
    """Whether the usual blanks are all that the shadow has a blank for: it has one for what nobody sees too."""
    return source.shadow.count(" ", *span) == sum(source.text.count(blank, *span) for blank in _USUAL)
