"""A section as lines again: headings and paragraphs in reading order, those on one line of the source put together."""

from __future__ import annotations

from collections.abc import Iterator

from converter.mending.blocks import Mended
from converter.sectioning.tree import Section
from converter.text import Span, View


def _pieces(section: Section) -> Iterator[Span]:
    if section.title is not None:
        yield section.span[0], section.title[1]
    for paragraph in section.paragraphs:
        yield paragraph.span
    for part in section.sections:
        yield from _pieces(part)


def _joined(text: str, pieces: Iterator[Span]) -> Iterator[Span]:
    """A heading and the paragraph that follows it on the same line are one: 1.“六个精准”。扶贫对象精准、…"""
    here: Span | None = None
    for span in pieces:
        if here is not None and "\n" not in text[here[1] : span[0]]:
            here = (here[0], span[1])
            continue
        if here is not None:
            yield here
        here = span
    if here is not None:
        yield here


def lines(mended: Mended, section: Section, with_title: bool = False) -> tuple[View, ...]:
    """What stands in a section and the sections under it, line by line; its own title only where asked for."""
    pieces = _pieces(section)
    if section.title is not None and not with_title:
        next(pieces)
    views = (mended.view(span) for span in _joined(mended.source.text, pieces))
    return tuple(v for v in views if v.text.strip())
