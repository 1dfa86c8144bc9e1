"""Texts that lost all their line breaks: the numbering alone tells where headings start.

What a heading's line break would have shown is gone: an enumeration within a paragraph cannot be told from headings by
its place. So a chain counts only as a whole: 一、 二、 三、 each behind a full stop, and (一) (二) between two of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from converter.expressions import rare
from converter.numbering import Mark, mark

Place = tuple[int, Mark]  # an offset, and the number that begins there

EACH = 60  # characters of a heading with its paragraph; an item of an enumeration has fewer
DENSE = 1500  # characters of the average block; a report's paragraphs have some 300, long ones 900
_GLUED = re.compile(r"[^。:]{4,45}?(?=\(一\)[^、])")  # the title of a part before its first heading
_ANNOUNCED = rare(r":\"? *(?=\(一\)[^、])")
_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBER = rf"\({_HAN}\)|{_HAN} ?[、.]|第{_HAN}部分|\d{{1,2}}[、.](?!\d)|\(\d{{1,2}}\)"
_BEHIND_A_STOP = rare(rf"(?<=[。!?])\"? *(?=(?:{_NUMBER})[^、])")
_AT = itemgetter(0)
_ORDERS = ("part", "han", "paren", "arabic", "arabic_paren")
_TITLE = 48  # characters up to the full stop behind a title, where digits count


def unbroken(shadows: Sequence[str]) -> bool:
    """Whether the text stands in few very long lines, none of which begins with a heading's number."""
    if not shadows or sum(map(len, shadows)) < DENSE * len(shadows):
        return False
    return not any((first := mark(s)) and first.style in ("part", "han", "paren") for s in shadows)


def chain(shadow: str) -> list[int]:
    """Offsets of the headings in one unbroken text."""
    found = [(m.end(), here) for m in _BEHIND_A_STOP.finditer(shadow) if (here := mark(shadow, m.end()))]
    tops = {m.end(): m.start() for m in _TOP.finditer(shadow)} if "一、" in shadow else {}
    found = sorted([*found, *((at, here) for at in tops if (here := mark(shadow, at)))], key=_AT)
    cuts = _below(shadow, found, 0, len(shadow), _ORDERS)
    return sorted([*cuts, *(tops[at] for at in cuts if at in tops)])


# 2015年工作回顾一、经济…: the title of a part without a number, glued to the first heading below it.
_TOP = rare(r"(?<=[。!?])[^。!?:;,]{2,26}(?:回顾|总结|成就|情况|任务|安排|部署|目标|要求|重点|打算|建议|设想)(?=一、[^、])")


def _below(shadow: str, found: Sequence[Place], low: int, high: int, orders: Sequence[str]) -> list[int]:
    """The first of these orders that counts between two offsets, and the others between its headings."""
    for place, order in enumerate(orders):
        run = _row(shadow, [(at, here) for at, here in found if here.style == order], low, order)
        if run:
            spans, rest = list(pairwise([*run, high])), orders[place + 1 :]
            return [*run, *(at for a, b in spans for at in _below(shadow, _between(found, a, b), a, b, rest))]
    return []


def _between(found: Sequence[Place], low: int, high: int) -> Sequence[Place]:
    return found[bisect_right(found, low, key=_AT) : bisect_left(found, high, key=_AT)]


def _row(shadow: str, row: list[Place], low: int, order: str) -> list[int]:
    """The row (一) (二) (三) behind a heading above it."""
    if order == "paren" and row and row[0][1].number == 2:
        row = [*_first(shadow, low, row[0][0]), *row]
    run = _run(shadow, row)
    return run if order in _ORDERS[:3] or _titled(shadow, run) else []


def _titled(shadow: str, run: Sequence[int]) -> bool:
    """Whether 1. 2. 3. have titles and paragraphs, as the items of an enumeration have not."""
    return bool(run) and run[-1] - run[0] >= _ITEM * (len(run) - 1) and all(shadow.find("。", at, at + _TITLE) >= 0 for at in run)


_ITEM = 100  # characters


def _first(shadow: str, low: int, second: int) -> list[Place]:
    """The first of a row that goes on behind a full stop far enough from it: behind a colon, or glued to the title above."""
    glued = _GLUED.match(shadow, low, second)
    for opening in [glued] if glued else _ANNOUNCED.finditer(shadow, low, second):
        here = mark(shadow, opening.end())
        if here and second - opening.end() >= EACH:
            return [(opening.end(), here)]
    return []


def _run(shadow: str, found: Sequence[Place]) -> list[int]:
    """The offsets of 1, 2, 3 … in order, and of rows that begin anew behind them, as they do below a part that lost its number.

    A run of one is none, nor is an enumeration inside another's text. Where the first is not found, as it may be glued to what
    stands above it, and in a row that begins anew, all must have titles.
    """
    rows: list[list[Place]] = []
    ends: dict[int, list[int]] = {}  # number → which rows end with it: there may be thousands that begin anew
    for place in found:
        number = place[1].number
        if ends.get(number - 1):
            going = ends[number - 1][-1]
            for row in rows[going:]:
                ends[row[-1][1].number].pop()
            del rows[going + 1 :]
            rows[going].append(place)
            ends.setdefault(number, []).append(going)
        elif number <= _SECOND:
            ends.setdefault(number, []).append(len(rows))
            rows.append([place])
    return [at for row in rows if _counts(shadow, row, row is rows[0]) for at, _ in row]


def _counts(shadow: str, row: Sequence[Place], first: bool) -> bool:
    if first and row[0][1].number == 1:
        return len(row) > 1
    return len(row) > _SECOND and all(shadow.find("。", at, at + _TITLE) >= 0 for at, _ in row)


_SECOND = 2
