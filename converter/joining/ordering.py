"""The order of pages: what they say themselves, else their names, else their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converter.joining.following import Ends, contradictions, ends, score, whole
from converter.joining.markers import named
from converter.joining.pages import Page, Trimmed
from converter.reading.source import Remark

SUPPORT = 0.75  # share of the seams that must fit before the pages are put in another order than the one given


@dataclass(frozen=True)
class Ordered:
    """The pages in order, what decided it, and the numbers that are missing."""

    pages: tuple[Page, ...]
    by: str  # number | name | text | given
    missing: tuple[int, ...] = ()


def ordered(pages: Sequence[Page], trim: Sequence[Trimmed]) -> Ordered:
    """The order of distinct pages. trim: the same pages, in the same order, less the site's lines."""
    numbered = _first_unsaid(pages, trim)
    if all(page.number is not None for page in numbered):
        return _by_number(numbered, "number")
    by_name = named(pages)
    if all(page.number is not None for page in by_name) and _fits(by_name, numbered):
        return _by_number(by_name, "name")
    return _by_text(pages, trim)


def _first_unsaid(pages: Sequence[Page], trim: Sequence[Trimmed]) -> list[Page]:
    """Many sites number their pages from the second on: a single page without a number is the first where page 1 is not there."""
    silent = [i for i, page in enumerate(pages) if page.number is None]
    said = {page.number for page in pages}
    if len(silent) != 1 or 1 in said or 2 not in said or not ends(trim[silent[0]]).opening:
        return list(pages)
    return [replace(page, number=1) if i == silent[0] else page for i, page in enumerate(pages)]


def _fits(by_name: Sequence[Page], said: Sequence[Page]) -> bool:
    """Whether the order of the names is that of the numbers which some pages print."""
    both = sorted((n.number or 0, s.number) for n, s in zip(by_name, said, strict=True) if s.number is not None)
    return [s for _, s in both] == sorted(s for _, s in both)


def _by_number(pages: Sequence[Page], by: str) -> Ordered:
    inside = sorted(pages, key=lambda page: page.number or 0)
    have = [page.number or 0 for page in inside]
    low, high = (1, max(max(have), *(page.of or 0 for page in inside))) if by == "number" else (min(have), max(have))
    return Ordered(tuple(inside), by, tuple(n for n in range(low, high + 1) if n not in set(have)))


def _by_text(pages: Sequence[Page], trim: Sequence[Trimmed]) -> Ordered:
    """The given order, unless the text contradicts it and goes on without contradiction in another."""
    known = [ends(page) for page in trim]
    given = list(range(len(pages)))
    if contradictions(known):
        chains = [_chain(known, i) for i in given]
        fitting = [order for order in chains if _borne_out([known[i] for i in order])]
        if fitting:
            best = max(fitting, key=lambda order: whole([known[i] for i in order]))
            return Ordered(tuple(pages[i] for i in best), "text")
    sure = all(score(a, b) > 0 for a, b in pairwise(known))
    return Ordered(tuple(pages), "text" if sure else "given")


def _borne_out(order: Sequence[Ends]) -> bool:
    """Whether the text speaks for an order: against no seam, and for nearly all of them."""
    scores = [score(a, b) for a, b in pairwise(order)]
    return min(scores) >= 0 and sum(s > 0 for s in scores) >= SUPPORT * len(scores)


def _chain(known: Sequence[Ends], start: int) -> list[int]:
    """From one page on, always the page that follows best; in doubt the one given first."""
    order, rest = [start], [i for i in range(len(known)) if i != start]
    while rest:
        after = max(rest, key=lambda i: (score(known[order[-1]], known[i]), -i))
        order.append(after)
        rest.remove(after)
    return order


def remarks(given: Sequence[Page], found: Ordered) -> list[Remark]:
    """What is to be said about the order: that it was changed, or that nothing decided it."""
    names = [page.name for page in found.pages]
    out = []
    if names != [page.name for page in given]:
        why = {"number": "their page numbers", "name": "their names", "text": "their text"}.get(found.by, "nothing")
        out.append(Remark("GWR043", "warning", f"the pages were put in order by {why}: {', '.join(names)}"))
    elif found.by == "given" and len(given) > 1:
        out.append(Remark("GWR044", "warning", "the order of the pages is as given: neither numbers nor names nor the text tell it"))
    return out
