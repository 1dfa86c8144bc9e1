"""Text that is matched on its shadow and quoted from the original.

Sources mix half- and full-width punctuation, digits and spaces. Rules match on a *shadow*: a normalised copy of the same
length, character for character, so that every offset in the shadow is an offset in the source.
Offsets are Unicode code points; spans are half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from converter.expressions import HAN, rare
from converter.frozen import cached_property, dataclass

Span = tuple[int, int]

# Full-width ASCII (U+FF01..U+FF5E) sits 0xFEE0 above ASCII; the rest are look-alikes met in real pages.
_TABLE: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_TABLE |= {ord(mark): "—" for mark in "─━―－﹣–‒—"} | dict.fromkeys(map(ord, "﹪℅"), "%")
_TABLE |= {ord("〔"): "[", ord("〕"): "]", ord("﹝"): "[", ord("﹞"): "]"}
_TABLE |= {ord(mark): '"' for mark in "“”„‟〝〞＂"} | {ord(mark): "'" for mark in "‘’‛＇"}
_TABLE |= dict(zip(map(ord, "﹐﹑﹒﹔﹕﹖﹗﹙﹚｡､"), ",、.;:?!()。、", strict=True))  # the small forms of Big5; half-width
_BLANKS = (0x3000, 0xA0, 0x9, 0xB, 0xC, 0xD, 0x85, 0x1680, 0x202F, 0x205F, 0x2028, 0x2029, 0xFEFF, *range(0x2000, 0x200E))
_TABLE |= dict.fromkeys(_BLANKS, " ")
# What nobody sees and is no white space: zero-width marks, soft hyphens, marks of direction, an object's place, the mark that a wide blank
# of GBK becomes (U+E5E5). Blank in the shadow; a rule that trims blanks of the text itself would lose them.
_HIDDEN = (0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A))
UNSEEN = f"[{''.join(map(chr, _HIDDEN))}\u3164\ufe0e\ufe0f\ufeff\ufffc\ue5e5]"
_TABLE |= dict.fromkeys(map(ord, UNSEEN[1:-1]), " ")

# Few kinds of a text's characters are in the table: finding the next kind and replacing it everywhere takes a tenth of str.translate.
_LIKE = {chr(code): plain for code, plain in _TABLE.items() if chr(code) != plain}
_ODD = re.compile(f"[{re.escape(''.join(_LIKE))}]")


def shadow(text: str) -> str:
    """The same text with widths, dashes, quotes and spaces made uniform; `len(shadow(t)) == len(t)` always.

    Comma, colon, semicolon, brackets, digits and per cent sign become ASCII; 。、《》【】 stay; every dash of a
    range or lead becomes — (ASCII "-" stays); double quotes become '"'; every kind of blank but the line feed a space.
    """
    at = 0
    while found := _ODD.search(text, at):
        text, at = text.replace(found[0], _LIKE[found[0]]), found.end()
    return text


# 增长8.5%.固定资产投资…: where a conversion made the full stop a point. A name has one too (王.李), and a point between Chinese
# characters is a stop only in a text that has hardly any other.
_POINT = rare(rf"(?<=[%\"])\.(?={HAN}|[\"《(\n]|\Z)")
_POINTS = rare(rf"(?:(?<={HAN})|(?<=[%\")》]))\.(?={HAN}|[\"《(\n \d]|\Z)")


def with_stops(cast: str) -> str:
    """A shadow with the full stops that stand in it as points; each is one character as before."""
    if cast.count(".") > 3 * cast.count("。") and len(_POINTS.findall(cast)) > 3 * cast.count("。") + _FEW:
        return _POINTS.sub("。", cast)
    return _POINT.sub("。", cast) if "%." in cast or '".' in cast else cast


_FEW = 9


def blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks in the place of these spans (in order)."""
    out, at = [], 0
    for low, high in spans:
        out += [text[at:low], " " * (high - low)]
        at = high
    return "".join([*out, text[at:]])


@dataclass(frozen=True)
class View:
    """A stretch of the source as a reader sees it: removed characters and line breaks left out, offsets kept.

    `text[i]` and `shadow[i]` stand at `offsets[i]` in the source.
    """

    text: str
    offsets: Sequence[int]
    shadow: str

    @cached_property
    def compact(self) -> str:
        """The shadow without blanks."""
        return "".join(self.shadow.split())

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`; `start < end` is the caller's business."""
        return self.offsets[start], self.offsets[end - 1] + 1


def view(text: str, cast: str, span: Span, gaps: Sequence[Span] = ()) -> View:
    """`text[span]` less the `gaps` (sorted, disjoint) and less line feeds with the blanks that a line begins with behind them;
    cast: the shadow of the whole text."""
    start, end = span
    if not gaps and text.find("\n", start, end) < 0:
        return View(text[start:end], range(start, end), cast[start:end])
    kept = list(_kept(text, span, gaps))
    offsets = [at for low, high in kept for at in range(low, high)]
    return View("".join([text[a:b] for a, b in kept]), offsets, "".join([cast[a:b] for a, b in kept]))


def _kept(text: str, span: Span, gaps: Sequence[Span]) -> Iterator[Span]:
    """The stretches between gaps and line feeds."""
    at, end = span
    for low, high in (*gaps, (end, end)):
        while at < low:
            feed = text.find("\n", at, low)
            stop = low if feed < 0 else feed
            yield at, stop
            at = stop if feed < 0 else _begun(text, stop + 1, low)
        at = max(at, min(high, end))


def _begun(text: str, at: int, end: int) -> int:
    """Behind the blanks that a line begins with."""
    while at < end and text[at] in " \u3000\xa0\t":
        at += 1
    return at


@dataclass(frozen=True)
class Joined:
    """Several texts as one, line by line: searched together, they cost a fraction of one search each."""

    text: str
    starts: Sequence[int]

    def touched(self, pattern: re.Pattern[str]) -> list[int]:
        """Which of the texts have anything of what the pattern finds, in order; none of them has a line feed.

        A find may go over the edge of a text, so that one named here is still to be searched by itself.
        """
        starts, out = self.starts, [-1]
        for found in pattern.finditer(self.text):
            first, behind = bisect_right(starts, found.start()) - 1, bisect_left(starts, found.end())
            out += range(max(first, out[-1] + 1), max(behind, first + 1))
        return out[1:]

    def having(self, characters: str) -> set[int]:
        """Which of the texts have any of these characters; the quickest search there is."""
        out = set()
        for one in characters:
            found = self.text.find(one)
            while found >= 0:
                at = bisect_right(self.starts, found)
                out.add(at - 1)
                found = self.text.find(one, self.starts[at])
        return out


def joined(texts: Sequence[str]) -> Joined:
    """The texts as one, in order."""
    return Joined("\n".join(texts), list(accumulate((len(text) + 1 for text in texts), initial=0)))
