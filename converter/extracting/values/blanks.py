"""Blanks that a page's own line breaks left within a word: 社会消 费品零售总额, 115.95亿美 元."""

from __future__ import annotations

from converter.expressions import rare
from converter.text import View

_HAN = "[\u4e00-\u9fff]"
_BLANK = rare(rf"(?<={_HAN}) (?=[\u4e00-\u9fff\d])|(?<=[\dA-Za-z,;、%]) (?={_HAN})")


def closed(cast: str) -> str:
    """A shadow without such blanks."""
    return _BLANK.sub("", cast) if " " in cast else cast


def tight(view: View) -> View:
    """The stretch without single blanks beside a Chinese character, offsets kept; itself where it has none."""
    blanks = {found.start() for found in _BLANK.finditer(view.shadow)} if " " in view.shadow else None
    if not blanks:
        return view
    kept = [at for at in range(len(view.text)) if at not in blanks]
    text, cast = "".join(view.text[at] for at in kept), "".join(view.shadow[at] for at in kept)
    return View(text, [view.offsets[at] for at in kept], cast)
