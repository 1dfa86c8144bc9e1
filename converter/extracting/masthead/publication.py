"""When and by whom the page was published: bylines, what the page states about itself, the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from converter.extracting.masthead.pieces import Piece, Pieces
from converter.extracting.values.dates import full_dates
from converter.lexicons import either, load
from converter.models.metadata import Stated
from converter.reading.source import Stated as StatedLine
from converter.text import Span

Found = tuple[str, Span | Stated]
_STATED_DATE = ("pubdate", "publishdate", "published_time", "datepublished", "date")
_STATED_SOURCE = ("contentsource", "source")
_STATED_SITE = ("sitename", "site_name")


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("masthead")
    return re.compile(either(words["published"])), re.compile(either(words["not_published"]))


def _rank(piece: Piece, start: int) -> int:
    """How plainly the date is that of publication: its own label, a byline, any chrome line."""
    own, other = _labels()
    before = piece.shadow[max(0, start - 12) : start].rstrip(" :[(")
    if (foreign := list(other.finditer(before))) and foreign[-1].end() >= len(before) - 1:
        return 0
    if (label := list(own.finditer(before))) and label[-1].end() >= len(before) - 1:
        return 3
    return 2 if piece.kind == "byline" else 1 if piece.kind in (None, "toolbar", "other") or len(piece.text) <= _SHORT else 0


_SHORT = 40  # characters of a line above the text that names who posted it and when


def published_on(parts: Pieces, stated: Sequence[StatedLine]) -> Found | None:
    """The date of publication: labelled, else of a byline, else as the page states it."""
    ranked = []
    before: str | None = None
    own = [piece for piece in parts.removed if piece.kind not in _OTHERS]
    for piece in own:
        for date in full_dates(piece.text, piece.shadow):
            rank = 0 if _PRINTED.match(piece.shadow, date.span[1]) else _rank(piece, date.span[0])
            if date.span[0] == 0 and before is not None:
                rank = _after_label(before, rank)
            if rank and date.iso and date.day:
                ranked.append((rank, date.iso, piece.span(*date.span)))
        before = piece.shadow
    if ranked:
        best = max(ranked, key=lambda row: row[0])
        return best[1], best[2]
    for line in _stated(stated, _STATED_DATE):
        for date in full_dates(line.text):
            if date.iso and date.day:
                return date.iso, Stated(origin=line.origin, text=line.text)
    return None


_PRINTED = re.compile(" ?印")  # 会议秘书处2014年1月6日印: when the paper copies were made

# These tell of other pages, or of the meeting.
_OTHERS = ("related_links", "breadcrumb", "license", "pagination", "duplicate", "editor_note")


def _after_label(before: str, rank: int) -> int:
    """A label that stands alone on the line above speaks for the date."""
    _, other = _labels()
    line = before.rstrip(" :")
    if other.search(line) and line.endswith(tuple(load("masthead")["not_published"])):
        return 0
    return 3 if line.endswith(tuple(load("masthead")["published"])) and len(line) < 10 else rank


def _stated(stated: Sequence[StatedLine], keys: tuple[str, ...]) -> Iterator[StatedLine]:
    for key in keys:
        for line in stated:
            if line.origin.lower().replace("-", "").replace(":", " ").split()[-1].endswith(key) and line.text.strip():
                yield line


@cache
def _source() -> re.Pattern[str]:
    words = load("masthead")
    stop = either(words["after_source"])
    end = rf"[ ]{{2,}}|[ ]?{stop}|[|\[【]|(?:19|20)\d\d[年\-/.]|$"
    return re.compile(rf"{either(words['source'])}[ ]?[:|丨](?P<source>(?:(?!{stop})[^|\[【]){{0,40}}?)(?={end})")


def publisher(parts: Pieces, stated: Sequence[StatedLine]) -> Found | None:
    """来源 as printed, on its line or on the next; else the site's name as its chrome prints or states it."""
    here: Piece
    after: Piece | None
    for here, after in zip_longest(parts.removed, parts.removed[1:]):
        for match in _source().finditer(here.shadow):
            text = _ended(here.text[match.start("source") : match.end("source")].split("\t")[0])
            if text:
                start = here.text.find(text, match.start("source"))
                return text, here.span(start, start + len(text))
            if match.end() >= len(here.text.rstrip()) and after is not None and _name_like(after):
                return after.text, after.span(0, len(after.text))
        if after is not None and "".join(here.shadow.split()) in load("masthead")["source_sure"] and _name_like(after):
            return after.text, after.span(0, len(after.text))  # the cells of a table, a line each
    for line in _stated(stated, _STATED_SOURCE):
        return line.text.strip(), Stated(origin=line.origin, text=line.text)
    return site(parts, stated)


def _ended(text: str) -> str:
    """A name without the marks behind it; a bracket that it does not open is no part of it: （来源：市日报）."""
    bare = text.strip().rstrip("，,、;；|")
    return bare if "(" in bare or "（" in bare else bare.rstrip(")）")


def _name_like(piece: Piece) -> bool:
    return 2 <= len(piece.text) <= 25 and not re.search(r"[\d:，。,【\[]", piece.shadow) and not _labels()[0].search(piece.shadow)


@cache
def _site() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A greeting that holds a site's name, and a line that is one."""
    ends = either(load("masthead")["site_ends"])
    greeting = rf"欢迎(?:您)?(?:来到|访问|光临|使用|浏览)(?:专业的)?(?P<name>[\w]{{2,14}}?{ends})(?:平台|网站)?"
    return re.compile(greeting), re.compile(rf"^(?P<name>[\w]{{2,14}}{ends}(?:[ ]?[\-—|][ ]?[\w]{{2,16}})?)$")


def site(parts: Pieces, stated: Sequence[StatedLine]) -> Found | None:
    """The site's own name: a navigation line that is one (公文搜网 - 蓝秘书公文之家), or the name a greeting holds."""
    for piece in parts.before:
        if piece.kind in ("navigation", "login", "breadcrumb", None) and len(piece.text) < 90:
            for pattern in _site():
                match = pattern.search(piece.shadow)
                if match is not None and not any(word in match["name"] for word in load("masthead")["not_site"]):
                    return piece.text[match.start("name") : match.end("name")], piece.span(*match.span("name"))
    for line in _stated(stated, _STATED_SITE):
        return line.text.strip(), Stated(origin=line.origin, text=line.text)
    return None
