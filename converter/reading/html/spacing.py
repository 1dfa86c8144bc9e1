"""White space inside a line, as HTML has it: a run is one space; a line feed beside Chinese characters is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from converter.frozen import dataclass
from converter.text import Span

_RUN = re.compile(r"([ \t\n\r\f]+)")
BLANK = " \t\n\r\f"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look on its way into a line, in the parts the parser gave it in."""

    parts: list[str]
    bold: bool
    link: bool

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class Spaced:
    """A line's text, where it is bold, and the share of its characters that are link text."""

    text: str
    bold: tuple[Span, ...]
    link_share: float


def wide(char: str) -> bool:
    """A character of Chinese text, its punctuation included."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef" or "\u2010" <= char <= "\u2026"


def spaced(pieces: list[Piece]) -> Spaced:
    """The pieces as one line. Only spaces, tabs and line feeds are white space here: U+00A0 and U+3000 are characters."""
    if len(pieces) == 1 and _plain(text := pieces[0].text.strip(BLANK)):
        return Spaced(text, ((0, len(text)),) if pieces[0].bold and text else (), float(pieces[0].link))
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> Spaced:
    """The careful way: a run of white space may reach over several pieces."""
    out: list[str] = []
    bold: list[Span] = []
    at = linked = inked = 0
    gap = ""
    last = ""
    for piece in pieces:
        start = at
        for word, blank in _words(piece.text):
            if word:
                glue = _glue(gap, last, word[0]) if gap else ""
                start += len(glue) if start == at else 0
                out += (glue, word)
                at += len(glue) + len(word)
                inked += len(word)
                linked += len(word) if piece.link else 0
                gap, last = "", word[-1]
            gap += blank
        if piece.bold and at > start:
            bold.append((start, at))
    return Spaced("".join(out), _merged(bold), linked / inked if inked else 0.0)


def _plain(text: str) -> bool:
    """Whether white space is single spaces only. Asked one by one: an expression takes ten times as long, and this runs for every line."""
    return not ("\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Each word, empty before white space that begins the text, with the white space behind it."""
    parts = iter(_RUN.split(text))
    return zip_longest(parts, parts, fillvalue="")


def _glue(gap: str, before: str, after: str) -> str:
    """What a run of white space becomes."""
    if not before:
        return ""
    return "" if "\n" in gap and (wide(before) or wide(after)) else " "


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Bold stretches with the spaces between them made one."""
    out: list[Span] = []
    for low, high in spans:
        if out and low - out[-1][1] <= 1:
            out[-1] = (out[-1][0], high)
        else:
            out.append((low, high))
    return tuple(out)
