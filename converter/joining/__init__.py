"""Joining: the pages of one report become one source, the site's lines around each set aside, seams and gaps recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

from converter.joining.following import ends, gap, unfinished
from converter.joining.markers import printed
from converter.joining.ordering import Ordered, ordered, remarks
from converter.joining.pages import Page, Trimmed, Unjoinable
from converter.joining.sameness import distinct, refuse_different
from converter.joining.trimming import trimmed
from converter.numbering import mark
from converter.reading.source import Aside, Line, Remark, Sheet, Source
from converter.text import Span

__all__ = ["Unjoinable", "join"]

INDENTED = 0.8  # share of the paragraphs that begin with blanks where a report indents its paragraphs


def join(sources: Sequence[Source], name: str, *, url: str | None = None, retrieved_at: str | None = None) -> Source:
    """One source of the pages of one report. Raises Unjoinable, naming the pages, where they are not of one report.

    name: what the joined report is called; url and retrieved_at: where and when it was fetched, where the pages do not say it.

    Its text is the texts of the pages in their order, one line feed between them; what the site put around the text of
    each page is aside (the first page keeps its head, where masthead and publication stand).
    """
    if not sources:
        raise Unjoinable("no pages to join")
    given, twice = distinct(printed([Page(source) for source in sources]))
    refuse_different(trimmed(given))
    found = ordered(given, trimmed(given))
    pages = trimmed(found.pages)
    out = _concatenated(pages, name)
    out = replace(out, url=out.url or url, retrieved_at=out.retrieved_at or retrieved_at)
    return replace(out, remarks=(*out.remarks, *twice, *remarks(given, found), *_gaps(found, pages, out)))


def _concatenated(pages: Sequence[Trimmed], name: str) -> Source:
    starts = _starts(pages)
    moved = [_moved(page, at, i) for i, (page, at) in enumerate(zip(pages, starts, strict=True))]
    lines = [line for kept, _ in moved for line in kept]
    sources = [page.page.source for page in pages]
    return Source(
        name=name,
        media_type=_one([s.media_type for s in sources]) or "text/plain",
        encoding=_one([s.encoding for s in sources]),
        size=sum(s.size for s in sources),
        sha256=sha256("".join(s.sha256 for s in sources).encode()).hexdigest(),
        text="\n".join(s.text for s in sources),
        lines=tuple(replace(line, index=i) for i, line in enumerate(lines)),
        stated=tuple(dict.fromkeys(fact for s in sources for fact in s.stated)),
        remarks=tuple(_shifted(r, at) for s, at in zip(sources, starts, strict=True) for r in s.remarks),
        url=sources[0].url,
        retrieved_at=sources[0].retrieved_at,
        note_anchors=tuple(((a + at, b + at), n) for s, at in zip(sources, starts, strict=True) for (a, b), n in s.note_anchors),
        aside=tuple(row for _, aside in moved for row in aside),
        sheets=tuple(_sheet(page.page, at) for page, at in zip(pages, starts, strict=True)),
        runs_on=tuple(_runs_on(pages, starts)),
    )


def _sheet(page: Page, at: int) -> Sheet:
    return Sheet(page.source, page.number, page.of, (at, at + len(page.source.text)))


def _one(values: Sequence[str | None]) -> str | None:
    """The value that all pages share."""
    return values[0] if len(set(values)) == 1 else None


def _starts(pages: Sequence[Trimmed]) -> list[int]:
    out, at = [], 0
    for page in pages:
        out.append(at)
        at += len(page.page.source.text) + 1
    return out


def _moved(page: Trimmed, by: int, number: int) -> tuple[list[Line], list[Aside]]:
    """Kept lines (blank ones between them are layout) and lines set aside, at their places in the whole."""
    kept = [_placed(g.line, by, number) for g in page.kept]
    return kept, [Aside(_placed(g.line, by, number), kind, rule) for g, kind, rule in page.aside]


def _placed(line: Line, by: int, number: int) -> Line:
    hints = line.hints
    table = (hints.table[0] + 1000 * number, hints.table[1]) if hints.table else None
    bold = tuple((a + by, b + by) for a, b in hints.bold)
    return Line(line.index, line.start + by, line.end + by, replace(hints, bold=bold, table=table) if bold or table else hints)


def _shifted(remark: Remark, by: int) -> Remark:
    return replace(remark, span=(remark.span[0] + by, remark.span[1] + by)) if remark.span else remark


def _runs_on(pages: Sequence[Trimmed], starts: Sequence[int]) -> Iterator[int]:
    """Where a page goes on with the paragraph that the page before began: in a sentence, or without the usual indentation."""
    prose = [_blank_before(p, g.line) for p in pages for g in p.kept if g.prose]
    indents = len(prose) >= 5 and sum(prose) >= INDENTED * len(prose)
    for (before, after), at in zip(pairwise(pages), starts[1:], strict=True):
        if not before.kept or not after.kept or mark(after.kept[0].compact[:20]):
            continue
        begins = not _blank_before(after, after.kept[0].line) and after.kept[0].prose and before.kept[-1].prose
        if unfinished(before.kept[-1]) or (indents and begins):
            yield after.kept[0].line.start + at


def _blank_before(page: Trimmed, line: Line) -> bool:
    return page.page.source.shadow[line.start : line.start + 1] == " "


def _gaps(found: Ordered, pages: Sequence[Trimmed], out: Source) -> Iterator[Remark]:
    """Pages that are missing by their numbers, and seams over which the text does not go on."""
    for low, high, before, after in _runs(found):
        where = f"between {before} and {after}" if before and after else f"before {after}" if after else f"after {before}"
        which = f"page {low} is" if low == high else f"pages {low} to {high} are"
        by = "numbers" if found.by == "number" else "names"
        yield Remark("GWR041", "warning", f"{which} missing {where}, by the {by} of the pages", _seam(out, before))
    known = [ends(page) for page in pages]
    for i, (a, b) in enumerate(pairwise(known)):
        why = gap(a, b)
        if why:
            where = f"between {pages[i].name} and {pages[i + 1].name}"
            yield Remark("GWR045", "warning", f"{where} {why}", _seam(out, pages[i].name))


def _runs(found: Ordered) -> Iterator[tuple[int, int, str | None, str | None]]:
    """Runs of missing numbers with the names of the pages around them."""
    have = [(page.number or 0, page.name) for page in found.pages]
    missing = list(found.missing)
    while missing:
        low = high = missing.pop(0)
        while missing and missing[0] == high + 1:
            high = missing.pop(0)
        before = next((name for n, name in reversed(have) if n < low), None)
        yield low, high, before, next((name for n, name in have if n > high), None)


def _seam(out: Source, before: str | None) -> Span | None:
    """The last line of the page in front of a seam."""
    sheet = next((s for s in out.sheets if s.source.name == before), None)
    if sheet is None:
        return None
    return max(sheet.span[0], out.text.rfind("\n", sheet.span[0], sheet.span[1]) + 1), sheet.span[1]
