"""How much a line speaks for the main content (above 0) or against it (below)."""

from __future__ import annotations

import re

from converter.frozen import dataclass

_WORDS = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[,。;!?，；！？]")  # a colon alone makes a label
# script or style that leaked into the page
_CODE = re.compile(r"[{};]\s*$|^\s*(?:var|function|if|\$|document\.|window\.|//|/\*|\.[\w-]+\s*\{)|\)\s*;|=\s*function|&&|\|\||<!--|</?\w+")
_WIDE = re.compile(r"[\u2e80-\u9fff]+")

LINKED = 0.5  # above this share of link text a line is a link
_LOOKED_AT, _COUNTED = 200, 60  # characters: a line longer than this is like its beginning; so many tell what it is written in
_PROSE = 15  # characters: a sentence, where a mark of punctuation is in it
_LATIN = 0.2  # what running text in Latin letters counts for beside Chinese: notices, licences; a page of it alone loses nothing
_LINK_COST, _LINK_COST_CHAR, _LINK_COST_MOST = 8.0, 0.3, 20.0
_SHORT_COST = 2.0  # headings, dates, signatures, buttons: a few do not part a text, a column of them does


@dataclass(frozen=True, slots=True)
class Weight:
    """A line's words (letters, digits, characters), what it weighs, whether it is the site's (a link, leaked script), or running text."""

    size: int
    value: float
    site: bool
    prose: bool


def weigh(text: str, link_share: float) -> Weight:
    """The weight of one line."""
    size = words(text)
    text = text[:_LOOKED_AT]
    if link_share > LINKED:
        return Weight(size, -min(_LINK_COST + _LINK_COST_CHAR * size, _LINK_COST_MOST), True, False)
    han = chinese(text)
    if not han and _CODE.search(text):
        return Weight(size, -float(min(size, 200)), True, False)
    if size >= _PROSE and _SENTENCE.search(text):
        return Weight(size, size * (1 - link_share) * (1 if han else _LATIN), False, True)
    return Weight(size, -_SHORT_COST, False, False)


def words(text: str) -> int:
    """How many word characters a text has; of a long one, reckoned from its beginning."""
    head = text[:_COUNTED]
    found = len(head) if head.isalnum() else len("".join(_WORDS.findall(head)))  # most links have nothing else
    return found if len(text) <= _COUNTED else found * len(text) // _COUNTED


def chinese(text: str) -> bool:
    """Whether a fifth of a text or more is Chinese characters. Of most Chinese text a third tells."""
    text = text[:_COUNTED]
    return _wide(text, len(text) // 3) or _wide(text, len(text))


def _wide(text: str, end: int) -> bool:
    """Whether as many as a fifth of the whole are Chinese in `text[:end]`."""
    return len("".join(_WIDE.findall(text, 0, end))) * 5 >= len(text)
