"""The smallest documents there are: for tests of everything behind the conversion."""

from __future__ import annotations

from hashlib import sha256

from converter.models.document import Document, Producer, SourceText
from converter.models.metadata import Metadata
from converter.models.structure import Completeness, LedgerRow, Paragraph, Section


def minimal(text: str = "各位代表:\n经济增长5%。", name: str = "report.txt") -> Document:
    """A document whose whole text is one untitled section, a paragraph for each line that is not blank."""
    data = text.encode()
    return Document(
        id=f"x-x-{sha256(data).hexdigest()[:12]}",
        producer=Producer(version="0"),
        document_type="other",
        source=SourceText(
            name=name,
            media_type="text/plain",
            encoding="utf-8",
            bytes=len(data),
            sha256=sha256(data).hexdigest(),
            text_sha256=sha256(data).hexdigest(),
            text=text,
        ),
        metadata=Metadata(),
        completeness=Completeness(status="fragment", missing=("title", "review", "plan", "closing")),
        sections=_sections(text),
        ledger=_ledger(text),
    )


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines that are not blank."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def _sections(text: str) -> tuple[Section, ...]:
    lines = _lines(text)
    if not lines:
        return ()
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text[a:b], span=(a, b)) for n, (a, b) in enumerate(lines, 1))
    span = (lines[0][0], lines[-1][1])
    return (Section(id="s1", role="other", level=1, number=None, title=None, title_span=None, span=span, paragraphs=paragraphs),)


def _ledger(text: str) -> tuple[LedgerRow, ...]:
    rows, at = [], 0
    for start, end in _lines(text):
        if at < start:
            rows.append(LedgerRow(span=(at, start), fate="layout"))
        rows.append(LedgerRow(span=(start, end), fate="body"))
        at = end
    if at < len(text):
        rows.append(LedgerRow(span=(at, len(text)), fate="layout"))
    return tuple(rows)
