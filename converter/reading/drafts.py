"""Lines on their way into a source: text with spans of its own, put one under the other at the end of reading."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, repeat

from converter.frozen import dataclass
from converter.reading.source import NO_HINTS, Hints, Line
from converter.text import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One line to be: `bold` and `anchors` (span, note number) are offsets into this line's text.

    frame: of a web page, the number of the nearest element around that has a class, or whose tag tells what it holds; below_image:
    nothing but a picture stands between it and the line above.
    """

    text: str
    hints: Hints = NO_HINTS
    bold: tuple[Span, ...] = ()
    anchors: tuple[tuple[Span, str], ...] = ()
    frame: int = 0
    below_image: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The whole text with its lines and anchors, ready for `Source`."""

    text: str
    lines: tuple[Line, ...]
    anchors: tuple[tuple[Span, str], ...]


def assemble(drafts: Iterable[Draft], regions: Iterable[str | None] = ()) -> Page:
    """The drafts joined by line feeds; a draft never holds one, every span becomes an offset into the whole.

    regions: where each stands (Hints), of a format that tells.
    """
    lines: list[Line] = []
    anchors: list[tuple[Span, str]] = []
    texts: list[str] = []
    at = 0
    for index, (draft, region) in enumerate(zip(drafts, chain(regions, repeat(None)))):  # noqa: B905 - the last goes on without end
        bold = _moved(draft.bold, at) if draft.bold else ()
        end = at + len(draft.text)
        lines.append(Line(index, at, end, _set(draft.hints, bold, region) if bold or region else draft.hints))
        if draft.anchors:
            anchors += [((low + at, high + at), number) for (low, high), number in draft.anchors]
        texts.append(draft.text)
        at = end + 1
    if not lines:
        return Page("", (Line(0, 0, 0),), ())
    return Page("\n".join(texts), tuple(lines), tuple(anchors))


def _set(hints: Hints, bold: tuple[Span, ...], region: str | None) -> Hints:
    """Written out: `replace` takes four times as long, and this runs for every line."""
    return Hints(hints.tag, bold or hints.bold, hints.link_share, region or hints.region, hints.style, hints.page, hints.table, hints.box)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans with those that touch made one, empty ones left out."""
    out: list[Span] = []
    for low, high in spans:
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        elif low < high:
            out.append((low, high))
    return tuple(out)


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple([(low + by, high + by) for low, high in spans])
