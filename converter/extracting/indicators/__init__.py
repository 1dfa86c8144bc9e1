"""Indicators: what the report says, in figures, about its own place as a whole.

Each paragraph with an indicator's name in it is read sentence by sentence: tokens, then a binder that gives figures to
names, then statements with period, kind and bounds. What has a name and a figure but no grammar becomes a remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from converter.extracting.context import PlaceWords, Years
from converter.extracting.indicators.annexes import voice
from converter.extracting.indicators.binding import Binder
from converter.extracting.indicators.calling import called
from converter.extracting.indicators.entries import Statement, relative_statement, statements
from converter.extracting.indicators.facts import Unbound
from converter.extracting.indicators.frames import CALL, Frame, Sentence, by_sentence, of_section
from converter.extracting.indicators.making import indicator, remark
from converter.extracting.indicators.manner import mannered
from converter.extracting.indicators.names import Mention, mentions
from converter.extracting.indicators.onward import ahead_of, onward, superseded
from converter.extracting.indicators.opening import holds_on, leads, listed, may_expect, names_first, opened, partly, same_below
from converter.extracting.indicators.references import may_refer, references, untold
from converter.extracting.indicators.scope import of_corps
from converter.extracting.indicators.status import targets_status
from converter.extracting.indicators.token import Token
from converter.extracting.indicators.tokens import tokens
from converter.extracting.values.blanks import tight
from converter.extracting.values.periods import Period
from converter.extracting.values.signs import may_have
from converter.models.facts import Indicator
from converter.reading.source import Remark
from converter.sectioning.tree import Paragraph, Section, Sectioned
from converter.text import View

Read = tuple[list[Statement], list[Unbound]]


def indicators(sectioned: Sectioned, years: Years, place: PlaceWords) -> tuple[tuple[Indicator, ...], tuple[Remark, ...]]:
    """Every statement about the report's own place, in reading order, and remarks on names whose figures could not be bound."""
    made: dict[tuple[object, ...], Indicator] = {}
    mended = sectioned.mended
    place = called(mended.source.text, mended.reach, place)
    remarks: list[Remark] = []
    for section, paragraph, view, sentences in _paragraphs(sectioned, years, place):
        found, lost = _in_paragraph(view.shadow, sentences, years, place)
        for statement in found:
            entry = indicator(statement, view, section, paragraph, mended)
            made.setdefault(_key(entry), entry)
        remarks += [remark(item, view) for item in lost]
    return tuple(made.values()), tuple(remarks)


def _key(x: Indicator) -> tuple[object, ...]:
    """Said twice is one statement; placeholders are all alike, and tell nothing of that."""
    if x.value is None and x.growth is None and x.comparator not in ("sync", "above_other", "qualitative"):
        return x.id, x.span
    return x.id, x.kind == "target", x.period, x.value, x.unit, x.growth, x.growth_unit, x.comparator


def _paragraphs(sectioned: Sectioned, years: Years, place: PlaceWords) -> Iterator[tuple[Section, Paragraph, View, list[Sentence]]]:
    """Every paragraph with an indicator's name that can say something of it; a time that opens one holds on within the same top section."""
    running: Frame | None = None
    for section, above in sectioned.walk():
        role = voice(sectioned, section, above)
        if role is None:
            continue
        title = sectioned.mended.view(section.title).shadow if section.title else ""
        parent = running if above else None
        frame = of_section(role, title, parent, years)
        for paragraph in section.paragraphs:
            view = tight(sectioned.mended.view(paragraph.span))
            text = view.shadow
            named = mentions(text, place) if may_state(text, 0, len(text)) and not of_corps(text, place) else ()
            sentences, frame = by_sentence(text, frame, years, named)
            if named:
                yield section, paragraph, view, sentences
        running = frame


def may_state(text: str, start: int, end: int) -> bool:
    """Whether a stretch can say anything of an indicator: has a figure, or what stands for one."""
    return may_have(text, start, end) or text.find("持平", start, end) >= 0 or may_refer(text, start, end)


