"""What a document is called."""

from __future__ import annotations

from converter.models.document import Document
from converter.viewing.labels import Language, label


def heading(document: Document, language: Language) -> str:
    """What a document is called: its title, else place and year."""
    meta = document.metadata
    if meta.title:
        return meta.title
    named = f"{meta.jurisdiction.name or ''}{meta.report_year or ''}"
    return named + label("untitled", language) if named else document.source.name
