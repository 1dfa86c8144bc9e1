"""The blocks of a Word part, in reading order, as drafts: paragraphs, table rows, text boxes."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from converter.reading.docx.numbering import Counter
from converter.reading.docx.ooxml import Element, attribute, child, children, local, number
from converter.reading.docx.pieces import GONE, Notes, Paragraph, Piece, chosen
from converter.reading.docx.styles import Style, Styles
from converter.reading.drafts import Draft, merged
from converter.reading.faces import displays
from converter.reading.source import Hints

_CONTAINERS = frozenset({"body", "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_HEADING = 80  # characters: a longer paragraph with an outline level is no heading, whatever its style says


@dataclass
class Reader:
    """Walks blocks; the state is what runs through a document: list counters, note numbers, tables counted."""

    styles: Styles
    counter: Counter
    notes: Notes
    face: str | None = None
    _tables: int = 0
    _carried: list[Piece] = field(default_factory=list)

    def blocks(self, container: Element, hints: Hints, own_note: str | None = None) -> Iterator[Draft]:
        """The drafts of everything in `container`; `hints` say where it stands, `own_note` is the number of a note read here."""
        for one in container:
            name = local(one)
            if name == "p":
                yield from self._paragraph(one, hints, own_note)
                own_note = None
            elif name == "tbl":
                yield from self._table(one, hints)
            elif name == "AlternateContent":
                yield from self.blocks(chosen(one), hints)
            elif name in _CONTAINERS:
                yield from self.blocks(one, hints)

    def _paragraph(self, element: Element, hints: Hints, own_note: str | None) -> Iterator[Draft]:
        properties = child(element, "pPr")
        style = self.styles.of_paragraph(attribute(child(properties, "pStyle")))
        paragraph = Paragraph(self.styles, style, self.notes)
        paragraph.read(element)
        own = [Piece(f"[{own_note}]")] if own_note else []
        pieces = [*self._carried, *self._number(properties, style), *own, *paragraph.pieces]
        self._carried = []
        if _mark_gone(properties):
            self._carried = pieces
        else:
            yield from _drafts(pieces, _hints(hints, style, properties, pieces), self.face)
        yield from self._boxes(paragraph, hints)

    def _boxes(self, paragraph: Paragraph, hints: Hints) -> Iterator[Draft]:
        """What is drawn into the paragraph, as lines of its own behind it."""
        tag = hints.tag if hints.region else "textbox"
        inside = Hints(tag=tag, region=hints.region)
        yield from (Draft(text, inside) for text in paragraph.drawn)
        carried, self._carried = self._carried, []
        for box in paragraph.boxes:
            yield from self.blocks(box, inside)
        self._carried = carried

    def _number(self, properties: Element | None, style: Style) -> list[Piece]:
        """The number Word writes in front of the paragraph, set as its level or else its paragraph mark says."""
        own = child(properties, "numPr")
        number_id = number(child(own, "numId"))
        level = number(child(own, "ilvl"))
        number_id = style.number_id if number_id is None else number_id
        level = (style.level or 0) if level is None else level
        if not number_id:
            return []
        text, marks = self.counter.next(number_id, level)
        look = self.styles.look(style, child(properties, "rPr"))
        look = replace(look, bold=look.bold if marks.bold is None else marks.bold, face=marks.face or look.face)
        return [Piece(text, look)] if text else []

    def _table(self, table: Element, hints: Hints) -> Iterator[Draft]:
        self._tables += 1
        at = self._tables
        for row, element in enumerate(_rows(table), 1):
            tag = hints.tag if hints.tag in ("header", "footer") else "td"
            cells = [list(self.blocks(cell, Hints(tag=tag, region=hints.region, table=(at, row)))) for cell in _cells(element)]
            yield from _row(cells)


def body_face(root: Element, styles: Styles) -> str | None:
    """The type face most characters of the document are set in."""
    tally: Tally[str | None] = Tally()
    for paragraph in (one for one in root.iter() if local(one) == "p"):
        style = styles.of_paragraph(attribute(child(paragraph, "pPr", "pStyle")))
        for run in children(paragraph, "r"):
            length = sum(len(text.text or "") for text in children(run, "t"))
            tally[styles.look(style, child(run, "rPr")).face] += length
    return max(tally, key=lambda face: tally[face], default=None)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table; rows a tracked change took away are none."""
    for one in table:
        if local(one) == "tr" and child(one, "trPr", "del") is None:
            yield one
        elif local(one) not in GONE and local(one) != "tr":
            yield from _rows(one)


def _cells(row: Element) -> Iterator[Element]:
    for one in row:
        if local(one) == "tc" and child(one, "tcPr", "cellDel") is None:
            yield one
        elif local(one) not in GONE and local(one) != "tc":
            yield from _cells(one)


def _row(cells: list[list[Draft]]) -> Iterator[Draft]:
    """A row whose cells hold one line each becomes one line; any other row keeps its lines, cell after cell."""
    filled = [cell for cell in cells if cell]
    if any(len(cell) > 1 for cell in filled):
        yield from (line for cell in filled for line in cell)
    elif filled:
        yield joined([cell[0] for cell in filled], "\t")


def joined(drafts: list[Draft], glue: str) -> Draft:
    """Several drafts as one line."""
    text, bold, anchors = "", [], []
    for draft in drafts:
        text += glue if text else ""
        at = len(text)
        bold += [(low + at, high + at) for low, high in draft.bold]
        anchors += [((low + at, high + at), label) for (low, high), label in draft.anchors]
        text += draft.text
    return Draft(text, drafts[0].hints, merged(bold), tuple(anchors))


def _hints(hints: Hints, style: Style, properties: Element | None, pieces: list[Piece]) -> Hints:
    """Where the paragraph stands, with what its style says about it."""
    outline = number(child(properties, "outlineLvl"))
    outline = style.outline if outline is None else outline
    length = sum(len(piece.text) for piece in pieces)
    tag = f"h{outline + 1}" if hints.tag == "p" and outline is not None and 0 <= outline < 6 and length <= _HEADING else hints.tag
    linked = sum(len(piece.text) for piece in pieces if piece.linked)
    return replace(hints, tag=tag, style=style.name, link_share=linked / length if linked else 0.0)


def _drafts(pieces: list[Piece], hints: Hints, face: str | None) -> Iterator[Draft]:
    """The lines of a paragraph, cut at its line breaks; hidden text and readings follow as lines outside the text."""
    for line in _cut(piece for piece in pieces if not piece.aside):
        if "".join(piece.text for piece in line).strip():
            yield _draft(line, hints, face)
    aside = "".join(piece.text for piece in pieces if piece.aside).replace("\n", " ").strip()
    if aside:
        yield Draft(aside, replace(hints, tag="hidden", region="outside"))


def _cut(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(replace(piece, text=first))
        for part in rest:
            yield line
            line = [replace(piece, text=part)]
    yield line


def _draft(line: list[Piece], hints: Hints, face: str | None) -> Draft:
    at, bold, anchors = 0, [], []
    for piece in line:
        end = at + len(piece.text)
        if piece.marks.bold or displays(piece.marks.face, face):
            bold.append((at, end))
        if piece.anchor:
            anchors.append(((at, end), piece.anchor))
        at = end
    return Draft("".join(piece.text for piece in line), hints, merged(bold), tuple(anchors))


def _mark_gone(properties: Element | None) -> bool:
    """Whether the paragraph runs on in the next: its end was taken away by a tracked change, or is a style separator."""
    mark = child(properties, "rPr")
    return any(child(mark, name) is not None for name in ("del", "moveFrom", "specVanish"))
