"""Web pages: lxml's parser tells of elements and text, which become lines; no tree is kept, so that no nesting is too deep."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from typing import Any, cast

from lxml import etree

from converter.reading.drafts import Draft, assemble
from converter.reading.encodings import decode
from converter.reading.html.lines import Lines, Markup
from converter.reading.html.stated import stated
from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Hints, Remark, Source, Unreadable

_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I)
_CHARSET_WITHIN = 65_536  # the standard says 1,024 bytes; real pages put 20 KB of script first


def read_html(data: bytes, name: str, limits: Limits = LIMITS, declared: str | None = None) -> Source:
    """The Source of a web page: its lines with hints, the main content told from the rest, what it states about itself."""
    from converter.stripping.content import regions

    found = decode(data, name, declared or charset(data), limits)
    lines = parsed(found.text, name, limits, found.utf8)
    if not lines.drafts:
        raise Unreadable(f"{name}: a page without text")
    drafts = headlined(lines)
    page = assemble(drafts, regions(drafts, lines.parents, lines.frames))
    return Source(
        name=name,
        media_type="text/html",
        encoding=found.encoding,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        text=page.text,
        lines=page.lines,
        stated=stated(lines.metas, lines.scripts),
        remarks=(*(replace(remark, span=None) for remark in found.remarks), *deep(lines.depth, limits)),
    )


def charset(data: bytes) -> str | None:
    """The encoding that the page itself declares."""
    found = _CHARSET.search(data, 0, _CHARSET_WITHIN)
    return found[1].decode("ascii") if found else None


def parsed(text: str, name: str, limits: Limits, utf8: bytes | None = None) -> Markup:
    """What is read of a page. The parser gets UTF-8 bytes (`utf8`, if somebody has them) and is told so: it must not believe the page's
    own declaration."""
    parser = etree.HTMLParser(target=cast(Any, Lines(name, limits)), encoding="utf-8", huge_tree=True)
    return cast(Markup, etree.HTML(text.encode("utf-8", "replace") if utf8 is None else utf8, parser))  # what the target's close gives


def headlined(lines: Markup) -> list[Draft]:
    """The lines, with the headline that a script prints (WeChat's pages do so) where no line has it but og:title states it."""
    title = next((" ".join(meta.get("content", "").split()) for meta in lines.metas if meta.get("property") == "og:title"), "")
    if not title or any(title in draft.text for draft in lines.drafts):
        return lines.drafts
    at = next((i for i, draft in enumerate(lines.drafts) if draft.hints.tag != "title"), len(lines.drafts))
    return [*lines.drafts[:at], Draft(title, Hints(tag="title", box=0)), *lines.drafts[at:]]


def deep(depth: int, limits: Limits) -> tuple[Remark, ...]:
    """A remark where elements were nested deeper than their structure was followed."""
    if depth <= limits.nesting:
        return ()
    return (Remark("GWR012", "warning", f"elements nested {depth} deep: all text read, structure below {limits.nesting} flattened"),)
