"""Leads further in: a long paragraph that short topic sentences cut into parts."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter
from statistics import median

from converter.lexicons import either, load, patterns
from converter.sectioning.leads.bodies import Paragraph, Sentence
from converter.sectioning.leads.rows import ROW, alike, of_one_pattern, of_openings, opening_alike

_ACT = re.compile(either(load("leads")["acts"]))
_EVENT = re.compile(patterns(load("leads")["events"]))
_STATE = re.compile(patterns(load("leads")["states"]) + r"。\Z")
_FAULTS = re.compile(patterns(load("leads")["faults"]))
SHORT = 19  # characters of an inner topic sentence
LONG = 30  # of one with a comma, in a row that opens alike
PART = 28  # characters that the part behind it needs
ALIKE = 4  # characters by which two topic sentences of one paragraph differ
LATER = 4  # the same of a row that opens alike
_MARK_OF = attrgetter("mark")
NEARLY = 2  # the same of one that opens otherwise
STANDS_OUT = 1.8  # times the usual length, which makes it none of them
MEASURED = 14  # characters of one that tells a fact or a measure where what follows is no longer than it
ALONE = 26  # characters that the sentence behind the only one of a plan needs
PLANS = frozenset({"tasks", "requirements", "targets", "self_government"})  # elsewhere topics are states, which a short fact bears out
MANY = 5  # so many may begin later
LATEST = 6  # these, of states
FIRST = 2  # the first one stands no later than the third sentence: before it there is room for an introduction only


def _short(sentence: Sentence) -> bool:
    return sentence.size <= SHORT and "," not in sentence.bare and not _ACT.match(sentence.text)


def _parts(paragraph: Paragraph, places: list[int]) -> list[int]:
    """The candidates that head a part of some length; of two side by side the shorter one stays."""
    kept: list[int] = []
    for place in places:
        gap = _between(paragraph, kept[-1], place) if kept else PART
        if not gap and paragraph.sentences[place].size >= paragraph.sentences[kept[-1]].size:
            continue
        if gap < PART:
            kept.pop()
        kept.append(place)
    return [p for p, after in pairwise([*kept, len(paragraph.sentences)]) if _between(paragraph, p, after) >= PART]


def _between(paragraph: Paragraph, low: int, high: int) -> int:
    return sum([len(s.text) for s in paragraph.sentences[low + 1 : high]])


def _row(paragraph: Paragraph) -> list[int] | None:
    """一是…。 二是…。 in a row: those that have more to say; none where only the last has, as what follows it ends the row."""
    sentences = paragraph.sentences
    if not any(map(_MARK_OF, sentences)):
        return None
    members = [i for i, s in enumerate(sentences) if s.mark in ("ordinal", "bracket")]
    if not members or members == [0]:
        return None
    ends = pairwise([*members, len(sentences)])
    heads = [i for i, after in ends if after - i > 1 and not sentences[i].refusal and not sentences[i].holds_several]
    return [i for i in heads if i] if heads != members[-1:] or len(members) == 1 else []


def inner(paragraph: Paragraph, opened: bool, alone: bool) -> tuple[Sentence, ...]:
    """The leads behind the first sentence; `opened` says that the first one is a lead itself, `alone` that the paragraph
    is the only one of its length under the heading."""
    sentences = paragraph.sentences
    row = _row(paragraph)
    if row is not None:
        return tuple(sentences[i] for i in row)
    brief = [i for i, s in enumerate(sentences) if i and s.end - s.start <= LONG + 1]
    if not brief:
        return ()
    row = opening_alike(paragraph, brief)
    places = (row and _told(paragraph, alike(paragraph, row))) or _short_ones(paragraph, brief, opened, alone)
    places = places or (row and _told(paragraph, of_one_pattern(paragraph, row))) or _states(paragraph, brief)
    return tuple([sentences[i] for i in places if i])


def _states(paragraph: Paragraph, brief: list[int]) -> list[int]:
    """Of a review's many short sentences those that say what state something is in, where each has a part behind it: 科技创新成效明显。"""
    sentences = paragraph.sentences
    if paragraph.body.role in PLANS or len(brief) < ROW:
        return []
    told = [i for i in brief if _short(sentences[i]) and _STATE.search(sentences[i].text) and not sentences[i].refusal]
    places = _parts(paragraph, [i for i in told if not _EVENT.search(sentences[i].text)]) if len(told) >= ROW else []
    begins = LATER if len(places) < MANY else LATEST
    few = len(places) < ROW or places[0] > begins or 3 * len(places) < 2 * len(told)
    return [] if few or _FAULTS.search(sentences[0].text) else places


