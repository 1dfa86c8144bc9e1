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
from converter.reading.html.payloads import holds, payload
from converter.reading.html.stated import stated
from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Hints, Remark, Source, Stated, Unreadable

_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I)
_CHARSET_WITHIN = 65_536  # the standard says 1,024 bytes; real pages put 20 KB of script first


def read_html(data: bytes, name: str, limits: Limits = LIMITS, declared: str | None = None) -> Source:
    """The Source of a web page: its lines with hints, the main content told from the rest, what it states about itself."""
    from converter.stripping.content import regions

    found = decode(data, name, declared or charset(data), limits)
    lines = parsed(found.text, name, limits, found.utf8)
    lines, beside = scripted(lines, found.text, name, limits)
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
        stated=(*beside, *stated(lines.metas, lines.scripts)),
        remarks=(*(replace(remark, span=None) for remark in found.remarks), *deep(lines.depth, limits)),
    )


def charset(data: bytes) -> str | None:
    """The encoding that the page itself declares."""
    found = _CHARSET.search(data, 0, _CHARSET_WITHIN)
    return found[1].decode("ascii") if found else None


def parsed(text: str, name: str, limits: Limits, utf8: bytes | None = None) -> Markup:
    """What is read of a page. The parser gets UTF-8 bytes (`utf8`, if somebody has them) and is told so: it must not believe the page's
    own declaration."""
    data = _apart(text.encode("utf-8", "replace") if utf8 is None else utf8)
    parser = etree.HTMLParser(target=cast(Any, Lines(name, limits)), encoding="utf-8", huge_tree=True)
    return cast(Markup, etree.HTML(data, parser))  # what the target's close gives


def _apart(data: bytes) -> bytes:
    """A page whose frames are blocks, and whose hidden words within a line are lines of their own."""
    if b"noframes" in data or b"NOFRAMES" in data:
        data = _FRAMES.sub(rb"\1div", data)
    if b"none" in data or b"jammer" in data or b"font-size:" in data:
        data = _HIDDEN.sub(rb"<div>\2</div>", data)
    return data


# What a page hides within its lines against copying (a board's jammer) is a line of its own: glued to a heading it would take that along.
_HIDDEN = re.compile(
    rb"<(span|font|i|b|em|label)\s[^<>]{0,300}?(?:display:\s*none|font-size:\s*0(?:px|pt|em)?\s*[;\"']|class=[\"']?jammer)[^<>]{0,200}>"
    rb"([^<>]{1,200})</\1>",
    re.I,
)
_FRAMES = re.compile(rb"(</?)(?:noframes|frameset)\b", re.I)  # what a browser without frames shows is markup, not characters


def scripted(lines: Markup, text: str, name: str, limits: Limits) -> tuple[Markup, tuple[Stated, ...]]:
    """The lines with those of the report that a script prints, in a box of their own, and what the script states beside it."""
    if not holds(text) or any("各位代表" in draft.text for draft in lines.drafts):
        return lines, ()
    found = payload(text)
    if found is None:
        return lines, ()
    read = (
        parsed(found.text, name, limits).drafts if found.markup else [Draft(one.strip()) for one in found.text.split("\n") if one.strip()]
    )
    seen = {draft.text for draft in lines.drafts if draft.hints.tag != "title"}
    title = [Draft(found.title)] if found.title and found.title not in seen else []
    box = len(lines.parents)
    drafts = [replace(draft, hints=replace(draft.hints, tag=draft.hints.tag or "p", box=box), frame=0) for draft in (*title, *read)]
    return replace(lines, drafts=[*lines.drafts, *drafts], parents=[*lines.parents, 0]), found.stated


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
