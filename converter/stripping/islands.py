"""Where a page ended and the next began: the site's foot and head in the middle of the text, its unknown lines among known ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.stripping.annexes import is_annex_heading
from converter.stripping.glance import Glance
from converter.stripping.labels import Label
from converter.stripping.opening import HEADING, YEAR_HEADING
from converter.stripping.segments import REMOVED

_KNOWN = 3  # so many lines that are chrome by their own words make an island,
_SHARE = 3  # one of so many lines of it,
_GAP = 6  # and so many that nobody knows stand between two at most
_SHORT = 40
_ANNOUNCES = 12


def islands(lines: Sequence[Glance], labels: Sequence[Label], known: Sequence[int]) -> list[Label]:
    """The labels; between two lines of an island everything is the site's. known: places of lines that are chrome by their words,
    those too that a report may have by itself (登录, 首页)."""
    out = list(labels)
    for first, last in _stretches(lines, known):
        for i in range(first, last + 1):
            if out[i][0] != REMOVED:
                out[i] = REMOVED, (out[i - 1][1] if i else None) or "navigation", "between_the_sites_lines"
    return out


def _stretches(lines: Sequence[Glance], known: Sequence[int]) -> Iterator[tuple[int, int]]:
    row = list(known[:1])
    for above, below in [*pairwise(known), (len(lines), len(lines) + _GAP + 2)]:
        if below - above <= _GAP + 1 and all(_slight(glance) for glance in lines[above + 1 : below]):
            row.append(below)
            continue
        if len(row) >= _KNOWN and row[-1] - row[0] < _SHARE * len(row):
            yield row[0], row[-1]
        row = [below]


def _slight(glance: Glance) -> bool:
    """A short line that ends no sentence and is no heading of the report."""
    compact = glance.compact
    if len(compact) > _SHORT or glance.prose or compact[-1] in "。;" or compact.startswith("各位"):
        return False
    if compact[-1] == ":" and len(compact) >= _ANNOUNCES:
        return False  # 今年主要抓好以下几方面工作:
    return not (HEADING.match(compact) or YEAR_HEADING.match(compact) or is_annex_heading(compact))
