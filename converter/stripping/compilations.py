"""Several reports in one input: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.reading.source import Line, Source
from converter.stripping.annexes import is_annex_heading
from converter.stripping.closing import closing, is_closing
from converter.stripping.front import DATED_MEETING, front
from converter.stripping.glance import Glance, glances
from converter.stripping.opening import HEADING, REPORTING, SALUTATION, opens

SHORTEST = 1500  # characters of the shortest report of a compilation; a teaser is shorter
NEAR = 6  # lines above an opening among which its masthead has one
UP = 14  # non-blank lines that a masthead with its site chrome takes above the opening


def cut(source: Source, seen: Sequence[Glance] | None = None) -> list[tuple[Line, ...] | None]:
    """The lines of each report; one entry, None, where the input holds a single report. seen: its lines, if somebody has looked."""
    every = glances(source, source.lines) if seen is None else seen
    inside = [glance for glance in every if glance.line.hints.region != "outside"]
    starts = [i if _titled(inside, i) else _masthead(inside, i) for i in _openings(inside)]
    if len(starts) < 2:
        return [None]
    cuts = [0, *(inside[i].line.index for i in starts[1:]), len(source.lines)]
    return [source.lines[a:b] for a, b in pairwise(cuts)]


def _openings(lines: Sequence[Glance]) -> list[int]:
    """Openings that stand a report's length apart; a report calls 各位代表 often, but reports to the meeting once."""
    found: list[int] = []
    titles: set[str] = set()  # of those found: sites print one again where a page turns
    size = 0
    for i, glance in enumerate(lines):
        begins = _begins(lines, i) and (not found or (size >= SHORTEST and _parted(lines, found[-1], i)))
        due = not found or (size >= SHORTEST and glance.compact not in titles)
        if begins or (due and glance.compact.endswith(_ENDS) and _titled(lines, i)):
            found.append(i)
            titles.update(g.compact for g in lines[max(0, i - NEAR) : i + 1])
            size = 0
        size += len(glance.compact)
    return found if size >= SHORTEST else found[:-1]


def _titled(lines: Sequence[Glance], i: int) -> bool:
    """江口县政府工作报告(摘要), and 一、 soon below it without a salutation: abridged reports of several places, one behind another.

    Or the day and the meeting at once below it: a report that turns to nobody.
    """
    compact = lines[i].compact
    if len(compact) > _TITLE or not compact.endswith(_ENDS) or not _OF_A_PLACE.search(compact) or not front(compact, None):
        return False
    below = [g.compact for g in lines[i + 1 : i + 1 + NEAR]]
    if any(opens(c[:200]) for c in below):
        return False
    return any(c.startswith(("一、", "(一)")) and HEADING.match(c) for c in below) or any(DATED_MEETING.match(c) for c in below[:1])


_TITLE = 40  # characters
_ENDS = ("报告", ")")
_OF_A_PLACE = re.compile(r"[省市县区州盟旗镇乡](?:人民)?政府工作报告(?:\((?:摘要|摘登|摘编|节选|[^()]{4,10}日[^()]{2,8})\))?\Z")


def _parted(lines: Sequence[Glance], before: int, i: int) -> bool:
    """Whether last words lie between two openings or, where the first report breaks off, a title or meeting stands above the second."""
    titled = any((found := front(g.compact, None)) and found[0] in ("title", "meeting") for g in lines[max(0, i - NEAR) : i])
    return titled or any(is_closing(g.compact) for g in lines[before:i])


def _begins(lines: Sequence[Glance], i: int) -> bool:
    """各位代表: …我代表政府报告工作,请予审议 below a masthead: the whole formula, since reports turn to the deputies in between too."""
    compact = lines[i].compact
    if not compact.startswith("各位") or not SALUTATION.match(compact):
        return False
    words = "".join(g.compact for g in lines[i : i + 2])[:200]
    return bool(REPORTING.search(words)) and "审" in words and any(front(g.compact, None) for g in lines[max(0, i - NEAR) : i])


def _masthead(lines: Sequence[Glance], opening: int) -> int:
    """The first line above an opening that belongs to it: below the last words of the report before, at its masthead."""
    low = max(0, opening - UP)
    last = closing(lines[low:opening])
    low = low + last + 1 if last is not None else low
    heads = (i for i in range(low, opening) if front(lines[i].compact, None) and not is_annex_heading(lines[i].compact))
    return next(heads, opening)  # 《政府工作报告》名词解释 belongs to the report above
