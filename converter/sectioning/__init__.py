"""Sectioning: blocks become a tree of sections with roles; nothing is left out, everything stands once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.mending.blocks import Mended
from converter.reading.source import Remark
from converter.sectioning import continuity, roles
from converter.sectioning.headings import Heading, Part, headings
from converter.sectioning.leads import Body, leads
from converter.sectioning.levels import levels
from converter.sectioning.tree import Paragraph, Section, Sectioned
from converter.stripping.opening import is_closing
from converter.text import Span


@dataclass(frozen=True)
class _Node:
    """A heading (None: text before the first, or the closing) with its paragraphs, before nesting."""

    heading: Heading | None
    level: int
    start: int
    texts: tuple[tuple[Span, str, bool], ...]  # span, compact words, follows an inline heading


def section(mended: Mended, prefix: str = "") -> Sectioned:
    """The tree of a mended report, with remarks on gaps in its numbering; prefix keeps the ids of a compilation's reports apart."""
    parts = headings(mended)
    nodes = _nodes(parts)
    flat = _ends(nodes, mended)
    tree = _nest(flat, _roles(nodes, mended))
    tree = _with_leads(_with_ids(tree, prefix), mended, {span for n in nodes for span, _, inline in n.texts if inline})
    return Sectioned(mended, tree, continuity.remarks(mended, tree))


def _nodes(parts: Sequence[Part]) -> list[_Node]:
    """Headings with what follows them; the last words open an untitled closing of their own."""
    found = [p.heading for p in parts if p.heading]
    level = iter(levels(found))
    closing = _closing(parts)
    nodes = [_Node(None, 1, parts[0].block.start if parts else 0, ())]
    skip = 0
    for i, part in enumerate(parts):
        if skip:
            skip -= 1
            continue
        if part.heading:
            nodes.append(_Node(part.heading, next(level), part.block.start, _inline(part)))
            skip = part.heading.joined
        else:
            if i == closing:
                nodes.append(_Node(None, 1, part.block.start, ()))
            nodes[-1] = _with(nodes[-1], part.block.span, part.compact, False)
    return nodes if nodes[0].texts else nodes[1:]


def _with(node: _Node, span: Span, compact: str, inline: bool) -> _Node:
    return replace(node, texts=(*node.texts, (span, compact, inline)))


def _inline(part: Part) -> tuple[tuple[Span, str, bool], ...]:
    """The text behind an inline heading, without the full stop between them."""
    heading = part.heading
    if heading is None or not heading.inline:
        return ()
    text = part.view.text
    at = next(i for i, offset in enumerate(part.view.offsets) if offset >= heading.end)
    while at < len(text) and (text[at] in "。!?！？:： \u3000\xa0”\"" or text[at].isspace()):
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


def _ends(nodes: Sequence[_Node], mended: Mended) -> list[tuple[_Node, int]]:
    """Each node with the offset its own text ends at."""
    out = []
    for node in nodes:
        ends = [span[1] for span, _, _ in node.texts]
        out.append((node, max([*ends, node.heading.end if node.heading else node.start])))
    return out


def _roles(nodes: Sequence[_Node], mended: Mended) -> list[roles.Role]:
    """Roles from titles; below a heading without a cue its parent's role; untitled text opens or closes."""
    titles = [_title(n, mended) for n in nodes]
    review, plan = roles.years([t for n, t in zip(nodes, titles, strict=True) if n.heading and n.level == 1])
    out: list[roles.Role] = []
    above: dict[int, roles.Role] = {}
    for i, (node, title) in enumerate(zip(nodes, titles, strict=True)):
        if node.heading is None:
            role = ("opening", "before the first heading") if i == 0 else ("closing", "the last words")
        elif node.level > 1:
            role = _below(above.get(node.level - 1, ("other", "")), title)
        else:
            role = _first_level(nodes, titles, i, (review, plan), out)
        above[node.level] = role
        out.append(role)
    return out


def _title(node: _Node, mended: Mended) -> str:
    return "".join(mended.view(node.heading.title).shadow.split()) if node.heading else ""


_INHERITED = {"review": "achievements", "tasks": "tasks", "annex": "annex", "self_government": "self_government"}


