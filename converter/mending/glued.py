"""Headings and paragraphs glued to the end of another: the numbering tells which heading is missing where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from converter.expressions import rare
from converter.mending.dense import chain, unbroken
from converter.numbering import STYLES, Mark, mark
from converter.text import Joined, joined

_HAN = "[一二三四五六七八九十]"
_COUNTED = rf"(?!{_HAN}[环产期季级线等次类批、])"  # 二、三环路, 一、二、三产业: numerals that count together
_BEHIND = rf"[\"”]? *(?=(?:\({_HAN}{{1,3}}\)|[㈠-㈩]|{_HAN}{{1,3}}、{_COUNTED})[^、])"
_INNER = rare(f"[。!?]{_BEHIND}")
_INNERS = [re.compile(stop + _BEHIND) for stop in ("。", "!", r"\?")]  # quick: a plain character in front
_CHILD = re.compile(r"(?<=[^\s、.)]) +(?=\(一\))")  # 三、2017年主要工作任务 (一)深化…: parent and first child on one line
_SALUTATION = rare(r"(?<=[。!?]) *(?=各位代表[,!:])")
_SALUTED = re.compile("各位代表(?<=[。!? ]各位代表)[,!:]")  # quick: plain characters in front
_DEPTH = {style: depth for depth, (style, _) in enumerate(STYLES)}
_FAR_IN = 60  # a line may open with a verse before it turns to the deputies; farther in, a paragraph was glued


def seams(shadows: Sequence[str]) -> dict[int, list[int]]:
    """For every block to which others are glued the offsets at which those start."""
    text = joined(shadows)
    found = headings(shadows, text)
    for at in text.touched(_SALUTED):
        found[at] = sorted({*found.get(at, ()), *salutations(shadows[at])})
    return found


def salutations(shadow: str) -> list[int]:
    """Offsets of 各位代表 glued to the end of a paragraph."""
    return [m.end() for m in _SALUTATION.finditer(shadow) if m.start() >= _FAR_IN]


def headings(shadows: Sequence[str], text: Joined) -> dict[int, list[int]]:
    """The offsets at which a glued heading starts, for every block that has one; text: the blocks as one.

    A mark after a full stop is a heading where its number continues the line-start headings of the same style before
    it, and the next line-start heading of the style continues it (or starts anew); else it enumerates within a paragraph.
    A text without line breaks has rules of its own (dense).
    """
    if unbroken(shadows):
        return {i: chain(s) for i, s in enumerate(shadows)}
    lines, near = [mark(s) for s in shadows], {at for each in _INNERS for at in text.touched(each)}
    out: dict[int, list[int]] = {}
    last: dict[str, int] = {}
    ends = {i: tail for i in near if (tail := _tail(shadows[i]))}
    texts = {i: shadows[i] for i in near}
    for i, here in enumerate(lines):
        if here:
            last = _after(last, here)
        elif i not in near:
            continue
        shadow = shadows[i]
        children = _CHILD.finditer(shadow, 0, 60) if here and "(一)" in shadow[:60] else ()
        inside = [*(_INNER.finditer(shadow) if i in near else ()), *children]
        marks = [inner for found in inside if (inner := mark(shadow, found.end()))]
        rows = _rows(marks)
        for found in inside:
            inner = mark(shadow, found.end())
            if not inner or inner.number != last.get(inner.style, 0) + 1 or not _like_heading(shadow, inner):
                continue
            behind = _behind(i, lines, ends if inner == ends.get(i) else {}, texts)
            if inner in rows or _continues(_last(inner, marks), behind, last, alone=_ends_line(shadow, inner)):
                out.setdefault(i, []).append(found.end())
                last = _after(last, inner)
    return out


def _after(last: dict[str, int], here: Mark) -> dict[str, int]:
    depth = _DEPTH[here.style]
    return {**{k: v for k, v in last.items() if _DEPTH[k] <= depth}, here.style: here.number}


def _rows(marks: Sequence[Mark]) -> Sequence[Mark]:
    """(一) (二) (三) … of one line, each behind a full stop and with a paragraph's text: a whole part that lost its breaks."""
    rows: list[list[Mark]] = []
    for inner in marks:
        if inner.style == "paren" and inner.number == 1:
            rows.append([inner])
        elif inner.style == "paren" and rows and inner.number == rows[-1][-1].number + 1:
            rows[-1].append(inner)
    return [inner for row in rows if len(row) >= _ROW and row[-1].start - row[0].start >= _EACH * (len(row) - 1) for inner in row]


_ROW, _EACH = 3, 80  # an enumeration within a paragraph has shorter items, and follows a colon


def _last(inner: Mark, marks: Iterable[Mark]) -> Mark:
    """The last of those that count on from this one on its line: （二） and （三） may both be glued to （一）."""
    for other in marks:
        if other.style == inner.style and other.number == inner.number + 1:
            inner = other
    return inner


def _tail(shadow: str) -> Mark | None:
    """The mark of a title at the end of a line."""
    found = [*_INNER.finditer(shadow, max(0, len(shadow) - 80))]
    inner = mark(shadow, found[-1].end()) if found else None
    return inner if inner and _ends_line(shadow, inner) else None


def _within(shadow: str) -> list[Mark]:
    """The marks behind full stops in a line."""
    return [inner for found in _INNER.finditer(shadow) if (inner := mark(shadow, found.end()))]


def _behind(i: int, lines: Sequence[Mark | None], ends: Mapping[int, Mark], near: Mapping[int, str]) -> Iterator[tuple[Mark, bool]]:
    """The marks behind a line, and whether each proves something: of the lines that begin with one and of the titles that are glued
    to the ends of others; what else stands within a line may be glued as well, and only counts on."""
    for at in range(i + 1, len(lines)):
        if here := lines[at]:
            yield here, True
        if at in near:
            yield from ((inner, inner == ends.get(at)) for inner in _within(near[at]))


def _ends_line(shadow: str, inner: Mark) -> bool:
    """Whether nothing but a title stands from the mark to the end of the line."""
    rest = shadow[inner.end :].rstrip()
    return 4 <= len(rest) <= 60 and not re.search(r"[。;!?]", rest[:-1])  # a title may have a full stop of its own


def _continues(inner: Mark, rest: Iterable[tuple[Mark, bool]], last: dict[str, int], alone: bool) -> bool:
    """The next line-start mark of the style is the one after this; a first mark needs that proof, a later one may be the last.
    alone: it is a title at the end of its line; then marks may be missing behind it, as they may be glued too."""
    due = inner.number + 1
    for following, proves in rest:
        if following.style == inner.style and proves:
            skipped = alone and inner.number > 1 and following.number > inner.number
            return skipped or following.number == due or (following.number == 1 and inner.number > 1)
        if following.style == inner.style and following.number == due:
            due += 1
        if proves and following.style == "han" and inner.style == "paren":
            break
    return inner.number > 1 and inner.style in last


def _like_heading(shadow: str, inner: Mark) -> bool:
    """A heading's title ends within 60 characters, by a full stop or with the line."""
    rest = shadow[inner.end : inner.end + 62]
    return "。" in rest or len(shadow) - inner.end <= 60