def _in_paragraph(text: str, sentences: list[Sentence], years: Years, place: PlaceWords) -> Read:
    """What sentences with a name say; 预计 and the aim of a list hold on from a sentence to one right behind it that a name opens."""
    found: list[Statement] = []
    lost: list[Unbound] = []
    aim, forecast, since, ahead = None, False, None, None
    whole: int | None = None  # how far 预计 that opens the paragraph has held
    noted = same_below(text)
    for start, end, frame, mine, follows in sentences:
        if not (aim or forecast or since or ahead or may_state(text, start, end) or (start <= CALL and may_expect(text, start, end))):
            aim = "预期" if listed(text, start, end) else None
            continue  # says nothing, nor to the sentences behind it
        stream = tokens(text, start, end, mine, years, frame.planned) if mine else ()
        goes_on, own = names_first(stream), opened(stream)
        aim = "预期" if listed(text, start, end) else aim if goes_on and follows else None
        forecast = (forecast and goes_on and follows) or (start <= CALL and own[0])
        if start <= CALL and own[0]:
            whole = end
        elif whole is not None:
            whole = end if holds_on(text, whole, start) else None
        if mine:
            expected = forecast or (whole is not None and not partly(stream)) or own[0] or (noted is not None and noted < end)
            held = Held(expected, own[1] or aim, since, ahead) if goes_on else Held(expected, own[1])
            got, missed, since, ahead = _in_sentence(text, stream, mine, frame, years, held)
            kept = [made for made in got if not untold(text, (made.start, made.end), made.reference, made.kind == "actual", place)]
            found += [mannered(text, made, end) for made in kept]
            lost += missed
    return found, lost


class Held(NamedTuple):
    """What the sentence opens with, or holds on from those before: 预计, the aim of a list, 与2016年相比, 到2030年 in a review."""

    forecast: bool
    verb: str | None = None
    since: Period | None = None
    ahead: Period | None = None


def _in_sentence(
    text: str, stream: tuple[Token, ...], named: tuple[Mention, ...], frame: Frame, years: Years, held: Held
) -> tuple[list[Statement], list[Unbound], Period | None, Period | None]:
    """The stretches of a sentence up to ; each with its own subject; time and 预计 that open the sentence hold in all.

    The third and fourth given back are the base of all changes, where the sentence names one before all names, and a time to come.
    """
    forecast, verb = held.forecast, held.verb
    refers = may_refer(text, stream[0].start, stream[-1].end)
    if not refers and not any(token.kind in _STATING for token in stream):
        return [], [], held.since, None
    found: list[Statement] = []
    lost: list[Unbound] = []
    time, base = held.ahead, held.since
    before: Binder | None = None
    led = leads(stream)
    for part in _stretches(stream) if text.find(";", stream[0].start, stream[-1].end) >= 0 else (stream,):
        expected = forecast or (part is not stream and opened(part)[0])
        binder = Binder(time=time, forecast=expected, verb=verb, since=base)
        resumed = before is not None and binder.follow(before, part)
        binder.walk(part)
        base, before = binder.since, binder
        if not resumed or (binder.first and binder.first.several):
            # the time a stretch opens with holds on, whatever other time stands further in
            opens = led and (part is stream or leads(part))
            time = ((binder.first if opens else time) or binder.time) if led else onward(binder, time, frame, years)
        found = superseded(found, binder, stream, part) if resumed else found
        found += _told(binder, _relative(text, part, named, frame, years, binder) if refers else [], frame, years)
        lost += binder.unbound
    return found, lost, base, ahead_of(time, frame, years) if found else None


# kinds of tokens without which a sentence says nothing by itself, nor to those behind it
_STATING = frozenset(("figure", "number", "flat", "base"))


def _told(binder: Binder, relative: list[Statement], frame: Frame, years: Years) -> list[Statement]:
    """The statements of a stretch in the order printed; a figure within a relative one is that one's."""
    if not relative:
        return sorted(statements(binder.facts, frame, years), key=_start) if binder.facts else []
    own = [f for f in binder.facts if not any(r.start <= f.quantity.start < r.end for r in relative)]
    return sorted(statements(own, frame, years) + relative, key=_start)


_start = attrgetter("start")


def _relative(
    text: str, part: tuple[Token, ...], named: tuple[Mention, ...], frame: Frame, years: Years, binder: Binder
) -> list[Statement]:
    """What the stretch says in relation to something else, at the time that stands before it."""
    if not part:
        return []
    mine = tuple(m for m in named if part[0].start <= m.start < part[-1].end)
    out = []
    for found in references(text, mine, part[-1].end):
        times = [t.period for t in part if t.kind == "time" and t.start < found.mention.start and t.period]
        verb = binder.aim_of(part, found.mention.start, found.end)
        made = relative_statement(found, times[-1] if times else None, verb, frame, years, binder.forecast)
        if made:
            out.append(made)
    return out


def _stretches(stream: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    start = 0
    for place, token in enumerate(stream):
        if token.text == ";":
            yield stream[start:place]
            start = place + 1
    if start < len(stream):
        yield stream[start:]


__all__ = ["indicators", "targets_status"]
