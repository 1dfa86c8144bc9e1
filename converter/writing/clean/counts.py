"""How much a report says, by the roles of its sections: without the site's lines and without the glossary."""

from __future__ import annotations

import csv
import io
import re

from converter.models.document import Document
from converter.writing.clean.pieces import pieces

COLUMNS = ("document", "role", "headings", "paragraphs", "characters", "words")
# A word as word processors count it: a Chinese character, or a run of letters and digits (4.5, COVID-19, 5G).
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_RUN = rf"[^\W_{_HAN}]+"
_WORD = re.compile(rf"[{_HAN}]|{_RUN}(?:[.,\-]{_RUN})*")


def counts(document: Document) -> str:
    """CSV with a row for every role, in the order of the text, and one for all: headings, paragraphs, characters, words."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for report in document.reports or (document,):
        rows = _rows(report, document)
        table.writerows((report.id, role, *row) for role, row in rows.items())
        table.writerow((report.id, "all", *map(sum, zip([0, 0, 0, 0], *rows.values(), strict=True))))
    return out.getvalue()


def _rows(report: Document, parent: Document) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for piece in pieces(report, parent.source.text or "", parent.ledger).pieces:
        row = rows.setdefault(piece.role, [0, 0, 0, 0])
        row[0 if piece.level else 1] += 1
        row[2] += len("".join(piece.text.split()))
        row[3] += len(_WORD.findall(piece.text))
    return rows
