"""Number coverage: what became of every figure of the body.

bound: within an indicator, a project or a note; typed: a date, an ordinal, a numbering, a name such as “十四五” or 5G;
unbound: a quantity (number with its unit) that no fact took; rest: a number of which the grammar knows nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from converter.extracting.values.quantities import quantity
from converter.frozen import dataclass
from converter.sectioning.tree import Sectioned
from converter.text import Span, View

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|百分之[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?")
_DATE = re.compile(r"\d{1,4}(?:—{1,2}|-|~|至|、|到)?(?:\d{1,4})?(?:年|月|日|号|世纪|届|岁|周年|年代|点|时|小时|分钟)")
_ORDINAL = re.compile(r"第\d+|前\d+(?=位|名|强)|\d+(?:强|号线|号机组|国道|省道|级)")
_NUMBERING = re.compile(r"[(\[]\d{1,3}[)\]]|(?:^|(?<=[。;: ]))\d{1,2}(?=[.、．](?!\d))")
_RATIO = re.compile(r"\d+(?:\.\d+)?(?:[:∶]\d+(?:\.\d+)?)+")
_QUOTED = re.compile(r"[\"《][^\"》\n]{1,24}[\"》]")
_LATIN = re.compile(r"[A-Za-z]+[.-]?\d+(?:[.-]\d+)*[A-Za-z]*|\d+[A-Z][A-Za-z]*|\d+[+×xX]\d+")
_NAMES = (_NUMBERING, _DATE, _ORDINAL, _RATIO, _LATIN, _QUOTED)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many figures of the body are bound, typed, quantities without a fact, or unknown."""

    bound: int = 0
    typed: int = 0
    unbound: int = 0
    rest: int = 0

    @property
    def total(self) -> int:
        """All figures."""
        return self.bound + self.typed + self.unbound + self.rest

    @property
    def share(self) -> float:
        """The share that is bound, typed or listed as an unbound quantity; 1 where the body has no figure."""
        return 1.0 if not self.total else 1 - self.rest / self.total


def coverage(sectioned: Sectioned, facts: Iterable[Span]) -> tuple[Coverage, tuple[Span, ...]]:
    """The counts over all paragraphs, and the spans of the quantities that no fact took.

    facts: spans of indicators, projects, notes and their definitions in the source.
    """
    taken = _merged(facts)
    counts = dict.fromkeys(("bound", "typed", "unbound", "rest"), 0)
    loose: list[Span] = []
    for section, _ in sectioned.walk():
        for paragraph in section.paragraphs:
            for kind, span in _figures(sectioned.mended.view(paragraph.span), taken):
                counts[kind] += 1
                if kind == "unbound":
                    loose.append(span)
    return Coverage(**counts), tuple(loose)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans sorted, those that touch made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _figures(view: View, taken: list[Span]) -> Iterable[tuple[str, Span]]:
    """The figures of a paragraph with what became of each."""
    text = view.shadow
    named = _merged(found.span() for pattern in _NAMES for found in pattern.finditer(text))
    at = 0
    for found in _NUMBER.finditer(text):
        if found.start() < at:
            continue  # the second end of a range belongs to the quantity before
        span = view.span(found.start(), found.end())
        amount = quantity(text, found.start())
        at = amount.end if amount else found.end()
        yield _kind(found.span(), span, named, taken, amount is not None), view.span(found.start(), at)


def _kind(here: Span, span: Span, named: list[Span], taken: list[Span], amount: bool) -> str:
    if _within(taken, span):
        return "bound"
    if _within(named, here):
        return "typed"
    return "unbound" if amount else "rest"


def _within(spans: list[Span], inner: Span) -> bool:
    """Whether one of the sorted, disjoint spans holds the inner one."""
    place = bisect_right(spans, (inner[0], 1 << 62)) - 1
    return place >= 0 and spans[place][0] <= inner[0] and inner[1] <= spans[place][1]
