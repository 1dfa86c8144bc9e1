"""Stand-alone sentences that title the paragraphs below them: 这五年,…取得新突破。"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from converter.lexicons import either, load
from converter.numbering import mark
from converter.sectioning.lines import line_heading
from converter.sectioning.parts import Part

USUAL = 40  # what four of five such titles keep to where they do not open alike
_NUMBER = 12  # characters that a number takes, at most
SENTENCE = 48  # the longest met has 45 characters


@cache
def _not_titles() -> re.Pattern[str]:
    return re.compile(either(load("headings")["not_titles"]))


def sentences(parts: Sequence[Part]) -> list[Part]:
    """One-sentence lines that open alike (这五年,…。) or alternate with paragraphs through a part of the report."""
    if _set_singly(parts):
        return list(parts)
    out = _by_layout(parts)
    for low, high in _stretches(out):
        here = [i for i in range(low, high - 1) if _titles_below(out, i)]
        alike = [i for i in here if sum(_alike(out[i], out[j]) for j in here) >= 2]
        short = sum(len(out[i].compact) <= USUAL for i in here)
        titles = len(here) >= 3 and 5 * short >= 4 * len(here) and _alternates(out, here, high)
        for i in here if titles else alike:
            out[i] = line_heading(out[i], "sentence")
    return out


def _set_singly(parts: Sequence[Part]) -> bool:
    """Whether the text has every sentence on a line of its own, as a live transcript has: there none titles another."""
    texts = [p.compact for p in parts if p.heading is None]
    return len(texts) >= _MANY and sum([text.count("。") <= 1 for text in texts]) >= _MOST * len(texts)


_MANY, _MOST = 40, 0.85


def _by_layout(parts: Sequence[Part]) -> list[Part]:
    """Where paragraphs are indented and set off by blank lines, a flush sentence with its paragraph flush on the next line titles it."""
    out = list(parts)
    prose = [p for p in parts if len(p.compact) > SENTENCE]
    if sum(p.indented for p in prose) * 10 <= len(prose) * 4:
        return out
    for i in range(len(out) - 1):
        if _titles_below(out, i) and not out[i].indented and not out[i + 1].indented and _next_line(out[i], out[i + 1]):
            out[i] = line_heading(out[i], "sentence")
    return out


def _next_line(above: Part, below: Part) -> bool:
    return below.block.start - above.block.end <= 2


def _stretches(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """From heading to heading."""
    cuts = [0, *(i for i, p in enumerate(parts) if p.heading), len(parts)]
    return [(a, b) for a, b in pairwise(cuts) if b - a > 3]


def _titles_below(parts: Sequence[Part], i: int) -> bool:
    compact, below = parts[i].compact, parts[i + 1]
    if parts[i].heading or not 5 <= len(compact) <= SENTENCE or compact[-1] != "。" or any(mark in compact[:-1] for mark in "。;:"):
        return False
    if re.search(r"\d(?!\d{3}年)", re.sub(r"[12]\d{3}年", "", compact)) or _not_titles().search(compact):
        return False
    if mark(compact[:_NUMBER]):
        return False  # an item of a list
    return below.heading is None and len(below.compact) > 1.2 * len(compact) and not below.compact.startswith("各位代表")


def _alike(one: Part, other: Part) -> bool:
    return one.compact[:3] == other.compact[:3] and one.compact[:3] != "一是"


def _alternates(parts: Sequence[Part], here: Sequence[int], high: int) -> bool:
    """Hardly a paragraph of the stretch stands apart from a title: the titles are a third of it or more."""
    covered = [parts[i] for i in range(here[0], high)]
    return len(here) * 3 >= len(covered)
