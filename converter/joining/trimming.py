"""The site's lines around the text of each page: what stands on several pages is theirs, once it is kept on the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.joining.pages import Page, Trimmed
from converter.stripping.chrome import chrome
from converter.stripping.front import front
from converter.stripping.glance import Glance
from converter.stripping.opening import HEADING, SALUTATION

REACH = 6  # so many unknown short lines may stand between two that are the site's
LONGEST = 60  # an unknown line longer than this is text
_FOLIO = re.compile(r"[—-]{0,2}\d{1,3}(?:/\d{1,3})?[—-]{0,2}\Z|第\d{1,3}页\Z")
_DIGITS = re.compile(r"\d+")
_MARK = re.compile(r"[(\[]?第?\d{1,3}(?:/\d{1,3})?页?(?:[,/]?共\d{1,3}页)?[)\]]?\Z")


Places = dict[str, str]  # key of a line that stands on several pages → "head", "tail" or "both"


def trimmed(pages: Sequence[Page]) -> list[Trimmed]:
    """The pages, in their order, less the site's lines; the first keeps its head, where masthead and publication stand."""
    often = repeats(pages)
    return [_trim(page, often, first=i == 0, last=i == len(pages) - 1) for i, page in enumerate(pages)]


def repeats(pages: Sequence[Page]) -> Places:
    """The lines that stand on two pages or more, and on which side of the text they usually do.

    The deputies are turned to on every page, that is text; so are the numbers of a table's rows.
    """
    seen: dict[str, dict[int, list[bool]]] = {}
    for n, page in enumerate(pages):
        for i, glance in enumerate(page.lines):
            seen.setdefault(_key(glance), {}).setdefault(n, []).append(2 * i < len(page.lines))
    many = {key: [up for ups in on.values() for up in ups] for key, on in seen.items() if len(on) > 1 and _tells(key)}
    return {key: _side(sum(ups) / len(ups)) for key, ups in many.items()}


def _tells(key: str) -> bool:
    return not SALUTATION.fullmatch(key) and any(c.isalpha() for c in key)


def _side(upper: float) -> str:
    return "head" if upper > 0.7 else "tail" if upper < 0.3 else "both"


def _key(glance: Glance) -> str:
    """The line without its numbers where it is short: page numbers, counts of readers and times differ from page to page."""
    if glance.prose:
        return glance.compact
    return _DIGITS.sub("0", _MARK.sub("", glance.compact) or glance.compact)


def _trim(page: Page, often: Places, *, first: bool, last: bool) -> Trimmed:
    lines = page.lines
    low = _head(lines, often)
    high = len(lines) - _tail(lines[low:], often, last=last)
    low = 0 if first else low
    aside = [*_labelled(lines[:low], often, "navigation"), *_labelled(lines[high:], often, "related_links")]
    if first:
        return Trimmed(page, _with_outside(page, lines[low:high]), tuple(aside))
    aside += _labelled(page.outside, often, "navigation")
    return Trimmed(page, lines[low:high], tuple(sorted(aside, key=lambda a: a[0].line.start)))


def _with_outside(page: Page, kept: Sequence[Glance]) -> tuple[Glance, ...]:
    """The first page keeps what lies outside its main content: who published it and when stands there."""
    return tuple(sorted([*kept, *page.outside], key=lambda g: g.line.start))


def _head(lines: Sequence[Glance], often: Places) -> int:
    """How many lines at the top are the site's."""
    count = 0
    for i, glance in enumerate(lines):
        side = often.get(_key(glance))
        if side == "tail" or _is_text(glance, often) or i - count > REACH:
            break
        if side or (i == count and chrome(glance.compact)):
            count = i + 1
    return count


def _tail(lines: Sequence[Glance], often: Places, *, last: bool) -> int:
    """How many lines at the bottom are the site's; the last page's own ones are left to ordinary stripping."""
    count = 0
    for i, glance in enumerate(reversed(lines)):
        side = often.get(_key(glance))
        if side == "head" or _is_text(glance, often):
            break
        if side or (not last and chrome(glance.compact) and not _FOLIO.match(glance.compact)):
            count = i + 1
    return count


def _is_text(glance: Glance, often: Places) -> bool:
    if _key(glance) in often or chrome(glance.compact):
        return False
    heading = HEADING.match(glance.compact) and not front(glance.compact, None)
    return bool(glance.prose or glance.ends or heading or len(glance.compact) > LONGEST)


def _labelled(lines: Sequence[Glance], often: Places, default: str) -> Iterator[tuple[Glance, str, str]]:
    for glance in lines:
        known = chrome(glance.compact)
        if known:
            yield glance, *known
        elif _key(glance) in often:
            yield glance, "duplicate" if default == "navigation" else default, "repeated_on_pages"
        else:
            yield glance, default, "around_the_page"
