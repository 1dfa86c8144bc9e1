"""The pages: of one document, of two side by side, of a place over the years, of a folder."""

from __future__ import annotations

from collections.abc import Sequence

from converter.models.document import Document
from converter.viewing.labels import Language, label
from converter.viewing.reader import reader
from converter.viewing.render import page


def heading(document: Document, language: Language) -> str:
    """What a document is called: its title, else place and year."""
    meta = document.metadata
    if meta.title:
        return meta.title
    named = f"{meta.jurisdiction.name or ''}{meta.report_year or ''}"
    return named + label("untitled", language) if named else document.source.name


def one(document: Document, language: Language = "zh") -> str:
    """The page of one document."""
    return page(
        "page.html.j2", ("base", "page", "charts"), ("core", "marks", "page", "search", "keys"), language,
        heading=heading(document, language), r=reader(document), name=lambda d: heading(d, language),
    )  # fmt: skip


def several(documents: Sequence[Document], language: Language = "zh") -> str:
    """Two documents side by side; more as series."""
    raise NotImplementedError
