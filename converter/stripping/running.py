"""Running heads and folios of a paged text: short lines that come again page by page between long stretches of text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from converter.stripping.glance import Glance
from converter.stripping.opening import HEADING

LONGEST = 30  # characters of a running head
PAGE = 400  # characters of text that lie between two; rows of a table are shorter
OFTEN = 3
_FOLIO = re.compile(r"\W{0,3}\d{1,3}[^\w%]{0,3}\Z")
_DIGITS = re.compile(r"\d+")


def running_heads(lines: Sequence[Glance]) -> frozenset[int]:
    """Places of the lines that are nothing but a folio, counted on, the report's title again and again, or a paper's name beside them."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, glance in enumerate(lines):
        key = _key(glance.compact)
        if key:
            found[key].append(i)
    often = {key: places for key, places in found.items() if len(places) >= OFTEN}
    if not often:
        return frozenset()
    sizes = [0]
    for glance in lines:
        sizes.append(sizes[-1] + len(glance.compact))
    spaced = {key: places for key, places in often.items() if all(sizes[b] - sizes[a] >= PAGE for a, b in pairwise(places))}
    sure = {i for key, places in spaced.items() if key.startswith(_SURE) and _counted(lines, key, places) for i in places}
    heads = (places for places in spaced.values() if _at_turns(places, sure) or (_regular(places, sizes) and not _like_text(lines, places)))
    return frozenset(sure.union(*heads))


def going_on(heads: Sequence[Glance], below: Sequence[Glance]) -> frozenset[int]:
    """Places below a text, in its annexes, where its running heads and folios go on: the same heads, the next numbers a page apart."""
    keys = {key for glance in heads if (key := _key(glance.compact)) and not key.startswith(_SURE)}
    number = max(map(_number, heads))
    size = PAGE  # the text's last page may hold a line of the annex only
    out: set[int] = set()
    for i, glance in enumerate(below):
        key = _key(glance.compact)
        next_page = key == "folio" and number > 0 and size >= PAGE and 0 < _number(glance) - number <= 2
        if next_page:
            number, size = _number(glance), 0
        if next_page or key in keys:
            out.add(i)
        size += len(glance.compact)
    return frozenset(out)


def _number(glance: Glance) -> int:
    """The number of a folio; 0 of what is none."""
    found = _DIGITS.search(glance.compact) if _FOLIO.match(glance.compact) else None
    return int(found[0]) if found and found[0].isascii() else 0


_SURE = ("folio", "title ")


def _key(compact: str) -> str | None:
    if len(compact) > LONGEST:
        return None
    if _FOLIO.match(compact):
        return "folio"
    bare = _DIGITS.sub("", compact)
    if compact.endswith("报告") or "工作报告" in compact:
        return f"title {bare}"
    own = compact[-1] in _TEXT or ":" in compact or compact.startswith(("各位", "同志")) or HEADING.match(compact)
    return bare if len(bare) > 1 and not own else None


_TEXT = frozenset("。;!?,、")  # ends of sentences, or of their parts


def _counted(lines: Sequence[Glance], key: str, places: Sequence[int]) -> bool:
    """Whether folios count the pages; what is none need not."""
    if key != "folio":
        return True
    numbers = [int(n[0]) for i in places if (n := _DIGITS.search(lines[i].compact)) and n[0].isascii()]
    return len(numbers) == len(places) and all(0 < b - a <= 2 for a, b in pairwise(numbers))


def _at_turns(places: Sequence[int], sure: set[int]) -> bool:
    """Whether nearly all stand beside a folio or the report's title, as the names of papers do."""
    return sum(bool({i - 2, i - 1, i + 1, i + 2} & sure) for i in places) >= _NEARLY * len(places)


def _regular(places: Sequence[int], sizes: Sequence[int]) -> bool:
    """Whether pages of one length lie between them, four at least."""
    gaps = [sizes[b] - sizes[a] for a, b in pairwise(places)]
    return len(gaps) >= OFTEN and max(gaps) <= _ALIKE * min(gaps)


def _like_text(lines: Sequence[Glance], places: Sequence[int]) -> bool:
    """Whether they are as long as the lines beside them: a text wrapped at a width that says the same again and again."""
    beside = [(i, j) for i in places for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    return sum(abs(len(lines[i].compact) - len(lines[j].compact)) <= _WIDTH for i, j in beside) >= len(places)


_NEARLY, _ALIKE, _WIDTH = 0.8, 1.5, 2
