"""Rows inside a paragraph: three or more sentences that open with the same words, each with a part of its own behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from converter.lexicons import load
from converter.sectioning.leads.bodies import Paragraph

ROW = 3  # how many make a row
CLOSE = 6  # characters that sentences of one pattern share at their beginnings and ends, with the full stop: 这是…的五年。
LONGEST = 44  # characters of one of these
LOOSE = tuple(load("leads")["loose"])
_TWO = 2
_PATTERNED = frozenset({None, "opens_otherwise", "defines"})


def of_openings(paragraph: Paragraph, places: Sequence[int]) -> list[int]:
    """Those that open with the same two characters, if they are three or more."""
    heads = [paragraph.sentences[i].text[:2] for i in places]
    opening, often = max(Counter(heads).items(), key=itemgetter(1), default=("", 0))
    return [i for i, head in zip(places, heads, strict=True) if head == opening] if often >= ROW else []


def opening_alike(paragraph: Paragraph, brief: Sequence[int]) -> list[int]:
    """Three or more of these and of the paragraph's first sentence, if so many open with the same words."""
    if len(brief) < ROW - 1:
        return []
    heads = {paragraph.sentences[i].text[:2] for i in brief}
    heads.add(paragraph.sentences[0].text[:2])
    return of_openings(paragraph, [0, *brief]) if len(heads) < len(brief) else []  # else no three are alike


def alike(paragraph: Paragraph, row: Sequence[int]) -> list[int]:
    """Longer ones of those that open alike: 聚焦织好“棉纺衣”，加快推动…。 聚焦酿好“葡萄酒”，加快推动…。"""
    sentences = paragraph.sentences
    row = [i for i in row if sentences[i].clauses == _TWO and not sentences[i].refusal]
    return row if len(row) >= ROW and not sentences[row[0]].text.startswith(LOOSE) else []


def of_one_pattern(paragraph: Paragraph, row: Sequence[int]) -> list[int]:
    """Whatever sentences of one pattern, also such as would introduce or define: 这是…的五年。"""
    sentences = paragraph.sentences
    texts = [sentences[i].text for i in row]
    opening = _shared(texts)
    if opening + _shared([text[::-1] for text in texts]) < CLOSE:
        return []
    if opening >= CLOSE:  # those are of the row that are longer, too
        row = [i for i, s in enumerate(sentences) if s.size <= LONGEST and s.text.startswith(texts[0][:opening])]
    return [i for i in row if sentences[i].refusal in _PATTERNED]


def _shared(texts: Sequence[str]) -> int:
    """How many characters all begin with."""
    low, high = min(texts), max(texts)
    return next((at for at, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), len(low))
