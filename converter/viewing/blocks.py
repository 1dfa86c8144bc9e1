"""The source cut into blocks: front lines, headings, paragraphs, and what was removed, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from converter.models.structure import LedgerRow, Section
from converter.viewing.keys import Keys


@dataclass(frozen=True)
class Block:
    """One block: a stretch of the source and what it is."""

    start: int
    end: int
    kind: str  # front, heading, paragraph, removed, loose
    key: str = ""
    pins: tuple[str, ...] = ()  # ids of untitled sections that start here
    level: int = 1
    role: str = ""
    front: str = ""


@dataclass(frozen=True)
class Entry:
    """A line of the outline."""

    key: str
    level: int
    number: str
    title: str
    role: str
    evidence: str
    block: str  # where it leads


def flat(sections: Sequence[Section]) -> list[Section]:
    """All sections in reading order; without recursion, however deep they are nested."""
    out, stack = [], list(reversed(sections))
    while stack:
        section = stack.pop()
        out.append(section)
        stack.extend(reversed(section.sections))
    return out


def outlined(sections: Sequence[Section], keys: Keys) -> tuple[list[Block], list[Entry]]:
    """Headings and paragraphs as blocks, and the outline; ids of the document are kept where they can be."""
    blocks: list[Block] = []
    entries: list[Entry] = []
    for section in sections:
        key = keys.take(section.id)
        if section.title_span:
            blocks.append(Block(section.span[0], section.title_span[1], "heading", key, (), section.level, section.role))
        paragraphs = [Block(*p.span, "paragraph", keys.take(p.id), (), section.level, section.role) for p in section.paragraphs]
        if not section.title_span and paragraphs:
            paragraphs[0] = replace(paragraphs[0], pins=(key,))
        blocks += paragraphs
        entries.append(Entry(key, section.level, section.number or "", section.title or "", section.role, section.evidence or "", key))
    return blocks, entries


def covered(items: Sequence[Block], ledger: Sequence[LedgerRow], text: str) -> list[Block]:
    """The items, clipped where they overlap, with front and removed pieces between them; white space between blocks is left out."""
    out: list[Block] = []
    rows, at, number = list(_gapless(ledger, len(text))), 0, 0
    for item in [*sorted(items, key=lambda b: (b.start, b.end)), Block(len(text), len(text), "end")]:
        start = max(item.start, at)
        while number < len(rows) and rows[number][0] < start:
            first, last, fate, kind = rows[number]
            if last > at and fate != "layout":
                _between(out, max(first, at), min(last, start), fate, kind, text)
            if last > start:
                break
            number += 1
        end = min(item.end, len(text))
        if end > start:
            out.append(replace(item, start=start, end=end))
        at = max(at, start, end)
    return out


def _gapless(ledger: Sequence[LedgerRow], size: int) -> Iterator[tuple[int, int, str, str]]:
    """The ledger's pieces; whatever no row names counts as body, so that nothing can hide."""
    at = 0
    for row in sorted(ledger, key=lambda r: r.span):
        start, end = max(row.span[0], at), min(row.span[1], size)
        if start > at:
            yield at, min(start, size), "body", ""
        if end > start:
            yield start, end, row.fate, row.kind or ""
        at = max(at, end)
    if at < size:
        yield at, size, "body", ""


def _between(out: list[Block], start: int, end: int, fate: str, kind: str, text: str) -> None:
    """A piece between items: at the end of the block before where it stands on the same line, else a block of its own."""
    if not text[start:end].strip():
        return
    last = out[-1] if out else None
    if last and last.kind in ("heading", "paragraph") and fate != "front" and "\n" not in text[last.end : start]:
        out[-1] = replace(last, end=end)
        return
    name = {"front": "front", "removed": "removed"}.get(fate, "loose")
    out.append(Block(start, end, name, front=kind if fate == "front" else ""))
