"""By whom the page was published: 来源, what the page states about itself, the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from converter.expressions import HAN, rare
from converter.extracting.masthead.pieces import Piece, Pieces
from converter.extracting.masthead.publication import SHORT, Found, labels, stated_as
from converter.lexicons import either, load
from converter.models.metadata import Stated
from converter.reading.source import Stated as StatedLine
from converter.text import Span

_STATED_SOURCE = ("contentsource", "source", "origin", "media", "medianame", "media_name")
_STATED_SITE = ("sitename", "site_name", "publisher.name")  # the last of JSON-LD
_ORIGIN = rare("源|出处|來源|出處")


@cache
def _source() -> re.Pattern[str]:
    words = load("masthead")
    stop = either(words["after_source"])
    end = rf"[ ]{{2,}}|[ ]?{stop}|[ ]{HAN}{{2,3}}[ ]+举报|[|\[【]|(?:19|20)\d\d[年\-/.]|$"
    mark = r"(?:[ ]?[:|丨]|[ ]?[\]】][ ]?|(?P<cell>[ ]))"  # 来源: …, [ 发布机构 ] …
    return re.compile(rf"{either(words['source'])}{mark}(?P<source>(?:(?!{stop})[^|\[【]){{0,40}}?)(?={end})")


def publisher(parts: Pieces, stated: Sequence[StatedLine]) -> Found | None:
    """来源 as printed, on its line or on the next, before 发文机关 and the like; else the site's name as its chrome prints or states it."""
    first: Found | None = None
    for label, name, span in _labelled(parts):
        if _ORIGIN.search(label):
            return name, span
        first = first or (name, span)
    if first is not None:
        return first
    for line in stated_as(stated, _STATED_SOURCE):
        return line.text.strip(), Stated(origin=line.origin, text=line.text)
    for piece in parts.before:
        if piece.kind == "byline" and (match := _behind_time().search(piece.shadow)) is not None:
            span = match.span("name" if match["name"] else "any")
            return piece.text[slice(*span)], piece.span(*span)
    return site(parts, stated)


def _labelled(parts: Pieces) -> Iterator[tuple[str, str, Span]]:
    """Label, name and place of every source that the chrome names."""
    lines, words = parts.removed, load("masthead")
    for at in parts.having("source", "source_sure"):
        here, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        for match in _source().finditer(here.shadow):
            if match["cell"] and here.text[match.start("cell")] != "\t":
                continue  # without a colon only the cells of a row are label and name
            text = _ended(here.text[match.start("source") : match.end("source")].strip().split("\t")[0])
            if text.startswith("http"):
                continue
            if text:
                start = here.text.find(text, match.start("source"))
                yield match[0], text, here.span(start, start + len(text))
            elif match.end() >= len(here.text.rstrip()) and after is not None and _name_like(after):
                yield match[0], after.text, after.span(0, len(after.text))
        if after is not None and "".join(here.shadow.split()) in words["source_sure"] and _name_like(after):
            yield here.shadow, after.text, after.span(0, len(after.text))  # the cells of a table, a line each


def _ended(text: str) -> str:
    """A name without the marks behind it; a bracket that it does not open is no part of it: （来源：市日报）."""
    bare = text.strip().rstrip("，,、;；|】](（[【")
    return bare if "(" in bare or "（" in bare else bare.rstrip(")）")


def _name_like(piece: Piece) -> bool:
    return 2 <= len(piece.text) <= 25 and not re.search(r"[\d:，。,【\[]", piece.shadow) and not labels()[0].search(piece.shadow)


@cache
def _site() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A greeting that holds a site's name, and a line that is one."""
    ends = either(load("masthead")["site_ends"])
    greeting = rf"欢迎(?:您)?(?:来到|访问|光临|使用|浏览)(?:专业的)?(?P<name>[\w]{{2,14}}?{ends})(?:平台|网站)?"
    return re.compile(greeting), re.compile(rf"^(?P<name>[\w]{{2,14}}{ends}(?:[ ]?[\-—|][ ]?[\w]{{2,16}})?)$")


@cache
def _posted() -> re.Pattern[str]:
    """A post's account before its time: 临江发布 2024-01-15 18:20, 临江发布 · 2024-01-15."""
    ends = either(load("masthead")["account_ends"] + load("masthead")["site_ends"])
    return re.compile(rf"(?P<name>[\w]{{2,14}}{ends})[ |丨·]+(?:19|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}")


@cache
def _account() -> re.Pattern[str]:
    """The same on a line of its own."""
    return re.compile(rf"[\w]{{2,14}}{either(load('masthead')['account_ends'])}$")


_DAY = rare(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ ]?\d{1,2}:\d\d")


@cache
def _behind_time() -> re.Pattern[str]:
    """A source without its label, behind the time: 2008年03月05日 07:41 临江日报; any name behind the site's address and the time."""
    ends = either(load("masthead")["account_ends"] + load("masthead")["site_ends"])
    time = r"\d[日 ][ ]?\d{1,2}:\d\d(?::\d\d)?"
    led = rf"^(?:http|www)[^ ]{{4,60}}[ ]+(?:19|20)[^ ]{{6,9}}{time}[ ]+(?P<any>{HAN}{{2,10}})$"
    return re.compile(rf"{time}[ ]+(?P<name>[\w]{{2,14}}{ends})(?:[ ]|$)|{led}")


@cache
def _behind_title() -> re.Pattern[str]:
    """The site's name behind the page's title: 临江市政府工作报告_临江新闻网, 政府工作报告 - 临江融媒."""
    words = load("masthead")
    ends = either(words["site_ends"] + words["account_ends"])
    return re.compile(rf"报告.*?(?:[_|丨]|[—-]{{2}}| [—–-] )[ ]?(?P<name>[\w]{{2,14}}{ends})$")


def site(parts: Pieces, stated: Sequence[StatedLine]) -> Found | None:
    """The site's own name: a navigation line that is one (公文搜网 - 蓝秘书公文之家), or the name a greeting holds."""
    named = (parts.removed[at] for at in parts.having("site_ends") if at < len(parts.before))
    for piece in named:
        if piece.kind in ("navigation", "login", "breadcrumb", None) and len(piece.text) < 90:
            for pattern in _site():
                match = pattern.search(piece.shadow)
                if match is not None and not any(word in match["name"] for word in load("masthead")["not_site"]):
                    return piece.text[match.start("name") : match.end("name")], piece.span(*match.span("name"))
    for piece in parts.before:
        if len(piece.text) <= SHORT and (match := _posted().match(piece.shadow)) is not None:
            return piece.text[match.start("name") : match.end("name")], piece.span(*match.span("name"))
    for piece, below in pairwise(parts.before):
        if (match := _account().match(piece.shadow)) is not None and _DAY.match(below.shadow):
            return piece.text, piece.span(0, len(piece.text))
    for piece in parts.before:
        if piece.kind == "duplicate" and (match := _behind_title().search(piece.shadow)) is not None:
            return piece.text[match.start("name") : match.end("name")], piece.span(*match.span("name"))
    for line in stated_as(stated, _STATED_SITE):
        return line.text.strip(), Stated(origin=line.origin, text=line.text)
    return None
