"""Notes at the foot of a page: small print below the text that opens with the mark of a call."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from converter.reading.drafts import Draft
from converter.reading.pdf.paragraphs import joined
from converter.reading.pdf.rows import Row
from converter.reading.source import Hints

_SMALL = 0.9  # of the usual size
_NUMBER = re.compile(r"\[?(\d{1,3})\]?[.．、\s]*(?=\S)")
_MARKED = re.compile(r"[①-⑳]|[\[［〔【]\d{1,3}[\]］〕】]")


def split(rows: Sequence[Row], size: float, open_note: bool) -> tuple[list[Row], list[Row]]:
    """The rows of a page as text and notes; `open_note`: the page before ended in a note, which may go on here."""
    cut = len(rows)
    while cut and rows[cut - 1].size <= _SMALL * size:
        cut -= 1
    called = {label for row in rows[:cut] for _, label in row.anchors}
    notes = [_opened(row, called) for row in rows[cut:]]
    if not any(_opens(row) for row in notes) or not (_opens(notes[0]) or open_note):
        return list(rows), []
    return list(rows[:cut]), notes


def notes(rows: Sequence[Row]) -> list[Draft]:
    """The rows of all notes as one line a note."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and not _opens(row):
            groups[-1].append(row)
        else:
            groups.append([row])
    drafts = [joined(group, Hints(tag="footnote")) for group in groups]
    # A note's own number is no call of it.
    return [replace(draft, anchors=tuple(one for one in draft.anchors if one[0][0] > 0)) for draft in drafts]


def _opens(row: Row) -> bool:
    return _MARKED.match(row.text) is not None


def _opened(row: Row, called: set[str]) -> Row:
    """A row that opens with the number of a note called above it, written [n]."""
    match = _NUMBER.match(row.text)
    if match is None or match[1] not in called or _opens(row):
        return row
    mark = f"[{match[1]}]"
    shift = len(mark) - match.end()
    bold = tuple((max(0, low + shift), high + shift) for low, high in row.bold if high + shift > 0)
    anchors = tuple(((low + shift, high + shift), label) for (low, high), label in row.anchors if low >= match.end())
    return replace(row, text=mark + row.text[match.end() :], bold=bold, anchors=anchors)
