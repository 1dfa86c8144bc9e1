"""From the stages' frozen values to the document: text filled in, the ledger made whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from converter.expressions import rare
from converter.mending.blocks import Cut, Mended
from converter.models import structure
from converter.models.document import SourcePage
from converter.reading.source import Remark, Source
from converter.sectioning.tree import Paragraph, Section, Sectioned
from converter.text import UNSEEN, Span

_Row = tuple[int, int, str, str | None, str | None]

# Invisible marks apart; anything else between pieces is layout, where the law finds it if it is no white space.
_SEEN = rf"[^\s{UNSEEN[1:-1]}]"
_BLANKS = rare(rf"(?P<invisible>{UNSEEN}+)|\s+|(?P<leftovers>{_SEEN}(?:[^\n{UNSEEN[1:-1]}]*{_SEEN})?)")


def text_at(mended: Mended, span: Span) -> str:
    """What a reader sees at a span: without cuts, removed lines and line feeds."""
    return mended.view(span).text.strip()


def sections(sectioned: Sectioned) -> tuple[structure.Section, ...]:
    """The tree with the text of every title, paragraph and lead."""
    return _tree().validate_python([_section(sectioned.mended, s) for s in sectioned.sections])


@cache
def _tree() -> TypeAdapter[tuple[structure.Section, ...]]:
    """The whole tree is made in one call: it has some hundreds of paragraphs and leads."""
    return TypeAdapter(tuple[structure.Section, ...])


def _section(mended: Mended, section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "role": section.role,
        "evidence": section.evidence,
        "level": section.level,
        "number": section.number,
        "title": text_at(mended, section.title) if section.title else None,
        "title_span": section.title,
        "span": section.span,
        "paragraphs": [_paragraph(mended, p) for p in section.paragraphs],
        "sections": [_section(mended, s) for s in section.sections],
    }


def _paragraph(mended: Mended, paragraph: Paragraph) -> dict[str, Any]:
    leads = [{"text": text_at(mended, lead), "span": lead} for lead in paragraph.leads]
    return {"id": paragraph.id, "text": text_at(mended, paragraph.span), "span": paragraph.span, "leads": leads}


def ledger(source: Source, parts: Sequence[Mended]) -> tuple[structure.LedgerRow, ...]:
    """The partition of the source text: every piece with its fate, and white space between pieces as layout."""
    rows: list[_Row] = []
    for mended in parts:
        starts = [cut.start for cut in mended.cuts]
        for s in mended.segments:
            row = (s.start, s.end, s.fate, s.kind, s.rule)
            low = bisect_left(starts, s.start) if s.fate == "body" else len(starts)
            rows += _carve(row, mended.cuts[low : bisect_left(starts, s.end, low)]) if low < len(starts) else [row] * (s.start < s.end)
    known = {row[0] for row in rows} if source.aside else set()
    rows += [(a.line.start, a.line.end, "removed", a.kind, a.rule) for a in source.aside if a.line.start not in known]
    return _rows().validate_python([{"span": r[:2], "fate": r[2], "kind": r[3], "rule": r[4]} for r in _filled(rows, source.text)])


@cache
def _rows() -> TypeAdapter[tuple[structure.LedgerRow, ...]]:
    """All rows are made in one call: there are some hundreds."""
    return TypeAdapter(tuple[structure.LedgerRow, ...])


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


def _carve(row: _Row, cuts: Sequence[Cut]) -> list[_Row]:
    """A row of the body and the cuts that lie in it, sorted."""
    out: list[_Row] = []
    at = row[0]
    for cut in cuts:
        if cut.end <= row[1]:
            removed = (cut.start, cut.end, "removed", cut.kind, cut.rule)
            out += [(at, cut.start, *row[2:]), removed] if cut.start > at else [removed]
            at = cut.end
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
    """White space is layout; marks that nobody sees and that are no white space (U+200B, U+FEFF) and leftovers of markup are removed."""
    if text[start:end].isspace():
        return [(start, end, "layout", None, None)]
    pieces = _BLANKS.finditer(text, start, end) if start < end else ()
    return [
        (m.start(), m.end(), "removed", "other", m.lastgroup) if m.lastgroup else (m.start(), m.end(), "layout", None, None) for m in pieces
    ]


def noise(sectioned: Sectioned) -> tuple[structure.Noise, ...]:
    """The flaws that mending and sectioning recorded, in the order of the text."""
    found = sorted([*sectioned.mended.noise, *sectioned.noise], key=lambda n: n.span)
    return _flaws().validate_python([{"kind": n.kind, "text": n.text, "span": n.span} for n in found])


@cache
def _flaws() -> TypeAdapter[tuple[structure.Noise, ...]]:
    return TypeAdapter(tuple[structure.Noise, ...])


def diagnostics(remarks: Iterable[Remark]) -> tuple[structure.Diagnostic, ...]:
    """Remarks of every stage, in the order of the text, those without a place first."""
    ordered = sorted(remarks, key=lambda r: (r.span or (-1, -1), r.code))
    return _said().validate_python([{"code": r.code, "severity": r.severity, "message": r.message, "span": r.span} for r in ordered])


@cache
def _said() -> TypeAdapter[tuple[structure.Diagnostic, ...]]:
    return TypeAdapter(tuple[structure.Diagnostic, ...])
