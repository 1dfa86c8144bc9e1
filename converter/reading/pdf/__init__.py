"""PDF files with a text layer: printed lines joined to paragraphs, running heads, folios and notes told apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from converter.reading.drafts import assemble
from converter.reading.limits import LIMITS, Limits
from converter.reading.pdf.glyphs import Sheet, sheet
from converter.reading.pdf.layout import Layout, layout
from converter.reading.source import Remark, Source, Unreadable

MEDIA_TYPE = "application/pdf"
_SCANNED = 20  # characters a page, on average: a stamp or a folio over a picture
_UNKNOWN = 0.2  # share of characters without a known code
_NAMED = 5  # pages named in a message


def read_pdf(data: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """The PDF in `data` as lines, one a paragraph; raises Unreadable, in one line, for scans, locked and damaged files.

    Running heads and folios stay where they are printed (`hints.tag` header, footer), notes at the foot of a page
    follow the text (footnote). Two columns are read one after the other, with a diagnostic that says so.
    """
    sheets = _sheets(data, name, limits)
    _refuse(sheets, name)
    laid = layout(sheets)
    page = assemble(laid.drafts)
    return Source(
        name=name,
        media_type=MEDIA_TYPE,
        encoding=None,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        text=page.text,
        lines=page.lines,
        remarks=tuple(_remarks(sheets, laid)),
        note_anchors=page.anchors,
    )


def _sheets(data: bytes, name: str, limits: Limits) -> list[Sheet]:
    try:
        import pypdfium2 as pdfium
    except ImportError as error:
        raise Unreadable(f"{name}: reading a PDF needs pypdfium2: pip install 'gwr-converter[pdf]'") from error
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(f"{name}: no PDF, whatever its name says")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Unreadable(f"{name}: {_reason(error)}") from error
    try:
        return _read(document, name, limits)
    except pdfium.PdfiumError as error:
        raise Unreadable(f"{name}: a damaged PDF ({_short(error)})") from error
    finally:
        document.close()


def _read(document: Any, name: str, limits: Limits) -> list[Sheet]:
    count = len(document)
    if count > limits.pdf_pages:
        raise Unreadable(f"{name}: a PDF of {count} pages; more than {limits.pdf_pages} are not read (limit pdf_pages)")
    out = []
    for index in range(count):
        page = document[index]
        try:
            out.append(sheet(page, index + 1))
        finally:
            page.close()
    return out


def _refuse(sheets: list[Sheet], name: str) -> None:
    """A scan, or a text layer in a code of its own, is refused: an empty or garbled report helps nobody."""
    printed = sum(not glyph.char.isspace() for one in sheets for glyph in one.glyphs)
    if printed < _SCANNED * len(sheets):
        raise Unreadable(f"{name}: a PDF without a text layer ({len(sheets)} scanned pages?); it needs text recognition (OCR) first")
    if sum(one.unknown for one in sheets) > _UNKNOWN * printed:
        raise Unreadable(f"{name}: the fonts of this PDF do not say which characters they print; it needs text recognition (OCR) first")


def _remarks(sheets: list[Sheet], laid: Layout) -> Iterator[Remark]:
    """Two columns, pages without text, characters without a code."""
    if laid.parted:
        yield Remark("GWR031", "error", f"{_pages(laid.parted)} in two columns: the order of reading is a guess, check it")
    empty = [one.number for one in sheets if not one.glyphs]
    if empty:
        yield Remark("GWR032", "warning", f"{_pages(empty)} without text: pictures, or nothing at all")
    unknown = sum(one.unknown for one in sheets)
    if unknown:
        yield Remark("GWR033", "warning", f"{unknown} characters have no known code; they are kept as they are stored")


def _pages(numbers: Sequence[int]) -> str:
    named = ", ".join(str(number) for number in numbers[:_NAMED]) + (" …" if len(numbers) > _NAMED else "")
    return f"page {named}" if len(numbers) == 1 else f"{len(numbers)} pages ({named})"


def _reason(error: Exception) -> str:
    if "password" in str(error).lower():
        return "an encrypted PDF that asks for a password"
    return f"a damaged PDF ({_short(error)})"


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
