"""Sectioning: blocks become a tree of sections with roles; nothing is left out, everything stands once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from converter.mending.blocks import Mended, Noise
from converter.sectioning import continuity, roles
from converter.sectioning.assign import assign
from converter.sectioning.headings import find_headings
from converter.sectioning.leads import Body, leads
from converter.sectioning.nodes import Node, nodes
from converter.sectioning.parts import Part
from converter.sectioning.tree import Paragraph, Section, Sectioned
from converter.text import Span


def section(mended: Mended, prefix: str = "", levels: Mapping[int, int] | None = None) -> Sectioned:
    """The tree of a mended report, with remarks on gaps in its numbering; prefix keeps the ids of a compilation's reports apart.

    levels: what people say of headings, by the offset they begin at.
    """
    parts = find_headings(mended)
    found = nodes(parts)
    if levels:
        found = [replace(node, level=levels.get(node.start, node.level)) if node.heading else node for node in found]
    given = assign(found, mended)
    tree = _nest(found, given, _paragraphs(found, given, mended, prefix), prefix)
    return Sectioned(mended, tree, continuity.remarks(tree), tuple(_split_titles(parts)))


def _split_titles(parts: Sequence[Part]) -> Iterator[Noise]:
    """A title over two lines, on the line it is broken at."""
    for part in parts:
        if part.heading and part.heading.joined:
            end = part.block.end
            start = max(part.block.start, end - 4)
            text = part.view.text.rstrip()
            yield Noise("split_heading", text[-(end - start) :], (start, end))


def _nest(
    flat: Sequence[Node], given: Sequence[roles.Role], paragraphs: Sequence[tuple[Paragraph, ...]], prefix: str
) -> tuple[Section, ...]:
    """The nodes as a tree: a node holds those after it that have a higher level; s1, s2 … in reading order."""
    return _from(list(zip(flat, given, paragraphs, strict=True)), prefix, 0, 1)[0]


def _from(
    nodes: Sequence[tuple[Node, roles.Role, tuple[Paragraph, ...]]], prefix: str, i: int, level: int
) -> tuple[tuple[Section, ...], int]:
    """The sections of this level or below from node i on, and where the next node above them stands."""
    out: list[Section] = []
    while i < len(nodes) and nodes[i][0].level >= level:
        below, after = _from(nodes, prefix, i + 1, nodes[i][0].level + 1)
        out.append(_section(f"{prefix}s{i + 1}", *nodes[i], below))
        i = after
    return tuple(out), i


def _section(own: str, node: Node, role: roles.Role, paragraphs: tuple[Paragraph, ...], below: tuple[Section, ...]) -> Section:
    heading = node.heading
    ends = [heading.end if heading else node.start, *(p.span[1] for p in paragraphs), *(s.span[1] for s in below)]
    return Section(
        id=own,
        role=role[0],
        level=node.level,
        number=heading.mark if heading else None,
        title=heading.title if heading else None,
        span=(node.start, max(ends)),
        paragraphs=paragraphs,
        sections=below,
        evidence=role[1],
    )


def _paragraphs(found: Sequence[Node], given: Sequence[roles.Role], mended: Mended, prefix: str) -> list[tuple[Paragraph, ...]]:
    """The paragraphs of every node with their run-in topic sentences; p1, p2 … in reading order."""
    bold = _bold(mended)
    bodies = [
        Body(mended.view(span), n, role, inline, bold.get(span[0], ()))
        for n, (node, (role, _)) in enumerate(zip(found, given, strict=True))
        for span, _, inline in node.texts
    ]
    topics, count = iter(leads(bodies)), itertools.count(1)
    return [tuple([Paragraph(f"{prefix}p{next(count)}", span, next(topics)) for span, _, _ in node.texts]) for node in found]


def _bold(mended: Mended) -> dict[int, tuple[Span, ...]]:
    """Bold spans by the start of the block they stand in, where the format tells."""
    return {b.start: b.hints.bold for b in mended.blocks if b.hints.bold}


__all__ = ["Paragraph", "Section", "Sectioned", "section"]
