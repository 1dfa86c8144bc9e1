"""The page of one document: blocks with their runs, outline, fates, and the facts of each of its reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from converter.models.document import Document
from converter.models.structure import LedgerRow
from converter.viewing.blocks import Entry, covered, flat, outlined
from converter.viewing.keys import Keys
from converter.viewing.marks import keyed, leads, marks
from converter.viewing.parts import Part, part
from converter.viewing.runs import Filled, filled


@dataclass(frozen=True)
class Removed:
    """A removed piece: its row in the ledger, and its characters shortened for a list."""

    row: int
    kind: str
    rule: str
    text: str


@dataclass(frozen=True)
class Strip:
    """One piece of the bar that shows what became of the source: where it begins and how long it is, in thousandths."""

    fate: str
    at: float
    width: float


@dataclass(frozen=True)
class Reader:
    """What the template shows."""

    document: Document
    parts: tuple[Part, ...]
    outline: tuple[Entry, ...]
    blocks: tuple[Filled, ...]
    removed: tuple[Removed, ...]
    fates: tuple[tuple[str, int], ...]  # fate, characters
    strips: tuple[Strip, ...]

    def around(self, span: tuple[int, int]) -> tuple[str, str, str]:
        """The characters at a span, shortened, and a few before and after."""
        text, (start, end) = self.document.source.text or "", span
        middle = text[start:end] if end - start <= _SHORT else f"{text[start : start + _SHORT]}…"
        return text[max(0, start - _NEAR) : start].rpartition("\n")[2], middle, text[end : end + _NEAR].partition("\n")[0]


_NEAR = 12  # characters shown before and after a flaw
_SHORT = 60  # characters of a removed piece shown in the list
_STRIPS = 400  # pieces of the bar; more could not be told apart


def reader(document: Document) -> Reader:
    """The page of a document; a compilation shows each of its reports over the one text."""
    text, keys = document.source.text or "", Keys()
    sections = flat(document.sections)
    blocks, outline = outlined(sections, keys)
    facts = [(d, keyed(d, keys)) for d in (document.reports or (document,))]
    marked = [*leads(sections), *(m for _, found in facts for m in marks(found))]
    sizes: Counter[str] = Counter()
    for row in document.ledger:
        sizes[row.fate] += row.span[1] - row.span[0]
    return Reader(
        document=document,
        parts=tuple(part(d, found) for d, found in facts),
        outline=tuple(outline),
        blocks=tuple(filled(covered(blocks, document.ledger, text), document.ledger, marked, text)),
        removed=tuple(_removed(number, row, text) for number, row in enumerate(document.ledger) if row.fate == "removed"),
        fates=tuple(sizes.most_common()),
        strips=tuple(_strips(document.ledger, len(text))),
    )


def _removed(number: int, row: LedgerRow, text: str) -> Removed:
    piece = text[row.span[0] : min(row.span[1], row.span[0] + _SHORT)]
    more = "…" if row.span[1] - row.span[0] > _SHORT else ""
    return Removed(number, row.kind or "", row.rule or "", " ".join(piece.split()) + more)


def _strips(ledger: tuple[LedgerRow, ...], size: int) -> list[Strip]:
    """Neighbours of one fate as one piece, white space as part of what stands before it."""
    pieces: list[tuple[str, int, int]] = []
    for row in ledger:
        if pieces and (row.fate == "layout" or pieces[-1][0] == row.fate):
            pieces[-1] = (pieces[-1][0], pieces[-1][1], row.span[1])
        else:
            pieces.append((row.fate, *row.span))
    scale = 1000 / max(1, size)
    return [Strip(fate, round(a * scale, 2), round(max(1.5, (b - a) * scale), 2)) for fate, a, b in pieces[:_STRIPS]]
