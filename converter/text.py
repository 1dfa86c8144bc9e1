"""Text that is matched on its shadow and quoted from the original.

Sources mix half- and full-width punctuation, digits and spaces. Rules match on a *shadow*: a normalised copy of the same
length, character for character, so that every offset in the shadow is an offset in the source.
Offsets are Unicode code points; spans are half-open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from converter.frozen import dataclass

Span = tuple[int, int]

# Full-width ASCII (U+FF01..U+FF5E) sits 0xFEE0 above ASCII; the rest are look-alikes met in real pages.
_TABLE: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_TABLE |= {ord(mark): "—" for mark in "─━―－﹣–‒—"} | {ord("﹪"): "%", ord("〔"): "[", ord("〕"): "]", ord("﹝"): "[", ord("﹞"): "]"}
_TABLE |= {ord(mark): '"' for mark in "“”„‟〝〞＂"} | {ord(mark): "'" for mark in "‘’‛＇"}
_BLANKS = (0x3000, 0xA0, 0x9, 0xB, 0xC, 0xD, 0x85, 0x1680, 0x202F, 0x205F, 0x2028, 0x2029, 0xFEFF, *range(0x2000, 0x200E))
_TABLE |= dict.fromkeys(_BLANKS, " ")
_TABLE |= {ord("∶"): ":", ord("︰"): ":", ord("﹕"): ":", ord("﹐"): ",", ord("﹑"): "、", ord("﹔"): ";", ord("｡"): "。", ord("､"): "、"}

# Few of a text's characters are in the table: finding those, then replacing each kind, takes a thirtieth of str.translate.
_LIKE = {chr(code): plain for code, plain in _TABLE.items() if chr(code) != plain}
_ODD = re.compile(f"[{re.escape(''.join(_LIKE))}]")
_STRETCH = 1 << 16  # characters looked through at a time: a list of all odd ones of 50 MB would fill the memory


def shadow(text: str) -> str:
    """The same text with widths, dashes, quotes and spaces made uniform; `len(shadow(t)) == len(t)` always.

    Comma, colon, semicolon, brackets, digits and per cent sign become ASCII; 。、《》【】 stay; every dash of a
    range or lead becomes — (ASCII "-" stays); double quotes become '"'; every kind of blank but the line feed a space.
    """
    for mark in {mark for at in range(0, len(text), _STRETCH) for mark in set(_ODD.findall(text, at, at + _STRETCH))}:
        text = text.replace(mark, _LIKE[mark])
    return text


@dataclass(frozen=True)
class View:
    """A stretch of the source as a reader sees it: removed characters and line breaks left out, offsets kept.

    `text[i]` and `shadow[i]` stand at `offsets[i]` in the source.
    """

    text: str
    offsets: Sequence[int]
    cast: str | None = None  # the shadow, where it was cut from the source's own

    @cached_property
    def shadow(self) -> str:
        return shadow(self.text) if self.cast is None else self.cast

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`; `start < end` is the caller's business."""
        return self.offsets[start], self.offsets[end - 1] + 1


def view(text: str, cast: str, span: Span, gaps: Sequence[Span] = ()) -> View:
    """`text[span]` less the `gaps` (sorted, disjoint) and less line feeds; cast: the shadow of the whole text."""
    start, end = span
    if not gaps and text.find("\n", start, end) < 0:
        return View(text[start:end], range(start, end), cast[start:end])
    kept: list[int] = []
    at = start
    for low, high in gaps:
        kept.extend(range(at, max(at, low)))
        at = max(at, min(high, end))
    kept.extend(range(at, end))
    kept = [i for i in kept if text[i] != "\n"]
    return View("".join(text[i] for i in kept), kept, "".join(cast[i] for i in kept))
