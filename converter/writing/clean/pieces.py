"""A document as readers want it: title, headings, paragraphs with the places of their footnotes, and the footnotes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.models.document import Document
from converter.models.facts import Note
from converter.models.structure import LedgerRow, Paragraph, Section
from converter.text import Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph: text, leading (a run-in topic sentence), or the label of a footnote."""

    kind: str  # text | lead | note
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading or a paragraph, with the role of its section. level: of the heading, 0 for a paragraph."""

    role: str
    level: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words, without the labels of footnotes."""
        return "".join(run.text for run in self.runs if run.kind != "note")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A glossary entry; anchored: whether the text points to it."""

    label: str
    term: str
    definition: str
    anchored: bool


@dataclass(frozen=True, slots=True)
class Pieces:
    """One report in reading order."""

    title: str | None
    byline: str | None
    pieces: tuple[Piece, ...]
    notes: tuple[Footnote, ...]


def pieces(document: Document, whole: str, ledger: Sequence[LedgerRow]) -> Pieces:
    """The report of a document; whole and ledger are the source's, which a report of a compilation has from its parent."""
    labels = [str(n) for n in range(1, len(document.notes) + 1)]
    source = _Source(whole, ledger, document.notes, labels)
    found = tuple(piece for section in document.sections for piece in source.walk(section))
    notes = tuple(Footnote(label, n.term, n.definition, bool(n.anchors)) for label, n in zip(labels, document.notes, strict=True))
    return Pieces(document.metadata.title, _byline(document), found, notes)


def _byline(document: Document) -> str | None:
    meta = document.metadata
    office = " ".join(part for part in (meta.speaker.title, meta.speaker.name) if part) if meta.speaker else ""
    said = [part for part in (meta.delivered_on, meta.meeting.congress if meta.meeting else None, office) if part]
    return " ".join(said) or None


class _Source:
    """The source with what is left out of it, and the anchors in it."""

    def __init__(self, whole: str, ledger: Sequence[LedgerRow], notes: Sequence[Note], labels: Sequence[str]) -> None:
        self.whole, self.rows = whole, ledger
        self.starts = [row.span[0] for row in ledger]
        self.entries = sorted(n.span for n in notes)
        self.anchors = sorted((span, label) for n, label in zip(notes, labels, strict=True) for span in n.anchors)

    def walk(self, section: Section) -> Iterator[Piece]:
        """The pieces of a section and those below it; a heading under which nothing but glossary stands goes with it."""
        inner = [self._paragraph(section.role, p) for p in section.paragraphs if not self._glossary(p.span)]
        below = [piece for child in section.sections for piece in self.walk(child)]
        emptied = not inner and not below and bool(section.paragraphs)
        if section.title is not None and not emptied:
            head = section.number or ""
            yield Piece(section.role, section.level, (Run("text", head), *self._runs(section.title_span or (0, 0), ())))
        yield from inner
        yield from below

    def _glossary(self, span: Span) -> bool:
        at = bisect_right(self.entries, (span[0], len(self.whole))) - 1
        return at >= 0 and span[0] < self.entries[at][1]

    def _paragraph(self, role: str, paragraph: Paragraph) -> Piece:
        return Piece(role, 0, self._runs(paragraph.span, [lead.span for lead in paragraph.leads]))

    def _runs(self, span: Span, leads: Sequence[Span]) -> tuple[Run, ...]:
        """The stretch cut where leads begin and end and where anchors stand, these as labels."""
        inside = [(a, label) for a, label in self.anchors if span[0] <= a[0] and a[1] <= span[1]]
        points = sorted({*span, *(p for a, _ in inside for p in a), *(p for lead in leads for p in lead)})
        labels = {a[0]: label for a, label in inside}
        covered = [a for a, _ in inside]
        out: list[Run] = []
        for low, high in pairwise(points):
            if low in labels:
                out.append(Run("note", labels[low]))
            if not any(a <= low and high <= b for a, b in covered):
                kind = "lead" if any(a <= low and high <= b for a, b in leads) else "text"
                out.append(Run(kind, self._kept((low, high))))
        return tuple(_stripped(out))

    def _kept(self, span: Span) -> str:
        """The characters at a span whose fate is body."""
        out, at = [], max(0, bisect_right(self.starts, span[0]) - 1)
        for row in self.rows[at:]:
            if row.span[0] >= span[1]:
                break
            if row.fate in ("body", "front"):
                out.append(self.whole[max(span[0], row.span[0]) : min(span[1], row.span[1])])
        return "".join(out).replace("\n", "")


def _stripped(runs: list[Run]) -> Iterator[Run]:
    """Without blanks at both ends, and without empty runs."""
    for i, run in enumerate(runs):
        text = run.text.lstrip() if i == 0 else run.text
        text = text.rstrip() if i == len(runs) - 1 else text
        if text:
            yield Run(run.kind, text)
