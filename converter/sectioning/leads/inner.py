"""Leads further in: a long paragraph that short topic sentences cut into parts."""

from __future__ import annotations

from itertools import pairwise

from converter.sectioning.leads.bodies import Paragraph, Sentence
from converter.sectioning.leads.topics import clauses, mark, refusal

SHORT = 19  # characters of an inner topic sentence
PART = 28  # characters that the part behind it needs
FIRST = 2  # the first one stands no later than the third sentence: before it there is room for an introduction only


def _short(sentence: Sentence) -> bool:
    return not refusal(sentence) and clauses(sentence) == 1 and sentence.size <= SHORT


def _parts(paragraph: Paragraph, places: list[int]) -> list[int]:
    """The candidates that head a part of some length; of two side by side the shorter one stays."""
    kept: list[int] = []
    for place in places:
        gap = _between(paragraph, kept[-1], place) if kept else PART
        if not gap and paragraph.sentences[place].size > paragraph.sentences[kept[-1]].size:
            continue
        if gap < PART:
            kept.pop()
        kept.append(place)
    return [p for p, after in pairwise([*kept, len(paragraph.sentences)]) if _between(paragraph, p, after) >= PART]


def _between(paragraph: Paragraph, low: int, high: int) -> int:
    return sum(len(s.text) for s in paragraph.sentences[low + 1 : high])


def _row(paragraph: Paragraph) -> list[int] | None:
    """一是…。 二是…。 in a row: those that have more to say; none where only the last has, as what follows it ends the row."""
    sentences = paragraph.sentences
    members = [i for i, s in enumerate(sentences) if mark(s) in ("ordinal", "bracket")]
    if not members or members == [0]:
        return None
    heads = [i for i, after in pairwise([*members, len(sentences)]) if after - i > 1 and not refusal(sentences[i])]
    return [i for i in heads if i] if heads != members[-1:] or len(members) == 1 else []


def inner(paragraph: Paragraph, opened: bool) -> tuple[Sentence, ...]:
    """The leads behind the first sentence; `opened` says that the first one is a lead itself."""
    sentences = paragraph.sentences
    row = _row(paragraph)
    if row is not None:
        return tuple(sentences[i] for i in row)
    places = _parts(paragraph, [i for i, s in enumerate(sentences) if i and _short(s)])
    if len(places) + opened < 2 or not places or (places[0] > FIRST and not opened):
        return ()
    if opened and places[0] == 1 and len(places) < 2 and not _parent(sentences[0]):
        return ()
    return tuple(sentences[i] for i in places)


def _parent(sentence: Sentence) -> bool:
    """A lead that heads several: 一年来,我们抓投资、促消费,“稳”的基础在夯实。"""
    return mark(sentence) is not None or clauses(sentence) > 1
