"""The whole conversion on one page: bytes → Source → stripped → mended → sectioned → facts → Document."""

from __future__ import annotations

from collections.abc import Sequence

from converter import __version__, assembling, correcting, lexicons
from converter.collection import paused
from converter.correcting import Entry, Outcome
from converter.extracting.completeness import completeness
from converter.extracting.indicators import indicators, targets_status
from converter.extracting.kind import document_type
from converter.extracting.masthead import Masthead, masthead
from converter.extracting.notes import lined, notes
from converter.extracting.projects import projects
from converter.frozen import dataclass
from converter.mending import mend
from converter.mending.blocks import Mended
from converter.models.document import Document, OwnLexicon, Producer, SourceText
from converter.models.facts import Indicator, Note, Project, TargetStatus
from converter.models.metadata import Metadata
from converter.models.structure import Completeness
from converter.reading import read
from converter.reading.source import Remark, Source
from converter.sectioning import section
from converter.sectioning.tree import Sectioned
from converter.stripping import strip
from converter.stripping.compilations import cut
from converter.stripping.copies import copies
from converter.stripping.glance import glances
from converter.stripping.segments import Stripped


@dataclass(frozen=True)
class _Report:
    """One report with everything that was read from it."""

    stripped: Stripped
    sectioned: Sectioned
    head: Masthead
    indicators: tuple[Indicator, ...]
    notes: tuple[Note, ...]
    projects: tuple[Project, ...]
    remarks: tuple[Remark, ...]
    outcomes: tuple[Outcome, ...] = ()

    @property
    def mended(self) -> Mended:
        return self.sectioned.mended


@paused()
def convert(
    data: bytes,
    name: str,
    *,
    url: str | None = None,
    retrieved_at: str | None = None,
    declared: str | None = None,
    entries: Sequence[Entry] = (),
) -> Document:
    """The document of one input.

    data: the bytes; name: what messages call it; url and retrieved_at: where and when it was fetched,
    if known; declared: the charset that its server named; entries: corrections by people (converter.correcting).
    Raises Unreadable (one line) for what no reader can take; everything else becomes a document with diagnostics.
    """
    return document(read(data, name, declared=declared, url=url, retrieved_at=retrieved_at), entries)


@paused()
def document(source: Source, entries: Sequence[Entry] = ()) -> Document:
    """The document of a source that was read, or joined of several pages (converter.joining), with the corrections of people."""
    seen = glances(source, source.lines)
    copied = copies(seen)
    parts = cut(source, [glance for glance in seen if glance.line.index not in copied] if copied else seen)
    if len(parts) == 1:
        reports = [_report(strip(source, seen=seen, copied=copied), "", entries)]
    else:
        reports = [_report(strip(source, lines, copied=copied), f"r{n}", entries) for n, lines in enumerate(parts, 1)]
    if len(reports) == 1:
        return _document(source, reports[0], source.text, f"{source.sha256[:12]}")
    return _compilation(source, reports)


def _report(found: Stripped, prefix: str, entries: Sequence[Entry]) -> _Report:
    stripped, kept = correcting.structure.lines(found, entries)
    mended = mend(stripped)
    sectioned, levelled = _sectioned(mended, prefix, entries)
    head, said = correcting.facts.masthead(masthead(stripped, sectioned), entries, alone=not prefix)
    figures, figure_remarks = indicators(sectioned, head.years, head.place)
    figures, counted = correcting.facts.indicators(figures, entries)
    seen = lined(sectioned)
    glossary, note_remarks = notes(sectioned, seen)
    promised, project_remarks = projects(sectioned, seen)
    stages = (*stripped.remarks, *mended.remarks, *sectioned.remarks, *head.remarks)
    facts = (*figure_remarks, *note_remarks, *project_remarks)
    outcomes = (*kept, *levelled, *said, *counted)
    return _Report(stripped, sectioned, head, figures, glossary, promised, (*stages, *facts), outcomes)


