"""Whole pages: a seed's report set in ten ways inside a site's page is found, every line of it, and nothing of the site's."""

from __future__ import annotations

import pytest

from converter.pipeline import convert
from converter.reading import read
from tests.reading.pages import BODIES, VARIANTS, Page, page, squash


def kept(built: Page, data: bytes) -> str:
    """The words that the conversion's ledger keeps."""
    document = convert(data, "page.html")
    text = document.source.text
    assert text is not None
    return squash("".join(text[row.span[0] : row.span[1]] for row in document.ledger or () if row.fate in ("front", "body")))


@pytest.mark.parametrize("seed", BODIES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_line_of_the_report_and_none_of_the_site(variant: str, seed: str) -> None:
    """Class names, visibility, tables, links on numbers and sibling boxes make no difference."""
    built = page(seed, variant)
    words = kept(built, built.data())
    assert [line for line in built.body if squash(line) not in words] == []
    assert [line for line in built.chrome if squash(line) in words and len(squash(line)) >= 4] == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_reader_drops_nothing_of_the_site(variant: str) -> None:
    """What is removed later stands in source.text first."""
    built = page("002_fa97d507ddd9a17d.txt", variant)
    words = squash(read(built.data(), "page.html").text)
    assert [line for line in built.chrome if squash(line) not in words] == []


@pytest.mark.parametrize(("encoding", "declared"), [("gb18030", "gb2312"), ("gb18030", "utf-8"), ("utf-8", "gb2312"), ("utf-16", "utf-16")])
def test_a_wrong_declaration_changes_nothing(encoding: str, declared: str) -> None:
    """GB18030 under a gb2312 declaration and the like give the text of the UTF-8 page."""
    built = page("002_fa97d507ddd9a17d.txt", "paragraphs")
    found = read(built.data(encoding, declared), "page.html")
    assert found.text == read(built.data(), "page.html").text
    assert not found.remarks
