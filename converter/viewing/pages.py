"""The pages: of one document, of two side by side, of a place over the years, of a folder."""

from __future__ import annotations

from collections.abc import Sequence

from converter.models import codelists
from converter.models.document import Document
from converter.viewing.compare import comparison, panels
from converter.viewing.entries import Entry
from converter.viewing.labels import Language, label
from converter.viewing.names import heading
from converter.viewing.reader import reader
from converter.viewing.render import page


def one(document: Document, language: Language = "zh") -> str:
    """The page of one document."""
    return page(
        "page.html.j2", ("base", "page", "charts"), ("core", "marks", "page", "search", "keys"), language,
        heading=heading(document, language), r=reader(document), name=lambda d: heading(d, language),
    )  # fmt: skip


def two(first: Document, second: Document, language: Language = "zh") -> str:
    """Two documents side by side."""
    return page(
        "compare.html.j2", ("base", "charts", "sheet"), ("core", "compare"), language,
        heading=label("compare", language), c=comparison(first, second), name=lambda d: heading(d, language),
    )  # fmt: skip


def many(documents: Sequence[Document], language: Language = "zh") -> str:
    """Several documents as series: what each place planned, and what came of it."""
    return page(
        "series.html.j2", ("base", "charts", "sheet"), ("core",), language,
        heading=label("series", language), panels=panels(documents), name=lambda d: heading(d, language),
    )  # fmt: skip


def index(entries: Sequence[Entry], language: Language = "zh") -> str:
    """The index of a folder: search and filter over all its documents."""
    codes = {f"{name}.{code}" for name in ("level", "completeness_status", "document_type") for code in codelists.words()[name]}
    return page(
        "index.html.j2", ("base", "sheet", "index"), ("core", "index"), language,
        heading=label("index", language), codes=sorted({*codes, "unknown"}), data=[e.row() for e in entries],
    )  # fmt: skip
