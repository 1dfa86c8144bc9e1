"""Word files (DOCX): a walk over the XML in the zip, which keeps notes, numbers, text boxes, headers and footers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from converter.reading.docx.body import Reader, body_face
from converter.reading.docx.numbering import Counter, lists
from converter.reading.docx.ooxml import Element, attribute, children, local
from converter.reading.docx.package import Parts, unpacked
from converter.reading.docx.pieces import Notes
from converter.reading.docx.styles import Styles, styles
from converter.reading.drafts import Draft, assemble
from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Hints, Remark, Source, Unreadable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """The Word file in `data` as lines: headers, body, notes, footers.

    Tracked changes are read as accepted; a note's call is written [n] and listed in `note_anchors`, and the note
    follows the body as a line that opens with [n]. Raises Unreadable, in one line, where there is nothing to read.
    """
    parts = unpacked(data, name, limits)
    page = assemble(_drafts(parts))
    if not page.text.strip():
        raise Unreadable(f"{name}: a Word document without text; a scan needs text recognition (OCR) first")
    return Source(
        name=name,
        media_type=MEDIA_TYPE,
        encoding=None,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        text=page.text,
        lines=page.lines,
        remarks=(*parts.remarks, *_remarks(parts)),
        note_anchors=page.anchors,
    )


def _drafts(parts: Parts) -> Iterator[Draft]:
    known = styles(parts.styles)
    notes = Notes()
    reader = Reader(known, Counter(lists(parts.numbering)), notes, body_face(parts.document, known))
    body = list(reader.blocks(parts.document, Hints(tag="p")))
    yield from _margins(parts, parts.headers, "header", known)
    yield from body
    yield from _notes(parts.footnotes, "footnote", reader)
    yield from _notes(parts.endnotes, "endnote", reader)
    yield from _margins(parts, parts.footers, "footer", known)


def _margins(parts: Parts, margins: tuple[Element, ...], tag: str, known: Styles) -> Iterator[Draft]:
    for margin in margins:
        yield from Reader(known, Counter(lists(parts.numbering)), Notes()).blocks(margin, Hints(tag=tag, region="outside"))


def _notes(part: Element | None, kind: str, reader: Reader) -> Iterator[Draft]:
    """The notes of one kind in the order of their numbers; a note nothing calls comes last, without a number."""
    found: list[tuple[int, str | None, Element]] = []
    order = {key: at for at, key in enumerate(reader.notes.labels)}
    for note in children(part, kind):
        if attribute(note, "type") in (None, "normal"):
            key = kind, attribute(note, "id") or ""
            found.append((order.get(key, len(order)), reader.notes.labels.get(key), note))
    for _, label, note in sorted(found, key=lambda one: one[0]):
        yield from reader.blocks(note, Hints(tag=kind), label)


def _remarks(parts: Parts) -> Iterator[Remark]:
    """What of the file is not in the text, or is not as the file stands."""
    names = {local(one) for one in parts.document.iter()}
    if "altChunk" in names:
        yield Remark("GWR022", "error", "the file embeds another document (altChunk), which was not read")
    if names & {"del", "moveFrom"}:
        yield Remark("GWR023", "info", "tracked changes were read as accepted")
    if "commentReference" in names:
        yield Remark("GWR024", "info", "reviewers' comments are no part of the text and were left out")
