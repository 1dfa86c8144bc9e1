"""From marks to items: where each project's words begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from converter.expressions import rare
from converter.extracting.projects.enumerations import Mark
from converter.frozen import dataclass
from converter.lexicons import either, load
from converter.text import View

_WORDS = load("projects")
_STOP = re.compile(r"[。!?]")
_CLOSING = rare(rf"{either(_WORDS['closing'])}|各位代表|[^。!?]{{0,40}}实事")
_OFFICE = rare(rf" *{either(_WORDS['other_columns'])} *:")

Piece = tuple[View, int, int]


@dataclass(frozen=True)
class Item:
    """A project: its number where one is printed, and its words, line by line."""

    number: int | None
    pieces: tuple[Piece, ...]


def trimmed(line: View, start: int, end: int) -> Piece:
    """The stretch without outer blanks and without the ；or ， that divides it from the next."""
    text = line.shadow[start:end]
    return line, start + len(text) - len(text.lstrip()), start + len(text.rstrip(" ;,、"))


def _sentences(text: str) -> int:
    return len(_STOP.findall(text.rstrip("。!? ")))


def _last_end(text: str, single: bool) -> int:
    """Where the last item ends in what is left of its line: after its sentence where the others have one, before the closing words."""
    stop = _STOP.search(text)
    if single and stop:
        return stop.end()
    for found in _STOP.finditer(text):
        if _CLOSING.match(text, found.end()):
            return found.end()
    return len(text)


def numbered(views: Sequence[View], row: Sequence[Mark], whole: bool, headed: frozenset[int] = frozenset()) -> tuple[Item, ...]:
    """The items between the marks; `whole` says that the lines hold nothing but the list (a section of its own).

    headed: lines that are headings among the items and belong to none.
    """
    spans = [_between(views, mark, after, headed) for mark, after in zip(row, [*row[1:], None], strict=True)]
    single = all(sum(_sentences(v.shadow[a:b]) for v, a, b in held) == 0 for held in spans[:-1])
    out = []
    for mark, held in zip(row, spans, strict=True):
        if mark is row[-1] and not whole:
            view, start, end = held[0]
            held = [(view, start, start + _last_end(view.shadow[start:end], single))]
        pieces = tuple(piece for piece in (trimmed(*p) for p in _without_offices(held)) if piece[1] < piece[2])
        if pieces:
            out.append(Item(mark.number, pieces))
    return tuple(out)


def divided(line: View, at: int, count: int) -> tuple[Item, ...]:
    """The parts of the sentence behind `at` between its semicolons, where they are as many as announced: they carry no numbers."""
    stop = _STOP.search(line.shadow, at)
    end = stop.start() if stop else len(line.text)
    cuts = [at, *(i + 1 for i in range(at, end) if line.shadow[i] == ";"), end + 1]
    pieces = [trimmed(line, a, b - 1) for a, b in pairwise(cuts)]
    return tuple(Item(None, (piece,)) for piece in pieces) if len(pieces) == count and all(a < b for _, a, b in pieces) else ()


def fields(line: View, at: int, counts: Sequence[int]) -> tuple[Item, ...]:
    """The fields of 十个方面 told one behind another, as many as announced: 就业方面，…。教育方面，…。"""
    starts = [found.start() for found in _FIELD.finditer(line.shadow, at)]
    if len(starts) not in counts or line.shadow[at : starts[0]].strip():
        return ()
    *held, (last, end) = pairwise([*starts, len(line.text)])
    single = all(_sentences(line.shadow[a:b]) == 0 for a, b in held)
    spans = [*held, (last, last + _last_end(line.shadow[last:end], single))]
    return tuple(Item(None, (trimmed(line, a, b),)) for a, b in spans)


_FIELD = rare(r"(?<=[。:])(?:在)?[^,。;: ]{2,14}方面[,:]")


def dashed(views: Sequence[View], at: int, counts: Sequence[int]) -> tuple[Item, ...]:
    """The lines that open with a dash below the announcement, where they are as many as announced: ——教育惠民工程。…"""
    if views[0].shadow[at:].strip():
        return ()
    found = list(takewhile(lambda view: view.shadow.lstrip().startswith("—"), views[1:]))
    pieces = [trimmed(view, len(view.shadow) - len(view.shadow.lstrip(" —")), len(view.shadow)) for view in found]
    return tuple(Item(None, (piece,)) for piece in pieces) if len(found) in counts else ()


def listed(views: Sequence[View], at: int, counts: Sequence[int]) -> tuple[Item, ...]:
    """The lines below the announcement without a mark, where they are as many as announced: each ends in ；, the last in 。"""
    if views[0].shadow[at:].strip():
        return ()
    for count in counts:
        found = views[1 : count + 1]
        ends = "".join(view.shadow.rstrip()[-1:] for view in found)
        if len(found) == count and ends[:-1] == ";" * (count - 1) and ends[-1] in ";。":
            return tuple(Item(None, (trimmed(view, 0, len(view.shadow)),)) for view in found)
    return ()


def _between(views: Sequence[View], mark: Mark, after: Mark | None, headed: frozenset[int]) -> list[Piece]:
    """From a mark to the next one or to a heading; the last runs to the end of the lines."""
    last = after.line if after else len(views) - 1
    held = [(views[mark.line], mark.end, after.start if after and after.line == mark.line else len(views[mark.line].text))]
    for place in range(mark.line + 1, last + 1):
        if place in headed:
            break
        held.append((views[place], 0, after.start if after and place == after.line else len(views[place].text)))
    return held


def _without_offices(held: list[Piece]) -> list[Piece]:
    """Lines up to the first that names the offices in charge: 牵头单位：市扶贫办"""
    for place, (view, start, end) in enumerate(held):
        if place and _OFFICE.match(view.shadow[start:end]):
            return held[:place]
    return held