def _told(paragraph: Paragraph, row: list[int]) -> list[int]:
    """The row, where each has a part of its own and the paragraph tells no faults."""
    whole = len(row) >= ROW and _parts(paragraph, row) == row
    return row if whole and not _FAULTS.search(paragraph.sentences[0].text) else []


def _short_ones(paragraph: Paragraph, brief: list[int], opened: bool, alone: bool) -> list[int]:
    sentences = paragraph.sentences
    short, below = [i for i in brief if _short(sentences[i])], opened and not _parent(sentences[0])
    if len(short) < ((1 if alone else ROW) if below else 2) or not (below or short[0] <= LATER):
        return []  # too few, or too far in, even if nothing else speaks against them
    topics = [i for i in short if not sentences[i].refusal and not _EVENT.search(sentences[i].text)]
    if not topics or _FAULTS.search(sentences[0].text):
        return []
    places = [i for i in _parts(paragraph, _kin(paragraph, topics)) if _borne_out(paragraph, i)]
    if len(places) == 1 and paragraph.body.role in PLANS and sentences[places[0] + 1].size < ALONE:
        return []
    if below and not alone:
        places = _of_like_length(paragraph, places)
        begins = LATER if of_openings(paragraph, places) == places else FIRST if _even(paragraph, places) else 1
        return places if len(places) >= ROW and places[0] <= begins else []
    return places if places and _divides(paragraph, places, opened) else []


def _borne_out(paragraph: Paragraph, place: int) -> bool:
    """Whether the next sentence says more than it does; one measure or fact beside another of its length heads nothing."""
    sentences, size = paragraph.sentences, paragraph.sentences[place].size
    if size < MEASURED and paragraph.body.role not in PLANS:
        return True
    return place + 1 < len(sentences) and sentences[place + 1].size > size


def _kin(paragraph: Paragraph, places: list[int]) -> list[int]:
    """Where most open alike (加快完善… 加快补齐… 加快提升…), those and, if they are not nearly all, others of their length; else
    without one much longer than the rest."""
    if len(places) < ROW:
        return places
    sizes = {i: paragraph.sentences[i].size for i in places}
    row = of_openings(paragraph, places)
    if row and 2 * len(row) >= len(places):
        usual = median(sizes[i] for i in row)
        all_but_few, held = 4 * len(row) > 3 * len(places), set(row)
        return [i for i in places if i in held or (not all_but_few and abs(sizes[i] - usual) <= NEARLY)]
    most = STANDS_OUT * median(sizes.values() or [0]) + 1
    return [i for i in places if sizes[i] <= most] if len(places) > ROW else places


def _of_like_length(paragraph: Paragraph, places: list[int]) -> list[int]:
    """Sub-leads under a lead whose neighbours are leads too: those of one length, right behind it; others are strewn in."""
    sizes = {i: paragraph.sentences[i].size for i in places}
    usual = median(sizes.values() or [0])
    return [i for i in places if abs(sizes[i] - usual) <= ALIKE]


def _even(paragraph: Paragraph, places: list[int]) -> bool:
    """Whether short ones are of one length, as couplets are: 培育消费热点。 挖掘消费潜力。 搭建消费平台。"""
    sizes = [paragraph.sentences[i].size for i in places]
    return bool(sizes) and max(sizes) < MEASURED and max(sizes) - min(sizes) <= NEARLY


def _divides(paragraph: Paragraph, places: list[int], opened: bool) -> bool:
    """Whether the candidates cut the paragraph into parts, or are short sentences strewn into plain text.

    Parts begin at once, behind an introduction or behind a lead that heads them all; two are of like length. Beside an
    opening lead of their own kind one more is enough.
    """
    first = paragraph.sentences[0]
    sizes = [paragraph.sentences[i].size for i in places]
    if opened and not _parent(first):
        return len(places) > 1 or (abs(first.size - sizes[0]) <= ALIKE and places[0] > 1)
    begins = LATER if len(places) >= MANY or of_openings(paragraph, places) == places else FIRST
    return places[0] <= begins and (len(places) > 2 or (len(places) == 2 and abs(sizes[0] - sizes[1]) <= ALIKE))


def _parent(sentence: Sentence) -> bool:
    """A lead that heads several: 一年来,我们抓投资、促消费,“稳”的基础在夯实。"""
    return sentence.mark is not None or sentence.clauses > 1
