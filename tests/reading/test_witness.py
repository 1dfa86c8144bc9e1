"""A second parser as a witness: nothing that BeautifulSoup finds to read on a page is lacking in the source text."""

from __future__ import annotations

from collections import Counter

import pytest
from bs4 import BeautifulSoup, Comment, Doctype

from converter.reading import read
from tests.reading.pages import BODIES, VARIANTS, page

UNREAD = {"script", "style", "template"}


def witnessed(html: str) -> Counter[str]:
    """The characters of every text node outside script, style and template, white space left out."""
    soup = BeautifulSoup(html, "html.parser")
    texts = (t for t in soup.find_all(string=True) if not isinstance(t, (Comment, Doctype)))
    found: Counter[str] = Counter()
    for text in texts:
        if not UNREAD & {parent.name for parent in text.parents}:
            found.update("".join(text.split()))
    return found


@pytest.mark.parametrize("variant", sorted(set(VARIANTS) - {"nested"}))
@pytest.mark.parametrize("seed", sorted(BODIES))
def test_nothing_on_a_page_is_lacking(seed: str, variant: str) -> None:
    """Every character the witness reads stands in source.text at least as often."""
    html = page(seed, variant).html.replace("CHARSET", "utf-8")
    source = read(html.encode(), "page.html")
    assert not witnessed(html) - Counter("".join(source.text.split()))