def _sectioned(mended: Mended, prefix: str, entries: Sequence[Entry]) -> tuple[Sectioned, list[Outcome]]:
    """The tree, with the levels that people gave to headings."""
    read_as = section(mended, prefix)
    given = correcting.structure.levels(mended, entries)
    found = section(mended, prefix, {start: level for start, (_, level) in given.items()}) if given else read_as
    return found, correcting.structure.levelled(read_as, found, entries, given)


def _document(source: Source, report: _Report, text: str | None, digest: str) -> Document:
    kind = document_type(report.sectioned)
    said = () if kind != "other" else (Remark("GWR001", "warning", "this does not look like a government work report"),)
    meta, whole = report.head.metadata, completeness(report.sectioned, kind)
    whole = _joined(whole, source) if source.sheets else whole
    return Document(
        id=f"{meta.jurisdiction.code or 'x'}-{meta.report_year or 'x'}-{digest}",
        producer=_producer(),
        document_type=kind,
        source=_source(source, text),
        metadata=meta,
        completeness=whole,
        sections=assembling.sections(report.sectioned),
        indicators=report.indicators,
        targets_status=_targets(report, whole.missing) if kind == "government_work_report" else {},
        notes=report.notes,
        projects=report.projects,
        ledger=assembling.ledger(source, [report.mended]) if text is not None else (),
        noise=assembling.noise(report.sectioned),
        corrections=correcting.corrections(report.outcomes),
        diagnostics=assembling.diagnostics([*_of_source(source, [report], text), *said, *report.remarks]),
    )


def _targets(report: _Report, missing: Sequence[str]) -> dict[str, TargetStatus]:
    return targets_status(report.indicators, report.sectioned, missing, report.head.place)


def _compilation(source: Source, reports: Sequence[_Report]) -> Document:
    """Several reports in one input: the parent holds the text and the ledger, the children point into it."""
    children = tuple(_document(source, r, None, f"{source.sha256[:12]}-{n}") for n, r in enumerate(reports, 1))
    complete = all(c.completeness.status == "complete" for c in children)
    return Document(
        id=f"x-x-{source.sha256[:12]}",
        producer=_producer(),
        document_type="compilation",
        source=_source(source, source.text),
        metadata=Metadata(),
        completeness=Completeness(status="complete" if complete else "truncated"),
        sections=tuple(s for c in children for s in c.sections),  # the law is checked on the parent alone
        ledger=assembling.ledger(source, [r.mended for r in reports]),
        diagnostics=assembling.diagnostics(_of_source(source, reports, source.text)),
        reports=children,
    )


def _of_source(source: Source, reports: Sequence[_Report], text: str | None) -> list[Remark]:
    """What is to be said about the input as a whole; the reports of a compilation leave it to their parent."""
    return [*source.remarks, *correcting.remarks(o for r in reports for o in r.outcomes)] if text is not None else []


def _joined(whole: Completeness, source: Source) -> Completeness:
    """Joined pages are no single page any more; where one of them is missing, the report is not complete."""
    gone = any(remark.code == "GWR041" for remark in source.remarks)
    return whole.model_copy(update={"page": None, "status": "truncated" if gone and whole.status == "complete" else whole.status})


def _producer() -> Producer:
    own = lexicons.own()
    named = tuple(OwnLexicon(name=one.name, version=one.version, sha256=one.sha256) for one in own.lexicons) if own else ()
    return Producer(version=__version__, lexicons=lexicons.version(), own_lexicons=named)


def _source(source: Source, text: str | None) -> SourceText:
    return SourceText(
        name=source.name,
        media_type=source.media_type,
        encoding=source.encoding,
        bytes=source.size,
        sha256=source.sha256,
        url=source.url,
        retrieved_at=source.retrieved_at,
        text_sha256=source.text_sha256,
        text=text,
        pages=assembling.pages(source) if text is not None else (),
    )
