"""White space inside a line, as HTML has it: a run is one space; a line feed beside Chinese characters is nothing."""

from __future__ import annotations

import re
from html import unescape
from itertools import groupby

from converter.text import Span

BLANK = " \t\n\r\f"
_RUN = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")  # any but a single space

Piece = tuple[str, bool, bool]  # text of one look on its way into a line; whether it is bold, and a link's
Spaced = tuple[str, tuple[Span, ...], float]  # a line's text, where it is bold, the share of its characters that are link text


def wide(char: str) -> bool:
    """A character of Chinese text, its punctuation included."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef" or "\u2010" <= char <= "\u2026"


def spaced(pieces: list[Piece]) -> Spaced:
    """The pieces as one line. Only spaces, tabs and line feeds are white space here: U+00A0 and U+3000 are characters."""
    if any("&" in one[0] for one in pieces):
        pieces = _decoded(pieces)
    while len(pieces) > 1 and not pieces[-1][0].strip(BLANK):
        pieces.pop()  # what stands behind a line's last element is most often a line feed
    text, bold, link = pieces[0]
    if len(pieces) > 1:
        if any(one[1] != bold or one[2] != link for one in pieces):
            return _joined(pieces)
        text = "".join([one[0] for one in pieces])
    text = _evened(text.strip(BLANK))
    return text, ((0, len(text)),) if bold and text else (), float(link)


_TWICE = re.compile(r"&(?:amp;)*(?:[A-Za-z]{2,8}|#[0-9]{2,5}|#[xX][0-9A-Fa-f]{2,4});")


def _decoded(pieces: list[Piece]) -> list[Piece]:
    """Characters that were written as entities twice: &amp;ldquo; is no text of anybody."""
    looks = [(look, "".join(one[0] for one in run)) for look, run in groupby(pieces, lambda one: one[1:])]
    return [(_TWICE.sub(lambda m: unescape(m[0].replace("&amp;", "&")), text), *look) for look, text in looks]


def _joined(pieces: list[Piece]) -> Spaced:
    """The careful way: a run of white space may reach over several pieces."""
    out: list[str] = []
    bold: list[Span] = []
    at = linked = inked = 0
    gap = last = ""
    for text, is_bold, is_link in pieces:
        rest = text.lstrip(BLANK)
        gap += text[: len(text) - len(rest)]
        if not rest:
            continue
        word = rest.rstrip(BLANK)
        glue = _glue(gap, last, word[0]) if gap else ""
        gap, word = rest[len(word) :], _evened(word)
        out += (glue, word)
        start, at, last = at + len(glue), at + len(glue) + len(word), word[-1]
        ink = len(word) - word.count(" ")
        inked, linked = inked + ink, linked + ink * is_link
        if is_bold:
            bold.append((start, at))
    return "".join(out), _merged(bold), linked / inked if inked else 0.0


def _evened(text: str) -> str:
    """Every run of white space as one space or nothing. Looked for one by one, since an expression takes ten times as long."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        return _RUN.sub(_one, text)
    return text


def _one(run: re.Match[str]) -> str:
    return _glue(run[0], run.string[run.start() - 1], run.string[run.end()])


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
