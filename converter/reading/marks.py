"""Raised figures: calls of notes, or powers."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"\d{1,3}\Z")
_OWN_BRACKETS = re.compile(r"(?:[\[［〔【(（]\d{1,3}[\]］〕】)）]|[①-⑳㉑-㉟㊱-㊿])\Z")
_UNIT = re.compile(r"(?:\A|[^A-Za-z])[kcdm]?m\Z")


def called(text: str, before: str) -> tuple[str, str] | None:
    """What a raised `text` behind `before` becomes: (how it is written, the note's number); None where it calls no note.

    A bare figure is written [n], lest 增长7% with a raised 1 read 7%1; the 2 of km2 stays what it is.
    """
    bare = text.strip()
    if _FIGURE.match(bare):
        return None if bare in ("2", "3") and _UNIT.search(before[-4:]) else (f"[{bare}]", bare)
    return (bare, bare.strip("[]［］〔〕【】()（）")) if _OWN_BRACKETS.match(bare) else None
