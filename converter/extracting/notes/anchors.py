"""Anchors: the marks in the text that point to a note, [4] behind 六大产业集群."""

from __future__ import annotations

import re
from collections.abc import Iterable

from converter.mending.blocks import Mended
from converter.text import Span, View

_SQUARE = re.compile(r"[\[【] ?(?:注|注释)? ?(\d{1,3}) ?[\]】]")
_CIRCLED = re.compile(r"(?<=[^\s。;:,、])[①-⑳]")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _number(mark: str) -> int:
    if mark[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(mark[0]) - 0x245F
    return int(mark.translate(_RAISED_DIGITS))


def _in(view: View, circled: bool) -> Iterable[tuple[int, Span]]:
    patterns = (_SQUARE, _CIRCLED) if circled else (_SQUARE,)
    for pattern in patterns:
        for found in pattern.finditer(view.shadow):
            yield _number(found[1] if found.groups() else found[0]), view.span(*found.span())
    for found in _RAISED.finditer(view.text):
        # 3000m² and km³ are units, no anchors
        if found.start() and not (view.text[found.start() - 1].isascii() and view.text[found.start() - 1].isalpha()):
            yield _number(found[0]), view.span(*found.span())


def anchors(mended: Mended, spans: Iterable[Span], circled: bool) -> tuple[tuple[int, Span], ...]:
    """Number and span of every anchor in these stretches of the text, in order, with those the format itself states.

    `circled`: ① counts only where the glossary is numbered so; elsewhere it numbers a list.
    """
    stated = {span: int(name) for span, name in mended.source.note_anchors if name.isascii() and name.isdigit()}
    found = {span: number for at in spans for number, span in _in(mended.view(at), circled)}
    return tuple((number, span) for span, number in sorted((found | stated).items()))
