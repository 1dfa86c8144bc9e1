"""Markdown: headings by level, leads in bold, the glossary as footnotes."""

from __future__ import annotations

import re

from converter.writing.clean.pieces import Footnote, Piece, Pieces

_ANYWHERE = re.compile(r"[\\`*_\[\]<>~|]")
_IN_FRONT = re.compile(r"\A(\s*)([#+\-=]|\d{1,9}(?=[.)]))")
DEEPEST = 6


def escaped(text: str) -> str:
    """The text with a backslash before what Markdown would take for markup anywhere."""
    return _ANYWHERE.sub(r"\\\g<0>", text)


def guarded(line: str) -> str:
    """The line, made no heading, list or rule by its first characters: 1. becomes 1\\."""
    found = _IN_FRONT.match(line)
    if not found:
        return line
    if found[2].isdigit():
        return f"{line[: found.end()]}\\{line[found.end() :]}"
    return f"{found[1]}\\{line[found.end(1) :]}"


_STOPS = re.compile(r"(\s*)(.*?)([。!！?？;；:：,，、.\s]*)\Z", re.S)


def _bold(text: str) -> str:
    """The lead in bold, its stop behind it: **增强**。地区 is bold to every reader, **增强。**地区 is not."""
    front, bare, stop = _STOPS.fullmatch(text).groups()  # type: ignore[union-attr] # matches everything
    return f"{front}**{escaped(bare)}**{escaped(stop)}" if bare else escaped(text)


class Markdown:
    """Writes one report."""

    def report(self, found: Pieces) -> str:
        """Title, who gave it and when, text, footnotes; entries that nothing points to come last, as a list."""
        anchored = {n.label for n in found.notes if n.anchored}
        blocks = [f"# {escaped(found.title)}"] if found.title else []
        blocks += [f"*{escaped(found.byline)}*"] if found.byline else []
        blocks += [self._piece(piece, anchored) for piece in found.pieces]
        blocks += [f"[^{n.label}]: {self._entry(n)}" for n in found.notes if n.anchored]
        blocks += [f"- {self._entry(n)}" for n in found.notes if not n.anchored]
        return "\n\n".join(blocks)

    def _piece(self, piece: Piece, anchored: set[str]) -> str:
        if piece.level:
            return f"{'#' * min(piece.level + 1, DEEPEST)} {escaped(piece.text)}"
        return guarded("".join(self._run(run.kind, run.text) for run in piece.runs))

    def _run(self, kind: str, text: str) -> str:
        if kind == "note":
            return f"[^{text}]"
        return _bold(text) if kind == "lead" else escaped(text)

    def _entry(self, note: Footnote) -> str:
        return f"**{escaped(note.term)}** {escaped(note.definition)}".replace("\n", " ")
