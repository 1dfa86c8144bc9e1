"""Running heads and folios of a paged text: short lines that come again page by page between long stretches of text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from converter.stripping.glance import Glance

LONGEST = 30  # characters of a running head
PAGE = 400  # characters of text that lie between two; rows of a table are shorter
OFTEN = 3
_FOLIO = re.compile(r"\W{0,3}\d{1,3}[^\w%]{0,3}\Z")
_DIGITS = re.compile(r"\d+")


def running_heads(lines: Sequence[Glance]) -> frozenset[int]:
    """Places of the lines that are nothing but a folio, counted on, or the report's title again and again."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, glance in enumerate(lines):
        key = _key(glance.compact)
        if key:
            found[key].append(i)
    if all(len(places) < OFTEN for places in found.values()):
        return frozenset()
    sizes = [0]
    for glance in lines:
        sizes.append(sizes[-1] + len(glance.compact))
    return frozenset(i for key, places in found.items() if _paged(lines, key, places, sizes) for i in places)


def _key(compact: str) -> str | None:
    if len(compact) > LONGEST:
        return None
    if _FOLIO.match(compact):
        return "folio"
    return _DIGITS.sub("", compact) if compact.endswith("报告") or "工作报告" in compact else None


def _paged(lines: Sequence[Glance], key: str, places: Sequence[int], sizes: Sequence[int]) -> bool:
    if len(places) < OFTEN or any(sizes[b] - sizes[a] < PAGE for a, b in pairwise(places)):
        return False
    if key != "folio":
        return True
    numbers = [int(n[0]) for i in places if (n := _DIGITS.search(lines[i].compact)) and n[0].isascii()]
    return len(numbers) == len(places) and all(0 < b - a <= 2 for a, b in pairwise(numbers))
