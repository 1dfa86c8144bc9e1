"""How much a piece of text looks like language: the evidence for or against an encoding."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from converter import words
from converter.expressions import rare

_BLOCK, _STEP = 128, 512  # of a long text, every fourth stretch of 128 characters is looked at
_ENOUGH = 40  # characters beyond Latin that a block needs to be judged
_GARBLED = 0.96  # of them strange: lists of names and rare words stay below 0.9, a wrong encoding above 0.97
_GARBLED_BLOCKS = 0.02  # so many blocks may be odd (a table of foreign names), but one in a short text is too many
_WIDE = rare("[^\x00-\u2fff]+")


@cache
def strange() -> re.Pattern[str]:
    """Matches a character beyond ASCII that is not among the common ones of `lexicons/encodings.yaml`."""
    sets: dict[str, str] = words.read(files("converter.lexicons") / "encodings.yaml")
    common = sorted(set("".join("".join(sets.values()).split())))
    return re.compile(f"[^\x00-\x7f{re.escape(''.join(common))}]")


def strangeness(text: str) -> float:
    """Share of the characters beyond ASCII that are not common in Chinese or Japanese text; 0 where all is ASCII, 1 where a NUL stands."""
    if "\x00" in text:
        return 1.0
    high = len(text) - len(text.encode("ascii", "ignore"))
    return len(strange().findall(text)) / high if high else 0.0


def garbled(text: str) -> bool:
    """Whether whole stretches of the text are in another encoding than the rest."""
    starts = range(0, len(text), max(_BLOCK, min(_STEP, len(text) // 64)))
    blocks = [block for at in starts if not (block := text[at : at + _BLOCK]).isascii()]  # markup is, most of a page
    odd = sum(map(_odd, blocks))
    return odd > 0 and odd > _GARBLED_BLOCKS * sum(_wide(block) >= _ENOUGH for block in blocks)


def _odd(block: str) -> bool:
    """Whether a block has enough beyond Latin to be judged, and nearly all of it is strange."""
    found = len(strange().findall(block))
    return found >= _GARBLED * _ENOUGH and (wide := _wide(block)) >= _ENOUGH and found >= _GARBLED * wide


def _wide(block: str) -> int:
    return len("".join(_WIDE.findall(block)))
