"""Blanks that a page's own line breaks left within a word: 社会消 费品零售总额, 115.95亿美 元."""

from __future__ import annotations

from converter.expressions import HAN, rare
from converter.text import View

# … and within a figure before its per cent: 17 .1%, 18. 9%, 增长1 1%
_FIGURE = rf"(?<=\d )(?=\.\d)|(?<=\d\. )(?=\d+ ?%)|(?<=(?:{HAN}|[ 、,])\d )(?=\d(?:\.\d+)? ?%)"
# what stands before the blank is asked behind it, so that the engine passes over everything else
_BLANK = rare(rf" (?:(?<={HAN} )(?={HAN}|\d)|(?<=[\dA-Za-z,;、%] )(?={HAN})|{_FIGURE})")


def closed(cast: str) -> str:
    """A shadow without such blanks."""
    return _BLANK.sub("", cast) if " " in cast else cast


def tight(view: View) -> View:
    """The stretch without single blanks beside a Chinese character, offsets kept; itself where it has none."""
    text, cast, offsets = view.text, view.shadow, view.offsets
    blanks = [found.start() for found in _BLANK.finditer(cast)] if " " in cast else None
    if not blanks:
        return view
    kept = [slice(start, end) for start, end in zip([0, *(at + 1 for at in blanks)], [*blanks, len(text)], strict=True)]
    return View("".join([text[one] for one in kept]), [at for one in kept for at in offsets[one]], "".join([cast[one] for one in kept]))
