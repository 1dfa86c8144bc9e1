"""What must hold for every word and regular expression of a lexicon, the built-in ones too."""

from __future__ import annotations

import re
from collections.abc import Callable

from converter.adding.pumps import explodes
from converter.lexicons.openings import openings
from converter.text import shadow

# Lines of a report, as rules see them (shadow, without blanks), and of no report: no phrase of a site begins like these.
_LINES = (
    "各位代表:",
    "一、2024年工作回顾",
    "(一)坚持稳中求进,经济运行总体平稳。",
    "1.加快产业升级,全年地区生产总值增长6.1%。",
    *("龘" * size for size in (1, 4, 12, 40, 150)),
)
Check = Callable[[str], str | None]


def width(source: str) -> str | None:
    """Text is compared on its shadow, where no full-width mark is left."""
    odd = next((c for c in source if shadow(c) != c), None)
    return odd and f"{odd!r} matches nothing: text is compared half-width, so write {shadow(odd)!r}"


def blank(source: str) -> str | None:
    """Lines are compared without their blanks."""
    return "a blank matches nothing: lines are compared without blanks" if re.search(r"\s", source) else None


def compiles(source: str) -> str | None:
    """A regular expression by itself, that can stand among others: without groups that are remembered, without flags."""
    try:
        made = re.compile(source)
    except (re.error, OverflowError, RecursionError) as error:
        return f"no regular expression: {error}"
    if made.groups:
        return "a group must be (?:…): what ( ) remembers is nobody's"
    return "flags as (?i) are not known here" if made.flags & ~re.UNICODE else None


def anything(source: str) -> str | None:
    """A beginning of lines that takes a line of any report."""
    taken = next((line for line in ("", *_LINES) if re.match(source, line)), None)
    return None if taken is None else f"may match anything: {taken[:20]!r} begins like that"


def opening(source: str) -> str | None:
    """A name must begin with certain characters; where it may begin is how it is found."""
    try:
        openings(source)
    except (ValueError, IndexError) as error:
        return str(error)
    return "may match anything: nothing at all matches it" if re.match(f"(?:{source})\\Z", "") else None


def patience(source: str) -> str | None:
    """No line keeps it busy for long."""
    return "takes too long on some lines: no repeats inside repeats" if explodes(source) else None


WORD: tuple[Check, ...] = (width, blank)
LINE: tuple[Check, ...] = (compiles, width, blank, patience, anything)
NAME: tuple[Check, ...] = (compiles, width, patience, opening)
BEHIND: tuple[Check, ...] = (compiles, width, patience)


def wrong(source: str, checks: tuple[Check, ...]) -> str | None:
    """The first thing that is wrong with a word or expression, else None."""
    return next((said for check in checks if (said := check(source))), None)
