"""Headings with the paragraphs that follow them, before nesting; the last words open a closing of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from converter.frozen import dataclass
from converter.mending.blocks import Mended
from converter.sectioning.levels import levels
from converter.sectioning.parts import Heading, Part
from converter.sectioning.signed_off import last_words
from converter.stripping.closing import is_closing, wishes
from converter.text import Span

Text = tuple[Span, str, bool]  # where a paragraph stands, its words without blanks, whether it follows an inline heading


@dataclass(frozen=True)
class Node:
    """A heading with its paragraphs, before nesting. Untitled ones (heading None) have a role of their own: opening,
    closing, or annex for the notes that a format keeps apart from the text.
    """

    heading: Heading | None
    level: int
    start: int
    texts: tuple[Text, ...]
    role: str | None = None


def nodes(parts: Sequence[Part]) -> list[Node]:
    """Headings with what follows them; the last words open an untitled closing of their own."""
    level = iter(levels([p.heading for p in parts if p.heading]))
    begins = {0: "opening", _notes(parts): "annex", _closing(parts): "closing"}
    out: list[tuple[Heading | None, int, int, list[Text], str | None]] = []
    joined = 0
    for i, part in enumerate(parts):
        if joined:
            joined -= 1
        elif part.heading:
            out.append((part.heading, next(level), part.block.start, list(_inline(part)), None))
            joined = part.heading.joined
        else:
            if i in begins:
                out.append((None, 1, part.block.start, [], begins[i]))
            out[-1][3].append((part.block.span, part.compact, False))
    return [Node(heading, own, start, tuple(texts), role) for heading, own, start, texts, role in out]


def _notes(parts: Sequence[Part]) -> int | None:
    """Index of the first footnote or endnote of the format, where no heading stands above it for them."""
    first = next((i for i, p in enumerate(parts) if p.block.hints.tag in ("footnote", "endnote")), None)
    annexed = first and any(p.heading and p.heading.style == "annex" for p in parts[:first])
    return None if annexed else first


def _inline(part: Part) -> tuple[Text, ...]:
    """The text behind an inline heading, without the full stop between them."""
    heading = part.heading
    if heading is None or not heading.inline:
        return ()
    text = part.view.text
    at = bisect_left(part.view.offsets, heading.end)
    while at < len(text) and (text[at] in '。｡!?！？:：】 \u3000\xa0”"' or text[at].isspace()):
        at += 1
    if at >= len(text.rstrip()):
        return ()
    return ((part.view.span(at, len(text.rstrip())), text[at:].strip(), True),)


def _closing(parts: Sequence[Part]) -> int | None:
    """Index of the block that opens the last words, where they do not stand under a heading of their own."""
    annex = next((i for i, p in enumerate(parts) if p.heading and p.heading.style == "annex"), _notes(parts) or len(parts))
    for i in range(annex - 1, max(annex - 6, 0), -1):
        if parts[i].heading:
            return None
        called = is_closing(parts[i].compact)
        if called or (i == annex - 1 and last_words(parts[i].compact, saluted=_saluted(parts[i - 1]))):
            i -= (not called or wishes(parts[i].compact)) and not parts[i - 1].heading and is_closing(parts[i - 1].compact)
            alone = i > 0 and _saluted(parts[i - 1])
            start = i - 1 if alone else i
            return None if parts[start - 1].heading and len(parts[start - 1].compact) <= 6 else start
    return None


def _saluted(part: Part) -> bool:
    """各位代表! on a line of its own."""
    return len(part.compact) <= _SALUTATION and part.compact.startswith("各位代表") and not part.heading


_SALUTATION = 12


def title_of(node: Node, mended: Mended) -> str:
    """The shadow of a node's title without blanks; empty where it has none."""
    return mended.view(node.heading.title).compact if node.heading else ""
