"""The text of one Word paragraph: its runs as pieces, in the order they are read, with how they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.reading.docx.numerals import enclosed
from converter.reading.docx.ooxml import Element, attribute, child, local
from converter.reading.docx.styles import NO_MARKS, Marks, Style, Styles
from converter.reading.marks import called

# Not text of the finished paper: what a tracked change took away (as if all were accepted), and properties.
_PROPERTIES = frozenset({"pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr"})
GONE = _PROPERTIES | {"del", "moveFrom", "delText", "instrText", "delInstrText"}
_DRAWN = frozenset({"drawing", "pict", "object"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Signs of the symbol fonts that stand in lists and forms; any other private character is kept as it is.
_SYMBOLS = {0xB7: "•", 0x6C: "●", 0x6E: "■", 0x75: "◆", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0x52: "☑"}
_CIRCLE = re.compile(r"\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇]\s*[,，;]\s*(\d{1,2})\s*\)", re.I)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text set in one way; `anchor`: the number of the note it calls; `aside`: not in the line of reading."""

    text: str
    marks: Marks = NO_MARKS
    anchor: str | None = None
    linked: bool = False
    aside: bool = False


@dataclass
class Notes:
    """Numbers for notes in the order they are called, footnotes and endnotes in one row, so that no number stands twice.

    `labels` holds them by (kind, id); "" for a note that is called by a mark of the author's own.
    """

    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    _count: int = 0

    def call(self, kind: str, note: str) -> str:
        """The number of this note, a new one at its first call."""
        if (kind, note) not in self.labels:
            self._count += 1
            self.labels[kind, note] = str(self._count)
        return self.labels[kind, note]

    def marked(self, kind: str, note: str) -> None:
        """Takes down a note that needs no number."""
        self.labels.setdefault((kind, note), "")


@dataclass
class Paragraph:
    """The pieces of one paragraph, and the text boxes anchored in it, as they are found."""

    styles: Styles
    style: Style
    notes: Notes
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    _instruction: str | None = None
    _link: int = 0

    def read(self, element: Element) -> None:
        """Takes in everything below `element`."""
        for one in element:
            name = local(one)
            if name == "r":
                self._run(one)
            elif name == "AlternateContent":
                self.read(chosen(one))
            elif name == "hyperlink":
                self._hyperlink(one)
            elif name not in GONE:
                self.read(one)

    def _hyperlink(self, element: Element) -> None:
        outward = attribute(element, "id") is not None
        self._link += outward
        self.read(element)
        self._link -= outward

    def _run(self, run: Element) -> None:
        self._content(run, self.styles.look(self.style, child(run, "rPr")))

    def _content(self, run: Element, look: Marks) -> None:
        own_mark = False
        for one in run:
            name = local(one)
            if name in ("footnoteReference", "endnoteReference"):
                own_mark = self._reference(one, name.removesuffix("Reference"), look)
            elif name == "t":
                self._text(_words(one), look, own_mark)
            else:
                self._other(one, name, look)

    def _other(self, one: Element, name: str, look: Marks) -> None:
        if name in _SIGNS:
            self._add(_SIGNS[name], look)
        elif name == "sym":
            self._add(_symbol(one), look)
        elif name == "fldChar":
            self._field(attribute(one, "fldCharType"), look)
        elif name == "instrText" and self._instruction is not None:
            self._instruction += one.text or ""
        elif name == "ruby":
            self._ruby(one, look)
        elif name == "AlternateContent":
            self._content(chosen(one), look)
        elif name in _DRAWN:
            self._drawing(one)

    def _text(self, text: str, look: Marks, own_mark: bool) -> None:
        if own_mark:
            self.pieces.append(Piece(text, look, anchor=text.strip() or None))
        elif look.raised and (call := called(text, self.pieces[-1].text if self.pieces else "")):
            self.pieces.append(Piece(call[0], look, anchor=call[1]))
        else:
            self._add(text, look)

    def _reference(self, one: Element, kind: str, look: Marks) -> bool:
        """Writes [n] for a note's call; True where a mark of the author's own follows instead."""
        note = attribute(one, "id") or ""
        if attribute(one, "customMarkFollows") in ("1", "true", "on"):
            self.notes.marked(kind, note)
            return True
        label = self.notes.call(kind, note)
        self.pieces.append(Piece(f"[{label}]", look, anchor=label))
        return False

    def _field(self, kind: str | None, look: Marks) -> None:
        if kind == "begin":
            self._instruction = ""
        elif self._instruction is not None:
            circled = _CIRCLE.match(self._instruction)
            if circled and kind == "end":
                self._add(enclosed(circled[1]) or circled[1], look)
            self._instruction = None

    def _ruby(self, one: Element, look: Marks) -> None:
        """The base in the line; the reading above it stands aside."""
        above = "".join(_words(text) for text in walked(child(one, "rt")) if local(text) == "t")
        base = child(one, "rubyBase")
        if base is not None:
            self.read(base)
        self.pieces.append(Piece(above, look, aside=True))

    def _drawing(self, one: Element) -> None:
        for found in walked(one, stop="txbxContent"):
            if local(found) == "txbxContent":
                self.boxes.append(found)
            elif local(found) == "textpath" and attribute(found, "string"):
                self.drawn.append(attribute(found, "string") or "")

    def _add(self, text: str, look: Marks) -> None:
        if text:
            self.pieces.append(Piece(text, look, linked=self._link > 0, aside=bool(look.hidden)))


def chosen(alternate: Element) -> Element:
    """The one branch of an `mc:AlternateContent` that is read: the first with text, else the first."""
    branches = [one for one in alternate if local(one) in ("Choice", "Fallback")]
    with_text = (one for one in branches if any(local(below) in ("t", "textpath") for below in one.iter()))
    return next(with_text, branches[0] if branches else alternate)


def walked(element: Element | None, stop: str = "") -> Iterator[Element]:
    """Everything below `element`, one branch of each alternative, nothing below a `stop`."""
    for one in element if element is not None else ():
        yield one
        if local(one) == "AlternateContent":
            yield from walked(chosen(one), stop)
        elif local(one) != stop and local(one) not in GONE:
            yield from walked(one, stop)


def _words(element: Element) -> str:
    """The characters of a `w:t`; blanks at its ends count only where it says so, its line feeds are the file's layout."""
    text = (element.text or "").replace("\r", " ").replace("\n", " ")
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text if kept else text.strip(" \t")


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code - 0xF000, chr(code))
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
