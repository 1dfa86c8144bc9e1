"""From the tree to the notes: glossary, entries, terms, anchors, and what does not fit together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from converter.expressions import rare
from converter.extracting.lines import whole
from converter.extracting.notes.anchors import anchors, behind_terms
from converter.extracting.notes.entries import Entry, celled, numbered, paired, style, unnumbered
from converter.extracting.notes.regions import Lined, lined
from converter.extracting.notes.terms import divide, habit
from converter.lexicons import either, load
from converter.mending.blocks import Mended
from converter.models.facts import Note
from converter.reading.source import Remark
from converter.sectioning.tree import Sectioned
from converter.text import Span, View

_CHROME = rare(rf" *{either(load('notes')['not_terms'])} *:")
Piece = tuple[View, int, int]
NO_ENTRY, NO_ANCHOR, NOT_READ = "GWR421", "GWR422", "GWR423"


def _entries(given: tuple[View, ...]) -> tuple[Entry, ...]:
    lines = [line for line in given if not _CHROME.match(line.shadow)]
    name = style(lines)
    if name is not None:
        return numbered(lines, name)
    if found := celled(lines) or paired(lines):
        return found
    alone = [Entry(None, 0, (line,)) for line in lines]
    usual = habit(alone)
    if usual not in ("colon", "blank", "stop"):
        return unnumbered(lines, lambda line: divide(Entry(None, 0, (line,)), None) is not None)
    return unnumbered(lines, lambda line: divide(Entry(None, 0, (line,)), usual) is not None)


def _parts(entry: Entry, usual: str | None) -> list[Piece] | None:
    """The term's stretch and the definition's stretches, line by line, outer blanks left out; None where one of the two is missing."""
    first, rest = entry.lines[0], entry.lines[1:]
    cut = divide(entry, usual)
    if cut is None and not rest:
        return None
    end = cut[0] if cut else len(first.shadow.rstrip().rstrip(":"))
    definition = [(first, cut[1], len(first.text))] if cut else []
    definition += [(line, 0, len(line.text)) for line in rest]
    held = [_trim(*piece) for piece in definition]
    defined = [piece for piece in held if piece[1] < piece[2]]
    return [_trim(first, entry.start, end), *defined] if defined else None


def _trim(line: View, start: int, end: int) -> Piece:
    text = line.shadow[start:end]
    return line, start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()) if text.strip() else start


def _note(mended: Mended, entry: Entry, parts: list[Piece], found: Sequence[Span]) -> Note:
    (line, start, end), *definition = parts
    low = definition[0][0].offsets[definition[0][1]]
    high = definition[-1][0].offsets[definition[-1][2] - 1] + 1
    return Note(
        number=entry.number,
        term=line.text[start:end],
        definition=whole(mended, (low, high)),
        span=(entry.lines[0].offsets[0], high),
        definition_span=(low, high),
        anchors=tuple(found),
    )


def notes(sectioned: Sectioned, seen: Lined | None = None) -> tuple[tuple[Note, ...], tuple[Remark, ...]]:
    """The notes of a report in order, with the anchors that point to them, and what does not fit.

    A line of a glossary that could not be read as term and definition, an anchor without a note, and, where a report
    prints anchors at all, a numbered note without one, are remarks. seen: the report's lines, where they are known.
    """
    seen = seen or lined(sectioned)
    entries = [(e, _parts(e, usual)) for lines in seen.held for found in [_entries(lines)] for usual in [habit(found)] for e in found]
    circled = any(style(lines) == "circled" for lines in seen.held)
    body = [line.view for line in seen.outside()]
    pointing: dict[int, list[Span]] = defaultdict(list)
    for number, span in anchors(sectioned.mended, body, circled):
        pointing[number].append(span)
    if not pointing and entries:
        named = [(e.number, line.text[start:end]) for e, parts in entries if e.number and parts for line, start, end in parts[:1]]
        pointing.update((number, [span]) for number, span in behind_terms(body, named))
    read = [(e, _note(sectioned.mended, e, parts, pointing.get(e.number or 0, ())) if parts else None) for e, parts in entries]
    found = tuple(note for _, note in read if note)
    return found, (*_unread(read), *_loose(found, pointing, bool(seen.held)))


def _unread(read: Sequence[tuple[Entry, Note | None]]) -> Iterator[Remark]:
    for entry, note in read:
        if note is None:
            span = entry.lines[0].offsets[0], entry.lines[-1].offsets[-1] + 1
            yield Remark(NOT_READ, "warning", "a glossary entry whose term and definition could not be told apart", span)


def _loose(found: Sequence[Note], pointing: dict[int, list[Span]], glossary: bool) -> Iterator[Remark]:
    known = {note.number for note in found}
    for number, spans in pointing.items():
        if number not in known:
            what = "no glossary holds it" if glossary else "the text has no glossary"
            yield Remark(NO_ENTRY, "warning", f"anchor {number} has no note: {what}", spans[0])
    for note in found:
        if pointing and note.number is not None and not note.anchors:
            yield Remark(NO_ANCHOR, "info", f"note {note.number} has no anchor in the text", note.span)
