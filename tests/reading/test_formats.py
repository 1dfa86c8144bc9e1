"""One report in every format: the documents agree."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from converter.models.document import Document
from converter.models.structure import Section
from converter.pipeline import convert
from tests.reading.office_fixtures import fodt, office, recipes

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_PAPER = fodt.Paper(head="人民代表大会会议文件", folio=True)


def _text(prefix: str) -> str:
    return next(recipes.SEEDS.glob(prefix + "*")).read_text("utf-8")


def _page(prefix: str) -> bytes:
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in recipes.seed_lines(prefix))
    return f"<html><head><meta charset='utf-8'><title>x</title></head><body><div>{lines}</div></body></html>".encode()


_FORMS: dict[str, Callable[[str], bytes]] = {
    "GB18030": lambda prefix: _text(prefix).encode("gb18030"),
    "UTF-16": lambda prefix: _text(prefix).encode("utf-16"),
    "HTML": _page,
    "DOCX": lambda prefix: office.converted(recipes.plain(prefix), "docx"),
    "PDF": lambda prefix: office.converted(recipes.plain(prefix, _PAPER), "pdf"),
}


def outline(document: Document) -> list[tuple[object, ...]]:
    """What must not depend on the format: sections, paragraphs, indicators, notes, projects, the masthead."""
    meta = document.metadata
    return [
        (document.document_type, meta.title, meta.jurisdiction.code, meta.delivered_on, meta.speaker, document.completeness),
        *_sections(document.sections),
        *((one.id, one.kind, one.period, one.value, one.unit, one.growth, one.comparator) for one in document.indicators),
        *((one.number, one.term, _bare(one.definition), len(one.anchors)) for one in document.notes),
        *((one.number, _bare(one.text)) for one in document.projects),
    ]


def _sections(sections: Sequence[Section]) -> Iterator[tuple[object, ...]]:
    for one in sections:
        yield one.role, one.level, one.number, one.title
        yield from ((_bare(paragraph.text),) for paragraph in one.paragraphs)
        yield from _sections(one.sections)


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("prefix", ["002", "004"])
def test_formats_agree(prefix: str, form: str) -> None:
    """A seed gives the same sections, paragraphs, indicators, notes and projects in every format."""
    if form in ("DOCX", "PDF") and not office.installed():
        pytest.skip("LibreOffice is not installed")
    if form == "PDF":
        pytest.importorskip("pypdfium2")
    plain = convert(_text(prefix).encode(), "seed.txt")
    assert outline(convert(_FORMS[form](prefix), "seed")) == outline(plain)


def test_committed_word_file_agrees() -> None:
    """A seed once saved as Word gives what the seed gives."""
    word = convert((_FIXTURES / "docx" / "seed_003.docx").read_bytes(), "seed_003.docx")
    assert outline(word) == outline(convert(_text("003").encode(), "seed.txt"))


def test_office_features_agree() -> None:
    """Generated numbers and real footnotes give the sections, the indicators and the notes that typed ones give."""
    word = convert((_FIXTURES / "docx" / "report.docx").read_bytes(), "report.docx")
    plain = convert(_text("002").encode(), "seed.txt")
    headings = [[(one[1:]) for one in _sections(found.sections) if len(one) == 4 and one[0] != "annex"] for found in (word, plain)]
    assert headings[0] == headings[1]
    assert [(one.id, one.period, one.value, one.growth) for one in word.indicators] == [
        (one.id, one.period, one.value, one.growth) for one in plain.indicators
    ]
    assert [(one.number, one.term, _bare(one.definition)) for one in word.notes][:16] == [
        (one.number, one.term, _bare(one.definition)) for one in plain.notes
    ]
