"""Markup events to lines: every text of the page outside script, style and template, in the order of the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from converter.frozen import dataclass
from converter.reading.drafts import Draft
from converter.reading.html.elements import BLOCK, BLOCKS, BOX, CELLS, CLOSED, FRAMES, LOUD, MEANING, SPECIAL, UNSEEN, VERBATIM, is_bold
from converter.reading.html.spacing import BLANK, Piece, spaced
from converter.reading.html.tables import Tables
from converter.reading.limits import Limits
from converter.reading.source import Hints, Unreadable

_LONG_LINK = 1_000  # characters: a link around more than this was never closed


# Since the last line: no picture, one at the start of this line, or one on a line of its own.
_NO_PICTURE, _PICTURE, _ALONE = 0, 1, 2

# What the elements that are open say of the text inside: whether it is bold, its block element, box, table and frame.
# Shared by all that change nothing; no class, since every second element makes one.
Look = tuple[bool, str, int, tuple[int, int] | None, int]


@dataclass(frozen=False, slots=True)
class Link:
    """The link that is open: how deep, the number of drafts before it, the characters in it so far. A new link ends it, as in browsers."""

    depth: int
    first: int
    size: int = 0


@dataclass(frozen=True, slots=True)
class Markup:
    """What was read of a page: its lines, the box around each box, the frames (class, frame around), how deep elements were nested,
    JSON-LD, what it states of itself."""

    drafts: list[Draft]
    parents: list[int]
    frames: list[tuple[str, int]]
    depth: int
    scripts: list[str]
    metas: list[dict[str, str]]


class Lines:
    """The target of a parser: `start`, `data`, `end`, and `close`, which gives what was read."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limits, self._most = name, limits, limits.html_elements
        self._begin()

    def _begin(self) -> None:
        self.drafts: list[Draft] = []
        self.parents: list[int] = [0]
        self.frames: list[tuple[str, int]] = [("", 0)]
        self.depth = 0
        self.scripts: list[str] = []  # JSON-LD
        self.metas: list[dict[str, str]] = []
        self._open: list[str] = [""]  # what no element closes
        self._looks: list[Look] = [(False, "html", 0, None, 0)]
        self._pieces: list[Piece] = []
        self._tables = Tables(self.drafts)
        self._elements = self._unseen = self._verbatim = 0
        self._link: Link | None = None
        self._ld = False
        self._picture = _NO_PICTURE

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        self._elements += 1
        if self._elements > self._most:
            raise Unreadable(f"{self._name}: more than {self._most} elements in one page")
        look, opened = self._looks[-1], self._open
        if tag in MEANING or "style" in attributes:
            look = self._meant(tag, attributes, look)
        opened.append(tag)
        self._looks.append(look)
        if len(opened) > self.depth + 1:
            self.depth = len(opened) - 1

    def _meant(self, tag: str, attributes: Mapping[str, str], look: Look) -> Look:
        """An element that ends a line, holds blocks, sets its text or means more; what the text inside looks like."""
        means = MEANING.get(tag, 0)
        bold, block, box, table, frame = look
        if means & BLOCK:
            if self._pieces:
                self._flush()
            elif self._picture == _PICTURE:
                self._picture = _ALONE
            block = tag
            named = attributes.get("class") if attributes else None
            if named or tag in FRAMES:
                self.frames.append((f"<{tag}> {named or ''}" if tag in FRAMES else named or "", frame))
                frame = len(self.frames) - 1
        if means & BOX and len(self._open) <= self._limits.nesting:
            self.parents.append(box)
            box = len(self.parents) - 1
        style = attributes.get("style") if attributes else None  # lxml's mapping for none at all is slow to `get`
        if style or means & LOUD:
            said = is_bold(tag, style)
            bold = bold if said is None else said
        if means & SPECIAL:
            table = self._special(tag, attributes, table)
        return bold, block, box, table, frame

    def end(self, tag: str) -> None:
        """An element closes; the parser closes what is still open inside first."""
        opened = self._open
        if opened[-1] != tag:
            return
        if tag in BLOCKS:
            if self._pieces:
                self._flush()
            elif self._picture == _PICTURE:
                self._picture = _ALONE
        opened.pop()
        self._looks.pop()
        if self._link is not None and self._link.depth == len(opened):
            self._link = None
        if tag in CLOSED:
            self._count(tag, -1)
            self._ld = False
            self._tables.close(tag)

    def data(self, text: str) -> None:
        """Characters, in pieces of any size."""
        if self._unseen:
            if self._ld:
                self.scripts.append(text)
            return
        if not self._pieces and not self._verbatim and not text.strip(BLANK):
            return  # white space before a line's first word
        bold, link = self._looks[-1][0], self._link is not None and self._in_link(text, self._link)
        if self._verbatim and "\n" in text:
            text, *rest = text.split("\n")
            for line in rest:
                self._pieces.append((text, bold, link))
                self._flush()
                text = line
        self._pieces.append((text, bold, link))

    def close(self) -> Markup:
        """The end of the page: what was read. Nothing is kept: lxml's parser holds itself, and its target, till cycles are searched for."""
        self._flush()
        found = Markup(self.drafts, self.parents, self.frames, self.depth, self.scripts, self.metas)
        self._begin()
        return found

    def _special(self, tag: str, attributes: Mapping[str, str], table: tuple[int, int] | None) -> tuple[int, int] | None:
        """The elements that mean more than a line's end; most are none of these. The table and row that the text inside is in."""
        self._count(tag, 1)
        if tag == "a" and ("href" in attributes or "onclick" in attributes):
            self._link = Link(len(self._open), len(self.drafts))
        elif tag == "img":
            self._picture = self._picture if self._pieces else _PICTURE
        elif tag == "meta":
            self.metas.append(dict(attributes))
        elif tag == "script":
            self._ld = "ld+json" in attributes.get("type", "")
        elif tag in ("table", "tr") or tag in CELLS:
            return self._tables.open(tag, table)
        return table

    def _count(self, tag: str, by: int) -> None:
        if tag in UNSEEN:
            self._unseen += by
        elif tag in VERBATIM:
            self._verbatim += by

    def _in_link(self, text: str, link: Link) -> bool:
        """Whether text is the link's. One that was never closed reaches over whole texts, and makes none of them a link."""
        link.size += len(text.strip())
        if link.size <= _LONG_LINK:
            return True
        self.drafts[link.first :] = [replace(draft, hints=replace(draft.hints, link_share=0.0)) for draft in self.drafts[link.first :]]
        self._link = None
        return False

    def _flush(self) -> None:
        """The line under way is done."""
        pieces = self._pieces
        if not pieces:
            return
        self._pieces = []
        text, bold, link_share = spaced(pieces)
        if text:
            _, block, box, table, frame = self._looks[-1]
            below = self._picture == _ALONE
            self._picture = _NO_PICTURE
            self.drafts.append(Draft(text, Hints(block, (), link_share, None, None, None, table, box), bold, (), frame, below))
