"""Where a page ended and the next began, once more: lines within the text that stand above or below it too are the site's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from converter.stripping.glance import Glance
from converter.stripping.labels import Label
from converter.stripping.opening import HEADING, YEAR_HEADING
from converter.stripping.segments import BODY, REMOVED

_LEAST, _LONG = 2, 4  # characters; a shorter line comes beside a folio: 特载
_TEXT = ("editor_note", "duplicate", "contents")  # lines around a text that say what it says
Around = Mapping[str, tuple[str, int]]  # the kind of a line, and how often it must come within the text


def around(lines: Sequence[Glance], labels: Sequence[Label]) -> Iterator[tuple[str, tuple[str, int]]]:
    """The lines above or below a text that can come again within it, at each turn of a page. What may be the text's own words comes
    with every turn of several."""
    for glance, (fate, kind, rule) in zip(lines, labels, strict=True):
        if fate != REMOVED or len(glance.compact) < _LEAST or HEADING.match(glance.compact) or YEAR_HEADING.match(glance.compact):
            continue
        short = rule == "repeated_below" and not glance.prose and not glance.ends  # the same again below the last page
        yield glance.compact, (kind or "navigation", 1) if kind not in _TEXT else ("related_links", 1) if short else (kind or "other", 2)


def turned(lines: Sequence[Glance], labels: Sequence[Label], outside: Around) -> dict[int, str]:
    """Places of the lines that come again, and their kinds: at least two in a row, or one beside a line of the site; one that may be the
    text's own between two such lines."""
    found = [i for i, g in enumerate(lines) if g.compact in outside and labels[i][0] == BODY] if outside else []
    often = Counter(lines[i].compact for i in found)
    removed = {i for i, label in enumerate(labels) if label[0] == REMOVED} if found else set()
    found = [i for i in found if len(lines[i].compact) >= _LONG or _beside_a_folio(labels, i)]
    again = {i for i in found if often[lines[i].compact] >= outside[lines[i].compact][1]}
    sites = again | removed
    sure = {i for i in again if {i - 1, i + 1} & sites} | {i for i in found if {i - 1, i + 1} <= sites}
    return {i: outside[lines[i].compact][0] for i in sorted(sure)}


def _beside_a_folio(labels: Sequence[Label], i: int) -> bool:
    return any(fate == REMOVED and kind == "pagination" for fate, kind, _ in (*labels[max(0, i - 1) : i], *labels[i + 1 : i + 2]))
