"""From the stages' frozen values to the document: text filled in, the ledger made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from converter.mending.blocks import Mended
from converter.mending.invisible import UNSEEN
from converter.models import structure
from converter.models.document import SourcePage
from converter.reading.source import Remark, Source
from converter.sectioning.tree import Section, Sectioned
from converter.text import Span

_Row = tuple[int, int, str, str | None, str | None]

# Invisible marks apart; anything else between pieces is layout, where the law finds it if it is no white space.
_BLANKS = re.compile(rf"(?P<unseen>{UNSEEN.pattern})|[^\u200b-\u200d\ufeff]+")


def text_at(mended: Mended, span: Span) -> str:
    """What a reader sees at a span: without cuts, removed lines and line feeds."""
    return mended.view(span).text.strip()


def sections(sectioned: Sectioned) -> tuple[structure.Section, ...]:
    """The tree with the text of every title, paragraph and lead."""
    return tuple(_section(sectioned.mended, s) for s in sectioned.sections)


def _section(mended: Mended, section: Section) -> structure.Section:
    return structure.Section(
        id=section.id,
        role=section.role,
        evidence=section.evidence,
        level=section.level,
        number=section.number,
        title=text_at(mended, section.title) if section.title else None,
        title_span=section.title,
        span=section.span,
        paragraphs=tuple(
            structure.Paragraph(
                id=p.id,
                text=text_at(mended, p.span),
                span=p.span,
                leads=tuple(structure.Lead(text=text_at(mended, lead), span=lead) for lead in p.leads),
            )
            for p in section.paragraphs
        ),
        sections=tuple(_section(mended, s) for s in section.sections),
    )


def ledger(source: Source, parts: Sequence[Mended]) -> tuple[structure.LedgerRow, ...]:
    """The partition of the source text: every piece with its fate, and white space between pieces as layout."""
    rows: list[_Row] = []
    for mended in parts:
        cuts = mended.cuts
        for s in mended.segments:
            inside = [c for c in cuts if s.start <= c.start and c.end <= s.end and s.fate == "body"]
            rows += _carve((s.start, s.end, s.fate, s.kind, s.rule), [(c.start, c.end, "removed", c.kind, c.rule) for c in inside])
    known = {row[0] for row in rows} if source.aside else set()
    rows += [(a.line.start, a.line.end, "removed", a.kind, a.rule) for a in source.aside if a.line.start not in known]
    return tuple(_ledger_row(row) for row in _filled(rows, source.text))


def pages(source: Source) -> tuple[SourcePage, ...]:
    """The pages of a joined source."""
    return tuple(
        SourcePage(
            name=s.source.name,
            number=s.number,
            of=s.of,
            media_type=s.source.media_type,
            encoding=s.source.encoding,
            bytes=s.source.size,
            sha256=s.source.sha256,
            url=s.source.url,
            retrieved_at=s.source.retrieved_at,
            span=s.span,
        )
        for s in source.sheets
    )


def _carve(row: _Row, cuts: list[_Row]) -> list[_Row]:
    out, at = [], row[0]
    for cut in cuts:
        out += [(at, cut[0], *row[2:]), cut] if cut[0] > at else [cut]
        at = cut[1]
    return [*out, (at, row[1], *row[2:])] if at < row[1] else out


def _filled(rows: Iterable[_Row], text: str) -> list[_Row]:
    """Rows in order with what lies between them."""
    out: list[_Row] = []
    at = 0
    for row in sorted(rows):
        out += [*_between(text, at, row[0]), row]
        at = row[1]
    return [*out, *_between(text, at, len(text))]


def _between(text: str, start: int, end: int) -> list[_Row]:
    """White space is layout; marks that nobody sees and that are no white space (U+200B, U+FEFF) are removed."""
    pieces = _BLANKS.finditer(text, start, end) if start < end else ()
    return [
        (m.start(), m.end(), "removed", "other", "invisible") if m.lastgroup == "unseen" else (m.start(), m.end(), "layout", None, None)
        for m in pieces
    ]


def _ledger_row(row: _Row) -> structure.LedgerRow:
    start, end, fate, kind, rule = row
    return structure.LedgerRow(span=(start, end), fate=fate, kind=kind, rule=rule if fate != "layout" else None)


def noise(sectioned: Sectioned) -> tuple[structure.Noise, ...]:
    """The flaws that mending and sectioning recorded, in the order of the text."""
    found = sorted([*sectioned.mended.noise, *sectioned.noise], key=lambda n: n.span)
    return tuple(structure.Noise(kind=n.kind, text=n.text, span=n.span) for n in found)


def diagnostics(remarks: Iterable[Remark]) -> tuple[structure.Diagnostic, ...]:
    """Remarks of every stage, in the order of the text, those without a place first."""
    ordered = sorted(remarks, key=lambda r: (r.span or (-1, -1), r.code))
    return tuple(structure.Diagnostic(code=r.code, severity=r.severity, message=r.message, span=r.span) for r in ordered)
