"""Anchors: the marks in the text that point to a note, [4] behind 六大产业集群."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

from converter.expressions import rare
from converter.mending.blocks import Mended
from converter.text import Span, View, shadow

_SQUARE = rare(r"[\[【] ?(?:注|注释)? ?(\d{1,3}) ?[\]】]")
_CIRCLED = rare(r"(?<=[^\s。;:,、])[①-⑳]")
_RAISED_ONES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = rare(f"[{_RAISED_ONES}]{{1,3}}")
_RAISED_DIGITS = str.maketrans(_RAISED_ONES, "0123456789")


def _number(mark: str) -> int:
    if mark[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(mark[0]) - 0x245F
    return int(mark.translate(_RAISED_DIGITS))


def _in(view: View, circled: bool, raised: bool) -> Iterable[tuple[int, Span]]:
    for pattern in (_SQUARE, _CIRCLED) if circled else (_SQUARE,):
        for found in pattern.finditer(view.shadow):
            yield _number(found[1] if found.groups() else found[0]), view.span(*found.span())
    for found in _RAISED.finditer(view.text) if raised else ():
        # 3000m² and km³ are units, no anchors
        if found.start() and not (view.text[found.start() - 1].isascii() and view.text[found.start() - 1].isalpha()):
            yield _number(found[0]), view.span(*found.span())


def anchors(mended: Mended, views: Iterable[View], circled: bool) -> tuple[tuple[int, Span], ...]:
    """Number and span of every anchor in these lines of the text, in order, with those the format itself states.

    `circled`: ① counts only where the glossary is numbered so; elsewhere it numbers a list.
    """
    stated = {span: int(name) for span, name in mended.source.note_anchors if name.isascii() and name.isdigit()}
    raised = any(mended.source.text.find(digit, *mended.reach) >= 0 for digit in _RAISED_ONES)
    looked = [view for view in views if circled or raised or "[" in view.shadow or "【" in view.shadow]
    found = {span: number for view in looked for number, span in _in(view, circled, raised)}
    return tuple((number, span) for span, number in sorted((found | stated).items()))


_UNIT = r"(?![\d.%‰]|[年月日万亿千百个项家件户人元次亩米吨公平条处座所张辆套间栋块场批届]|[—~-]\d)"  # “四好农村路”5条: an amount, no anchor
_QUOTES = "\"'《》 "
_BEHIND = rare(rf"[{re.escape(_QUOTES)}]{{0,2}}(?P<mark>\((?:见?注释? ?)?(?P<held>\d{{1,3}})\)|(?P<n>\d+){_UNIT})")
LONGEST_TERM, MOST_TERMS = 40, 300


def behind_terms(views: Sequence[View], terms: Iterable[tuple[int, str]]) -> tuple[tuple[int, Span], ...]:
    """Raised numbers that lost their height: a note's number right behind its term, “四图五清单”7; or in brackets, which number lists too.

    terms: number and term of each note. Looked for only where a text prints no other anchors; fewer than half are chance.
    """
    text = "\n".join([view.shadow for view in views])
    starts = [0, *accumulate(len(view.shadow) + 1 for view in views)]
    out: list[tuple[int, Span]] = []
    wanted = tuple(islice(terms, MOST_TERMS))
    for number, term in wanted:
        core = shadow(term).strip(_QUOTES)
        if 2 <= len(core) <= LONGEST_TERM and (hit := next(_behind(text, core, str(number)), None)):
            place = bisect_right(starts, hit[0]) - 1
            out.append((number, views[place].span(hit[0] - starts[place], hit[1] - starts[place])))
    return tuple(out) if 2 * len(out) >= max(len(wanted), 6) else ()


def _behind(text: str, core: str, number: str) -> Iterator[Span]:
    """Where the number stands right behind the words."""
    at = text.find(core)
    while at >= 0:
        found = _BEHIND.match(text, at + len(core))
        if found and number in (found["n"], found["held"]):
            yield found.span("mark")
        at = text.find(core, at + 1)
