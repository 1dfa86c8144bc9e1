"""From the text to the list: announcement, items, and whether their number is the one announced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from converter.extracting.lines import Placed, whole
from converter.extracting.notes.regions import Lined, lined
from converter.extracting.projects.announcements import SIGN, Announcement, announcements, title
from converter.extracting.projects.enumerations import Mark, enumeration, inner
from converter.extracting.projects.foregoing import foregoing
from converter.extracting.projects.items import Item, dashed, divided, fields, listed, numbered
from converter.extracting.projects.tables import cells, columns
from converter.mending.blocks import Mended
from converter.models.facts import Project
from converter.reading.source import Remark
from converter.sectioning.tree import Sectioned
from converter.text import Span, View, joined

MISCOUNT = "GWR431"
LOOKED_BACK = frozenset({"review", "achievements", "problems"})
LEAST = 8  # items of a list that announces no number
FEW = 3  # … unless it fills an annex of that name
SEVERAL = 5  # parts of a sentence that are no accident where as many were announced
WAIT = 4  # lines of an annex without the next mark, after which its row has ended
NEAR = 160  # characters between the announcement and its first item
FORWARD = 400  # lines a list may take
MOST = 50  # announcements in one line; a report has two or three in all

Found = tuple[Announcement, tuple[Item, ...], Span]


def _fits(items: tuple[Item, ...], counts: tuple[int, ...]) -> bool:
    """Whether these can be the announced ones: as many, or nearly; an unannounced list must have some length."""
    if not counts:
        return len(items) >= LEAST
    return any(4 * len(items) >= 3 * n and 4 * n >= 3 * len(items) for n in counts)


def _span(line: Placed) -> Span:
    return line.view.offsets[0], line.view.offsets[-1] + 1


def _in_text(lines: Sequence[Placed], place: int) -> Iterator[Found]:
    """Lists announced by a sentence of this line, in the same line or in the lines behind it."""
    spoken = tuple(islice(announcements(lines[place].view.shadow), MOST))
    views = [line.view for line in lines[place : place + FORWARD]] if spoken else []
    for said, after in zip_longest(spoken, spoken[1:]):
        items = _announced(views, said, after) or foregoing(views[0], said.end)
        if items:
            yield said, items, _span(lines[place])


def _announced(views: Sequence[View], said: Announcement, after: Announcement | None) -> tuple[Item, ...]:
    shadows = [view.shadow for view in views]
    row = enumeration(shadows, said.end, NEAR)
    if row and not (after and not row[0].line and after.end <= row[0].start):
        items = numbered(views[: row[-1].line + 1], row, whole=False)
        # 今年为民办好27件实事：（1）… is the list even where each of its fourteen items holds two
        at_once = said.opens and _at_once(shadows, said.end, row[0])
        least = FEW if said.following else LEAST
        return items if _fits(items, said.counts) or (at_once and len(items) >= least) else ()
    if not said.counts or not (said.opens or said.counts[-1] >= SEVERAL):
        return ()
    return _unmarked(views, said)


def _at_once(shadows: Sequence[str], end: int, first: Mark) -> bool:
    """Whether the first mark stands right behind the announcement, or opens the next line."""
    if not first.line:
        return first.start <= end + 1
    return first.line == 1 and not shadows[0][end:].strip() and not shadows[1][: first.start].strip()


def _unmarked(views: Sequence[View], said: Announcement) -> tuple[Item, ...]:
    """A list without marks, as many as announced: parts of the sentence (15个方面20件 may be fifteen), or lines."""
    parts = (divided(views[0], said.end, count) for count in reversed(said.counts) if said.opens or count >= SEVERAL)
    found = next((items for items in parts if items), ()) or fields(views[0], said.end, said.counts)
    if found or not said.opens:
        return found
    return dashed(views, said.end, said.counts) or listed(views, said.end, said.counts)


def _under_title(lines: Sequence[Placed], place: int) -> Iterator[Found]:
    """The list that a heading, or a line of its own, names and that fills the lines below it: an annex."""
    said = title(lines[place].view.shadow)
    if not said:
        return
    views = [line.view for line in lines[place + 1 : _end(lines, place)]]
    items = cells(views) or columns(views)
    if not items and views:
        shadows = [view.shadow for view in views]
        row, headed = inner(shadows, NEAR, WAIT)
        row = row or enumeration(shadows, 0, NEAR, WAIT)
        items = numbered(views, row, whole=lines[place].role == "annex", headed=headed) if row else ()
    alone = lines[place].role == "annex" and not said.counts and len(items) >= FEW
    if items and (alone or _fits(items, said.counts)):
        yield said, items, _span(lines[place])


def _end(lines: Sequence[Placed], place: int) -> int:
    """The next heading of the same level or above; for a line that is no heading, the next heading of any level."""
    level = lines[place].level or 9
    last = min(len(lines), place + 1 + FORWARD)
    return next((i for i in range(place + 1, last) if 0 < lines[i].level <= level), last)


def _lists(lines: Sequence[Placed]) -> Iterator[Found]:
    ahead = [place for place, line in enumerate(lines) if line.role not in LOOKED_BACK]
    for at in joined([lines[place].view.shadow for place in ahead]).touched(SIGN):
        yield from list(_under_title(lines, ahead[at])) or _in_text(lines, ahead[at])


def _project(mended: Mended, item: Item) -> Project:
    low = item.pieces[0][0].offsets[item.pieces[0][1]]
    high = item.pieces[-1][0].offsets[item.pieces[-1][2] - 1] + 1
    return Project(number=item.number, text=whole(mended, (low, high)), span=(low, high))


def _chosen(found: Sequence[Found]) -> Found | None:
    """One list a report: the longest in words, so that an annex wins over the sentence that sums it up."""
    return max(found, key=lambda f: sum(b - a for item in f[1] for _, a, b in item.pieces), default=None)


def projects(sectioned: Sectioned, seen: Lined | None = None) -> tuple[tuple[Project, ...], tuple[Remark, ...]]:
    """The livelihood projects promised for the year, in order, and a remark where their number is not the one announced.

    seen: the report's lines, where they are known.
    """
    chosen = _chosen(tuple(_lists(tuple((seen or lined(sectioned)).outside()))))
    if chosen is None:
        return (), ()
    said, items, span = chosen
    found = tuple(_project(sectioned.mended, item) for item in items)
    if not said.counts or len(found) in said.counts:
        return found, ()
    announced = " or ".join(map(str, said.counts))
    return found, (Remark(MISCOUNT, "warning", f"announced {announced} livelihood projects, found {len(found)}", span),)
