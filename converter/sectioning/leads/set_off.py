"""Titles that a colon, a blank or brackets set off from their paragraphs: 农业提质：粮食总产达到21万吨,… In rows alone."""

from __future__ import annotations

from collections.abc import Sequence

from converter.expressions import HAN, rare
from converter.lexicons import load
from converter.sectioning.leads.bodies import Paragraph
from converter.sectioning.leads.rows import ROW
from converter.text import Span

_SHORTEST, _LONGEST = 4, 20  # characters of a title
_TEXT = 20  # of what it heads
_BRACKETED = rare(rf"【[^】。,]{{{_SHORTEST},{_LONGEST}}}】\s*")
_TITLE = rare(rf"((?:{HAN}|[\"、,]){{{_SHORTEST},{_LONGEST}}})(?::\s*|\s+)(?=[^\"—。])")
_ANNOUNCING, _DEFINING = tuple(load("leads")["announcing_by_colon"]), tuple(load("leads")["defining"])


def set_off(paragraphs: Sequence[Paragraph]) -> dict[int, Span]:
    """The spans of such titles by the place of their paragraphs: three or more under one heading, and most of those there."""
    if len(paragraphs) < ROW:
        return {}
    found = {i: end for i, p in enumerate(paragraphs) if (end := _end(p))}
    if len(found) < ROW or 2 * len(found) <= len(paragraphs):
        return {}
    return {i: paragraphs[i].body.view.span(paragraphs[i].sentences[0].start, end) for i, end in found.items()}


def _end(paragraph: Paragraph) -> int:
    """Where the title of a paragraph ends, with its colon; 0 where it has none."""
    first = paragraph.sentences[0]
    if first.text.startswith("【"):
        found = _BRACKETED.match(first.text)
        return first.start + len(found[0].rstrip()) if found and paragraph.size - found.end() >= _TEXT else 0
    head = first.text[_SHORTEST : _LONGEST + 1]
    found = _TITLE.match(first.text) if ":" in head or " " in head else None
    if not found or paragraph.size - found.end() < _TEXT or found[1].endswith(_ANNOUNCING):
        return 0
    return 0 if first.text.startswith(_DEFINING, found.end()) else first.start + len(found[0].rstrip())
