"""Lines that a page's structure puts outside the main content: they go, and their own words say as what."""

from __future__ import annotations

from collections.abc import Sequence, Set

from converter.stripping.beginnings import starts
from converter.stripping.chrome import chrome, sure_words
from converter.stripping.glance import Glance
from converter.stripping.labels import Label
from converter.stripping.segments import REMOVED
from converter.stripping.sites import site_words
from converter.text import joined

_MARKS = (":", "19", "20")  # no byline without a colon or a year


def outside(lines: Sequence[Glance], copied: Set[int]) -> list[Label]:
    """What each of these lines goes as. copied: the indices of those that say what stands above a second time."""
    known = _known([glance.compact for glance in lines])
    return [_label(glance, copied, kind) for glance, kind in zip(lines, known, strict=True)]


def _label(glance: Glance, copied: Set[int], known: tuple[str, str] | None) -> Label:
    if glance.line.index in copied:
        return REMOVED, "duplicate", "second_copy"
    if glance.line.hints.tag in ("header", "footer"):
        return REMOVED, "pagination", "running_head"
    return (REMOVED, *known) if known else (REMOVED, "navigation", "outside_the_main_content")


def _known(compacts: Sequence[str]) -> list[tuple[str, str] | None]:
    """`chrome` of each line. What its rules ask for is looked for in all lines at once: a page has hundreds of links, and few have any."""
    lines = joined(compacts)
    words = {*lines.touched(sure_words()), *lines.touched(site_words())}
    asked = words | lines.having(_MARKS) | starts().begun(compacts, lines)
    return [chrome(compact) if at in asked or not compact[:1].isalnum() else None for at, compact in enumerate(compacts)]
