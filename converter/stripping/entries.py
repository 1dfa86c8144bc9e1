"""Between two entries of a glossary: a short line that no list knows is told as it is between paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from converter.stripping.annexes import ENTRY, is_annex_heading
from converter.stripping.glance import Glance
from converter.stripping.labels import Label
from converter.stripping.segments import BODY, REMOVED
from converter.stripping.sites import to_reader
from converter.stripping.strangers import stranger
from converter.stripping.vocabulary import Vocabulary

_SHORT = 30  # characters; what an entry goes on with ends as a sentence does, or is longer


def between_entries(lines: Sequence[Glance], labels: Sequence[Label]) -> list[Label]:
    """The labels of the lines below the last words; what stands alone between two entries and is none may be the site's."""
    out = list(labels)
    words: Vocabulary | None = None
    for i in range(1, len(lines) - 1):
        if out[i] != _ANNEX or not _alone(lines, i):
            continue
        words = words or Vocabulary(lines)
        if kind := to_reader(lines[i].compact) or stranger(lines, i, out[i - 1][0] == REMOVED, words):
            out[i] = REMOVED, kind, "between_entries"
    return out


_ANNEX: Label = (BODY, None, "annex")


def _alone(lines: Sequence[Glance], i: int) -> bool:
    above, here, below = lines[i - 1 : i + 2]
    if len(here.compact) > _SHORT or here.compact[-1] in "。;,:、" or ENTRY.match(here.compact) or is_annex_heading(here.compact):
        return False
    return above.ends and bool(ENTRY.match(above.compact) and ENTRY.match(below.compact))
