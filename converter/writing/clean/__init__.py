"""The report alone, for readers and for text analysis: without the site's lines, its glossary as footnotes, as Markdown or plain text."""

from __future__ import annotations

from converter.models.document import Document
from converter.writing.clean.markdown import Markdown
from converter.writing.clean.pieces import pieces
from converter.writing.clean.plain import Plain

FORMATS: dict[str, type[Markdown] | type[Plain]] = {"md": Markdown, "txt": Plain}

__all__ = ["FORMATS", "clean"]


def clean(document: Document, form: str) -> str:
    """The text of a document, or of every report of a compilation; form: a key of FORMATS."""
    writer = FORMATS[form]()
    whole = document.source.text or ""
    parts = [writer.report(pieces(report, whole, document.ledger)) for report in document.reports or (document,)]
    return "\n\n\n".join(parts) + "\n"
