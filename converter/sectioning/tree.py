"""What sectioning gives: sections in sections, paragraphs in sections, leads in paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from converter.frozen import dataclass
from converter.mending.blocks import Mended, Noise
from converter.reading.source import Remark
from converter.text import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; leads are run-in topic sentences inside it."""

    id: str
    span: Span
    leads: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; an untitled one (opening, closing) has no number and no title."""

    id: str
    role: str
    level: int
    number: str | None
    title: Span | None
    span: Span
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    evidence: str | None = None


@dataclass(frozen=True)
class Sectioned:
    """The report as a tree over the mended text."""

    mended: Mended
    sections: tuple[Section, ...]
    remarks: tuple[Remark, ...] = ()
    noise: tuple[Noise, ...] = ()  # titles over two lines, which only the headings around them give away

    def walk(self) -> Sequence[tuple[Section, tuple[Section, ...]]]:
        """Every section in reading order with the sections above it."""
        return _walk(self.sections, ())


def _walk(sections: tuple[Section, ...], above: tuple[Section, ...]) -> list[tuple[Section, tuple[Section, ...]]]:
    out = []
    for section in sections:
        out.append((section, above))
        if section.sections:
            out += _walk(section.sections, (*above, section))
    return out
