"""When the page was published: bylines, and what the page states about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from converter.expressions import rare
from converter.extracting.masthead.pieces import Piece, Pieces
from converter.extracting.masthead.records import occasions
from converter.extracting.values.dates import Date, full_dates
from converter.lexicons import either, load
from converter.models.metadata import Stated
from converter.reading.source import Stated as StatedLine
from converter.text import Span

Found = tuple[str, Span | Stated]
_STATED_DATE = (
    *("pubdate", "publishdate", "firstpublishedtime", "published_time", "datepublished", "publishtime", "publish_time", "pub_date"),
    *("pubtime", "releasedate", "date"),
)


@cache
def labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The labels of a day of publication, and those of other days."""
    words = load("masthead")
    return re.compile(either(words["published"])), re.compile(either(words["not_published"]))


def _rank(piece: Piece, start: int) -> int:
    """How plainly the date is that of publication: its own label, a byline, any chrome line."""
    own, other = labels()
    before = piece.shadow[max(0, start - 12) : start].rstrip(" :[(]】")
    if (foreign := list(other.finditer(before))) and foreign[-1].end() >= len(before) - 1:
        return 0
    if (label := list(own.finditer(before))) and label[-1].end() >= len(before) - 1:
        return 2 if _OTHER_DAY.search(before) else 3
    return 2 if piece.kind == "byline" else 1 if piece.kind in (None, "toolbar", "other") or len(piece.text) <= SHORT else 0


_OTHER_DAY = rare(r"(?:发文|上传|生成|登记|收录)(?:日期|时间)$")  # gives way to 发布日期 beside it
SHORT = 40  # characters of a line above the text that names who posted it and when


def published_on(parts: Pieces, stated: Sequence[StatedLine]) -> Found | None:
    """The date of publication: labelled, else of a byline, else as the page states it."""
    best = 0
    found: Found | None = None
    before: str | None = None
    meant = occasions(parts)  # 时间:…, 地点:… of the meeting
    for piece in parts.removed:
        if piece.kind in _OTHERS or piece in meant:
            continue
        for date in full_dates(piece.text, piece.shadow):
            own = _PRINTED.match(piece.shadow, date.span[1]) or _OCCASION.search(piece.shadow[: date.span[0]])
            rank = 0 if own else _rank(piece, date.span[0])
            if date.span[0] == 0 and before is not None:
                rank = _after_label(before, rank)
            if rank > best and date.day and date.iso:
                best, found = rank, (date.iso, piece.span(*date.span))
        before = piece.shadow
    if found or (found := _stamp(parts.before) or _posted(parts.before)):
        return found
    for line in stated_as(stated, _STATED_DATE):
        for date in full_dates(line.text):
            if date.iso and date.day:
                return date.iso, Stated(origin=line.origin, text=line.text)
    return None


def _posted(lines: Sequence[Piece]) -> Found | None:
    """发表于 2014-3-1 09:12 | 只看该作者: a post of a board, whose other words are links."""
    for piece in lines:
        if piece.kind == "related_links" and (label := labels()[0].match(piece.shadow)):
            for date in full_dates(piece.text, piece.shadow):
                if date.iso and date.day and not piece.shadow[label.end() : date.span[0]].strip(" :"):
                    return date.iso, piece.span(*date.span)
    return None


# 2025 01/18 09:31:22, and without a blank: 202501/1809:31:22
_STAMP = rare(
    r"(?P<year>20\d\d)(?:[\s年]+(?P<month>\d{1,2}) ?[/月.-] ?(?P<day>\d{1,2})(?![\d.%])"
    r"|(?P<tight>[01]\d)/(?P<tight_day>[0-3]\d)(?=[ ]?[0-2]\d:[0-5]\d))"
)


def _stamp(lines: Sequence[Piece]) -> Found | None:
    """2025 / 01/18 / 09:31:22: a stamp set in large figures, on one line or on several."""
    for above, below in zip_longest(lines, lines[1:]):
        if not above.shadow.startswith("20") or len(above.text) > SHORT:
            continue
        near = below is not None and below.start - above.start - len(above.text) <= _NEAR
        match = _STAMP.match(f"{above.shadow} {below.shadow}" if near else above.shadow)
        if match is None:
            continue
        month, day = match["month"] or match["tight"], match["day"] or match["tight_day"]
        date = Date(int(match["year"]), int(month), int(day), match.span())
        if date.iso:
            low = above.start
            return date.iso, (low, low + match.end() if match.end() <= len(above.text) else below.start + match.end() - len(above.text) - 1)
    return None


_NEAR = 12  # characters of white space between the lines of a stamp
_PRINTED = re.compile(" ?印")  # 会议秘书处2014年1月6日印: when the paper copies were made
_OCCASION = re.compile(r"报告》? ?[(][^()]*$")  # 临江市政府工作报告(2014年1月15日 李明): when it was given

# These tell of other pages, or of the meeting.
_OTHERS = ("related_links", "breadcrumb", "license", "pagination", "duplicate", "editor_note")


def _after_label(before: str, rank: int) -> int:
    """A label that stands alone on the line above speaks for the date."""
    _, other = labels()
    line = before.rstrip(" :")
    if other.search(line) and line.endswith(tuple(load("masthead")["not_published"])):
        return 0
    return 3 if line.endswith(tuple(load("masthead")["published"])) and len(line) < 10 else rank


def stated_as(stated: Sequence[StatedLine], keys: tuple[str, ...]) -> Iterator[StatedLine]:
    """What the page states about itself under one of the names, in their order."""
    for key in keys:
        for line in stated:
            if line.origin.lower().replace("-", "").replace(":", " ").split()[-1].endswith(key) and line.text.strip():
                yield line
