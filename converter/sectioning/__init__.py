"""Sectioning: blocks become a tree of sections with roles; nothing is left out, everything stands once."""

from __future__ import annotations

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
    flat = _ends(found)
    tree = _nest(flat, assign(found, mended))
    tree = _with_leads(_with_ids(tree, prefix), mended, {span for n in found for span, _, inline in n.texts if inline})
    return Sectioned(mended, tree, continuity.remarks(tree), tuple(_split_titles(parts)))


def _split_titles(parts: Sequence[Part]) -> Iterator[Noise]:
    """A title over two lines, on the line it is broken at."""
    for part in parts:
        if part.heading and part.heading.joined:
            end = part.block.end
            start = max(part.block.start, end - 4)
            text = part.view.text.rstrip()
            yield Noise("split_heading", text[-(end - start) :], (start, end))


def _ends(found: Sequence[Node]) -> list[tuple[Node, int]]:
    """Each node with the offset its own text ends at."""
    out = []
    for node in found:
        ends = [span[1] for span, _, _ in node.texts]
        out.append((node, max([*ends, node.heading.end if node.heading else node.start])))
    return out


def _nest(flat: Sequence[tuple[Node, int]], given: Sequence[roles.Role]) -> tuple[Section, ...]:
    """The nodes as a tree: a node holds those after it that have a higher level."""

    def build(i: int, level: int) -> tuple[tuple[Section, ...], int]:
        out: list[Section] = []
        while i < len(flat) and flat[i][0].level >= level:
            node, end = flat[i]
            below, after = build(i + 1, node.level + 1)
            end = max([end, *(s.span[1] for s in below)])
            out.append(_section(node, given[i], end, below))
            i = after
        return tuple(out), i

    return build(0, 1)[0]


def _section(node: Node, role: roles.Role, end: int, below: tuple[Section, ...]) -> Section:
    heading = node.heading
    return Section(
        id="",
        role=role[0],
        level=node.level,
        number=heading.mark if heading else None,
        title=heading.title if heading else None,
        span=(node.start, end),
        paragraphs=tuple(Paragraph("", span) for span, _, _ in node.texts),
        sections=below,
        evidence=role[1],
    )


def _with_ids(tree: tuple[Section, ...], prefix: str) -> tuple[Section, ...]:
    """Sections s1, s2 … and paragraphs p1, p2 … in reading order."""
    counts = {"s": 0, "p": 0}

    def new(kind: str) -> str:
        counts[kind] += 1
        return f"{prefix}{kind}{counts[kind]}"

    def visit(section: Section) -> Section:
        own = new("s")
        paragraphs = tuple(Paragraph(new("p"), p.span) for p in section.paragraphs)
        return replace(section, id=own, paragraphs=paragraphs, sections=tuple(visit(s) for s in section.sections))

    return tuple(visit(s) for s in tree)


def _with_leads(tree: tuple[Section, ...], mended: Mended, inline: set[Span]) -> tuple[Section, ...]:
    """The tree with the run-in topic sentences of every paragraph."""
    walked = [(n, s, p) for n, (s, _) in enumerate(Sectioned(mended, tree).walk()) for p in s.paragraphs]
    bold = _bold(mended)
    bodies = [Body(mended.view(p.span), n, s.role, p.span in inline, bold.get(p.span[0], ())) for n, s, p in walked]
    found = {p.id: spans for (_, _, p), spans in zip(walked, leads(bodies), strict=True)}

    def visit(section: Section) -> Section:
        paragraphs = tuple(Paragraph(p.id, p.span, found[p.id]) for p in section.paragraphs)
        return replace(section, paragraphs=paragraphs, sections=tuple(visit(s) for s in section.sections))

    return tuple(visit(s) for s in tree)


def _bold(mended: Mended) -> dict[int, tuple[Span, ...]]:
    """Bold spans by the start of the block they stand in, where the format tells."""
    return {b.start: b.hints.bold for b in mended.blocks if b.hints.bold}


__all__ = ["Paragraph", "Section", "Sectioned", "section"]