def _below(parent: roles.Role, title: str) -> roles.Role:
    """Under a heading only the narrow cues decide: problems, thanks, targets, requirements, self-government."""
    own = roles.by_title(title, None, None)
    if own and own[0] in ("problems", "acknowledgements", "self_government", "targets", "requirements") and parent[0] != "annex":
        return own
    return _INHERITED.get(parent[0], parent[0]), f"under {parent[0]}"


def _first_level(nodes: Sequence[_Node], titles: Sequence[str], i: int, known: tuple[int | None, int | None], before: Sequence[roles.Role]) -> roles.Role:
    """A title that says 回顾 or 任务 decides; a vague one (乘势而上…) is told by its place and its words: reports look back first."""
    own = _dated(titles[i], *known) or roles.by_title(titles[i], *known)
    heading = nodes[i].heading
    if own and own[0] == "annex" and heading and heading.style in ("part", "han", "paren"):
        own = "tasks", own[1]
    if own and (own[0] != "tasks" or _plans(titles[i])):
        return own
    texts = _texts_below(nodes, i)
    if not texts or any(r[0] in ("tasks", "targets", "requirements") for r in before):
        return own or ("tasks", "after the plan began") if texts else ("other", "no cue")
    return roles.by_words(texts, first=not any(r[0] == "review" for r in before))


def _dated(title: str, review: int | None, plan: int | None) -> roles.Role | None:
    """全面完成2003年各项预期目标 looks back although it says 目标: its year is the review's."""
    if review and plan and f"{review}年" in title and f"{plan}年" not in title:
        return "review", f"title: {review}年"
    return None


def _plans(title: str) -> bool:
    return any(word in title for word in ("任务", "安排", "部署", "打算", "目标", "今年", "明年", "今后", "未来"))


def _texts_below(nodes: Sequence[_Node], i: int) -> list[str]:
    out = [text for _, text, _ in nodes[i].texts]
    for node in nodes[i + 1 :]:
        if node.heading is None or node.level <= nodes[i].level:
            break
        out += [text for _, text, _ in node.texts]
    return out


def _nest(flat: Sequence[tuple[_Node, int]], given: Sequence[roles.Role]) -> tuple[Section, ...]:
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


def _section(node: _Node, role: roles.Role, end: int, below: tuple[Section, ...]) -> Section:
    heading = node.heading
    paragraphs = tuple(Paragraph("", span) for span, _, _ in node.texts)
    return Section(
        "", role[0], node.level, heading.mark if heading else None, heading.title if heading else None, (node.start, end), paragraphs, below, role[1]
    )


def _with_ids(tree: tuple[Section, ...], prefix: str) -> tuple[Section, ...]:
    """Sections s1, s2 … and paragraphs p1, p2 … in reading order."""
    counts = {"s": 0, "p": 0}

    def new(kind: str) -> str:
        counts[kind] += 1
        return f"{prefix}{kind}{counts[kind]}"

    def visit(section: Section) -> Section:
        own = new("s")
        paragraphs = tuple(replace(p, id=new("p")) for p in section.paragraphs)
        return replace(section, id=own, paragraphs=paragraphs, sections=tuple(visit(s) for s in section.sections))

    return tuple(visit(s) for s in tree)


def _with_leads(tree: tuple[Section, ...], mended: Mended, inline: set[Span]) -> tuple[Section, ...]:
    """The tree with the run-in topic sentences of every paragraph."""
    walked = [(n, s, p) for n, (s, _) in enumerate(Sectioned(mended, tree).walk()) for p in s.paragraphs]
    bold = _bold(mended)
    bodies = [Body(mended.view(p.span), n, s.role, p.span in inline, bold.get(p.span[0], ())) for n, s, p in walked]
    found = {p.id: spans for (_, _, p), spans in zip(walked, leads(bodies), strict=True)}

    def visit(section: Section) -> Section:
        paragraphs = tuple(replace(p, leads=found[p.id]) for p in section.paragraphs)
        return replace(section, paragraphs=paragraphs, sections=tuple(visit(s) for s in section.sections))

    return tuple(visit(s) for s in tree)


def _bold(mended: Mended) -> dict[int, tuple[Span, ...]]:
    """Bold spans by the start of the block they stand in, where the format tells."""
    return {b.start: b.hints.bold for b in mended.blocks if b.hints.bold}


__all__ = ["Paragraph", "Remark", "Section", "Sectioned", "section"]
