"""Rows of tables: whether cells state one thing together, and the line they make."""

from __future__ import annotations

from dataclasses import replace

from converter.reading.drafts import Draft

_LONG_ROW = 600  # characters: a table row longer than this sets out a page, not figures


def belong(cells: list[Draft]) -> bool:
    """Whether cells state one thing together: not where links stand beside text, or the row is long, as in the layout of a page."""
    linked = [cell.hints.link_share > 0.5 for cell in cells]
    return all(linked) or (not any(linked) and sum(len(cell.text) for cell in cells) <= _LONG_ROW)


def glued(cells: list[Draft]) -> Draft:
    """The cells of a row as one line, a tab between two."""
    bold = []
    at = 0
    for cell in cells:
        bold += [(low + at, high + at) for low, high in cell.bold]
        at += len(cell.text) + 1
    share = sum(cell.hints.link_share * len(cell.text) for cell in cells) / sum(len(cell.text) for cell in cells)
    return Draft("\t".join(cell.text for cell in cells), replace(cells[0].hints, link_share=share), tuple(bold))
