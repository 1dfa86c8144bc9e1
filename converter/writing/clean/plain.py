"""Plain text: a line a paragraph, headings on lines of their own, the glossary below."""

from __future__ import annotations

from converter.writing.clean.pieces import Pieces


class Plain:
    """Writes one report."""

    def report(self, found: Pieces) -> str:
        """Title, text, and the glossary behind a line of its own; labels of footnotes are left out of the text."""
        lines = [found.title, ""] if found.title else []
        for piece in found.pieces:
            lines += ["", piece.text] if piece.level else [piece.text]
        if found.notes:
            lines += ["", "注释", *(f"[{n.label}] {n.term} {n.definition}".replace("\n", " ") for n in found.notes)]
        return "\n".join(lines).strip("\n")
