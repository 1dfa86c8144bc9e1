"""What every reader gives: decoded text, its lines, and what the format says about them."""

from __future__ import annotations

from dataclasses import field
from hashlib import sha256

from converter.frozen import cached_property, dataclass
from converter.reading.leftovers import leftovers
from converter.text import Span, blanked, shadow, with_stops


@dataclass(frozen=True, slots=True)
class Hints:
    """What a format tells about a line beyond its characters. Plain text tells nothing.

    tag: block element or Word part (p, h1, td, li, title, header, footer, footnote …); bold: spans in source.text;
    link_share: share of the characters that are link text, 0..1; region: "main" or "outside" where structure decides, or the
    kind (contract) of what it sets apart within the text;
    page: 1-based page of a paged format; table: (table number, row number); box: number of the block container.
    """

    tag: str | None = None
    bold: tuple[Span, ...] = ()
    link_share: float = 0.0
    region: str | None = None
    style: str | None = None
    page: int | None = None
    table: tuple[int, int] | None = None
    box: int | None = None


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of source.text without its line feed: `source.text[start:end]`."""

    index: int
    start: int
    end: int
    hints: Hints = NO_HINTS


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact a page states about itself outside its visible text: (`meta PubDate`, `2024-12-27`)."""

    origin: str
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A diagnostic on its way to the document: code, severity (error, warning, info), message, span."""

    code: str
    severity: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that joining pages took out: the site's, around the text of a page; kind (contract) and rule."""

    line: Line
    kind: str
    rule: str


@dataclass(frozen=True)
class Sheet:
    """One page of a joined source: as it was read, its number if known, and where its text stands in the whole."""

    source: Source
    number: int | None
    of: int | None
    span: Span


@dataclass(frozen=True)
class Source:
    """One input, decoded and linearised. Spans everywhere point into `text`."""

    name: str
    media_type: str
    encoding: str | None
    size: int
    sha256: str
    text: str
    lines: tuple[Line, ...]
    stated: tuple[Stated, ...] = ()
    remarks: tuple[Remark, ...] = ()
    url: str | None = None
    retrieved_at: str | None = None
    note_anchors: tuple[tuple[Span, str], ...] = field(default=())  # where the format itself ties an anchor to a note
    sheets: tuple[Sheet, ...] = ()  # the pages of a joined source; its `lines` are the kept ones
    aside: tuple[Aside, ...] = ()  # and these the others
    runs_on: tuple[int, ...] = ()  # where a page goes on with the paragraph of the page before

    @cached_property
    def leftovers(self) -> tuple[Span, ...]:
        """What a conversion to plain text left of markup."""
        return leftovers(self.text)

    @cached_property
    def shadow(self) -> str:
        """The text as rules match it; leftovers are blank in it."""
        cast = with_stops(shadow(self.text))
        return blanked(cast, self.leftovers) if self.leftovers else cast

    @cached_property
    def text_sha256(self) -> str:
        """Digest of the text in UTF-8."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Unreadable(Exception):
    """An input that cannot be read; the message is one line for the user."""


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text, split on line feeds only."""
    out: list[Line] = []
    at = 0
    for index, line in enumerate(text.split("\n")):
        out.append(Line(index, at, at + len(line)))
        at += len(line) + 1
    return tuple(out)
