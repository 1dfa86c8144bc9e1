"""Headings with the paragraphs that follow them, before nesting; the last words open a closing of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.mending.blocks import Mended
from converter.sectioning.levels import levels
from converter.sectioning.parts import Heading, Part
from converter.stripping.opening import is_closing
from converter.text import Span


@dataclass(frozen=True)
class Node:
    """A heading (None: text before the first, or the closing) with its paragraphs, before nesting."""

    heading: Heading | None
    level: int
    start: int
    texts: tuple[tuple[Span, str, bool], ...]  # span, compact words, follows an inline heading


def nodes(parts: Sequence[Part]) -> list[Node]:
    """Headings with what follows them; the last words open an untitled closing of their own."""
    found = [p.heading for p in parts if p.heading]
    level = iter(levels(found))
    closing = _closing(parts)
    out = [Node(None, 1, parts[0].block.start if parts else 0, ())]
    skip = 0
    for i, part in enumerate(parts):
        if skip:
            skip -= 1
            continue
        if part.heading:
            out.append(Node(part.heading, next(level), part.block.start, _inline(part)))
            skip = part.heading.joined
        else:
            if i == closing:
                out.append(Node(None, 1, part.block.start, ()))
            out[-1] = _with(out[-1], part.block.span, part.compact, False)
    return out if out[0].texts else out[1:]


def _with(node: Node, span: Span, compact: str, inline: bool) -> Node:
    return replace(node, texts=(*node.texts, (span, compact, inline)))


def _inline(part: Part) -> tuple[tuple[Span, str, bool], ...]:
    """The text behind an inline heading, without the full stop between them."""
    heading = part.heading
    if heading is None or not heading.inline:
        return ()
    text = part.view.text
    at = next(i for i, offset in enumerate(part.view.offsets) if offset >= heading.end)
    while at < len(text) and (text[at] in '。!?！？:： \u3000\xa0”"' or text[at].isspace()):
        at += 1
    if at >= len(text.rstrip()):
        return ()
    return ((part.view.span(at, len(text.rstrip())), text[at:].strip(), True),)


def _closing(parts: Sequence[Part]) -> int | None:
    """Index of the block that opens the last words, where they do not stand under a heading of their own."""
    annex = next((i for i, p in enumerate(parts) if p.heading and p.heading.style == "annex"), len(parts))
    for i in range(annex - 1, max(annex - 6, 0), -1):
        if parts[i].heading:
            return None
        if is_closing(parts[i].compact):
            alone = i > 0 and len(parts[i - 1].compact) <= 12 and parts[i - 1].compact.startswith("各位代表") and not parts[i - 1].heading
            start = i - 1 if alone else i
            return None if parts[start - 1].heading and len(parts[start - 1].compact) <= 6 else start
    return None


def title_of(node: Node, mended: Mended) -> str:
    """The shadow of a node's title without blanks; empty where it has none."""
    return "".join(mended.view(node.heading.title).shadow.split()) if node.heading else ""
