"""The text as lines again: headings and paragraphs in reading order, those on one line of the source put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from converter.frozen import dataclass
from converter.mending.blocks import Mended
from converter.sectioning.tree import Section
from converter.text import Span, View


@dataclass(frozen=True)
class Placed:
    """A line with the role of its section ("other" takes the role of the section above).

    level: of the section, where the line is its heading; 0 for a paragraph and for a heading with its paragraph behind it.
    """

    view: View
    role: str
    level: int


def _pieces(section: Section, above: str) -> Iterator[tuple[Span, str, int]]:
    role = above if section.role == "other" else section.role
    if section.title is not None:
        yield (section.span[0], section.title[1]), role, section.level
    for paragraph in section.paragraphs:
        yield paragraph.span, role, 0
    for part in section.sections:
        yield from _pieces(part, role)


def _joined(text: str, pieces: Iterable[tuple[Span, str, int]]) -> Iterator[tuple[Span, str, int]]:
    """A heading and the paragraph that follows it on the same line are one: 1.“六个精准”。扶贫对象精准、…"""
    here: tuple[Span, str, int] | None = None
    for span, role, level in pieces:
        if here is not None and "\n" not in text[here[0][1] : span[0]]:
            here = ((here[0][0], span[1]), here[1], 0)
            continue
        if here is not None:
            yield here
        here = (span, role, level)
    if here is not None:
        yield here


def placed(mended: Mended, sections: Iterable[Section]) -> tuple[Placed, ...]:
    """Every line of these sections, headings included, blank ones left out."""
    pieces = (piece for section in sections for piece in _pieces(section, "other"))
    found = (Placed(mended.view(span), role, level) for span, role, level in _joined(mended.source.text, pieces))
    return tuple(line for line in found if line.view.text.strip())


def lines(mended: Mended, section: Section) -> tuple[View, ...]:
    """What stands in a section and the sections under it, line by line, without its own title."""
    pieces = _pieces(section, "other")
    if section.title is not None:
        next(pieces)
    views = (mended.view(span) for span, _, _ in _joined(mended.source.text, pieces))
    return tuple(v for v in views if v.text.strip())


def whole(mended: Mended, span: Span) -> str:
    """All the text at a span, line by line: what stands between the lines of an entry (the 。 of a heading) is part of it."""
    view, text = mended.view(span), mended.source.text
    if text.find("\n", *span) < 0:
        return view.text.strip()
    starts = [i for i in range(1, len(view.text)) if "\n" in text[view.offsets[i - 1] : view.offsets[i]]]
    pieces = (view.text[a:b].strip() for a, b in pairwise([0, *starts, len(view.text)]))
    return "\n".join(piece for piece in pieces if piece)
