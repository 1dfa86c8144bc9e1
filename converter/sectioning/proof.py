"""Whether a row of 第一, 1. or (1) counts headings, and no list, livelihood projects or entries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.expressions import rare
from converter.sectioning.parts import Part

LONG = 45  # characters of a title that runs into its paragraph; one in four may be longer
_PROJECTS = rare(r"实事(?!求是)|民生工程|民生项目|票决")
_ANNOUNCED = rare(r"(?:[^。!?]*[。!?])?[^。!?]*.\Z")  # the last two sentences


def stands(parts: Sequence[Part], run: Sequence[int]) -> bool:
    """Two or more whose titles are short or have paragraphs of their own, and that no projects were announced above."""
    headings = [found for i in run if (found := parts[i].heading)]
    apart = all(not found.inline for found in headings) and all(_titles(parts, i) for i in run)
    long = sum(found.title[1] - found.title[0] > LONG for found in headings)
    few = 0 if headings[0].style == "ordinal" else len(run) // 4  # 第一, counts reasons too
    if len(run) < 2 or (not apart and long > few) or _of_projects(parts, run[0]):
        return False
    return apart or all(_heads(parts, i, after) for i, after in pairwise([*run, run[-1] + 1]))


def _of_projects(parts: Sequence[Part], first: int) -> bool:
    """Whether the words above a row announce projects."""
    above = parts[first - 1].compact[-160:] if first else ""
    found = _ANNOUNCED.search(above)
    return found is not None and _PROJECTS.search(found[0]) is not None


def _heads(parts: Sequence[Part], i: int, after: int) -> bool:
    """Whether an item has more to say: on its line, below it, or before the next."""
    heading = parts[i].heading
    inline = heading is not None and heading.inline
    return inline or after - i > 1 or _titles(parts, i) or parts[i].view.text.rstrip()[-1:] not in "。;；"


def _titles(parts: Sequence[Part], i: int) -> bool:
    """Whether a line has a paragraph of its own below it, as an item of a list has not."""
    below = parts[i + 1] if i + 1 < len(parts) else None
    return below is not None and below.heading is None and len(below.compact) > 2 * len(parts[i].compact)
