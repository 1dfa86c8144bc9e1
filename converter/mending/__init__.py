"""Mending: body lines become logical blocks; every repair is recorded as noise with its span."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise, zip_longest
from operator import attrgetter

from converter.expressions import rare
from converter.mending import glued
from converter.mending.blocks import Block, Cut, Mended, Noise
from converter.mending.broken import broken
from converter.mending.injected import injected
from converter.mending.invisible import invisible, leftovers
from converter.mending.lost import losing, lost_characters
from converter.mending.placeholders import CENSOR, censored, placeholders
from converter.mending.placeholders import SIGN as PLACEHOLDER
from converter.mending.repeated import repeated
from converter.mending.tabled import cells
from converter.mending.wrapped import Joins, wrapped
from converter.numbering import mark
from converter.stripping.segments import BODY, FRONT, Segment, Stripped
from converter.text import View, joined

# What is noted in the text and left as it is.
FLAWS: tuple[Callable[[View], list[Noise]], ...] = (placeholders, censored, lost_characters)


def mend(stripped: Stripped) -> Mended:
    """Join what was broken, split what was glued, cut out what is foreign; placeholders and censored runs are noted."""
    body = [Block(s.start, s.end, s.line.hints) for s in stripped.of(BODY)]
    first = Mended(stripped.source, stripped.segments, ())
    views = [first.view(b.span) for b in body]
    full = wrapped(stripped.source.text, body)
    foreign = injected(views, stripped.source.shadow, tails=full is None)
    words = sorted((c for c, _ in foreign), key=_begin)
    marked = sorted([*words, *leftovers(stripped.source.leftovers, first.reach, words)], key=_begin)
    cuts = tuple(sorted([*marked, *invisible(stripped.source, first.reach, marked)], key=_begin))
    if cuts:
        first = Mended(stripped.source, stripped.segments, (), cuts)
        views = [first.view(b.span) for b in body]
    blocks, splits = _split(body, views)  # before joining: a heading glued to a line's end must not be joined to the next line
    blocks, joins = _join(first, blocks, full)
    seen = [(b, found) for b in blocks if (found := first.view(b.span)).text.strip()]  # one that was cut out whole is no paragraph
    front = _front_joins(first, stripped.of(FRONT))
    views = [found for _, found in seen]
    noise = [*(n for _, n in foreign), *joins, *splits, *front, *_flaws(views), *repeated(views)]
    return first.of([block for block, _ in seen], sorted(noise, key=lambda n: n.span))


_begin = attrgetter("start")


def _flaws(views: Sequence[View]) -> list[Noise]:
    text = joined([view.shadow for view in views])
    return [noise for at in sorted(text.having(PLACEHOLDER + CENSOR) | losing(text)) for rule in FLAWS for noise in rule(views[at])]


def _stripped(mended: Mended, span: tuple[int, int]) -> tuple[str, str]:
    seen = mended.view(span)
    return seen.shadow.strip(), seen.text.strip()


def _join(mended: Mended, blocks: Sequence[Block], full: Joins | None) -> tuple[list[Block], list[Noise]]:
    out: list[Block] = []
    noise: list[Noise] = []
    tabled = cells(mended.source.shadow, blocks)
    for block, after in zip_longest(blocks, blocks[1:]):
        before = out[-1] if out else None
        reason = before and ((full and full(before, block)) or _reason(mended, before, block, after, wrapped=full is not None))
        if not before or not reason or (reason == "no_full_stop" and block.start in tabled):
            out.append(block)
            continue
        if reason != "full_line" or mended.source.shadow[before.end - 1] not in "。!?":
            noise.append(_break(mended, before, block))
        out[-1] = Block(before.start, block.end, before.hints)
    return out, noise


def _reason(mended: Mended, before: Block, block: Block, after: Block | None, *, wrapped: bool) -> str | None:
    """Why a block goes on in the next. wrapped: the text's lines have one width, and what goes on over a page fills its line."""
    if before.hints.table != block.hints.table:
        return None
    if not (mended.cuts or mended.source.runs_on) and mended.source.shadow[before.end - 1] in "。!?":
        return None  # most lines end so
    tail = (max(before.start, before.end - 400), before.end)
    above, raw_above = _stripped(mended, before.span if before.end - before.start <= 400 else tail)
    seam = any(before.end < at <= block.start for at in mended.source.runs_on) if mended.source.runs_on else False
    if seam and ("。" in above or not mark(above)):  # a heading may be glued to the end of a page's last line
        return "over_a_page_seam"
    if not above or above[-1] in "。!?":
        return None  # a sentence that ended is never joined; most lines end so
    below, raw_below = _stripped(mended, (block.start, min(block.end, block.start + 200)))
    if not wrapped and _over_page(mended.source.shadow[before.end : block.start], above, below):
        return "over_a_page"
    third = _stripped(mended, (after.start, min(after.end, after.start + 10)))[0] if after and not wrapped else ""
    return broken(above, below, raw_above, raw_below, third)


_FOLIO = re.compile(r"\D{0,12}\d{1,3}(?:\D{1,3}\d{1,3})?\D{0,12}")  # - 3 -, 第3页, 3/24, 第3页共24页


def _over_page(between: str, above: str, below: str) -> bool:
    """Whether a page's number stood between two lines of which the upper is no heading: long, or with a comma in it."""
    if mark(below) or below.startswith("各位代表") or above[-1] in ";:…":
        return False
    long = len(above) >= _NO_TITLE and not mark(above)
    return long and "," in above and _FOLIO.fullmatch("".join(between.split())) is not None


_NO_TITLE = 16  # characters


def _break(mended: Mended, before: Block, block: Block) -> Noise:
    """The break as noise on the line it was broken at; a heading broken over two lines has its own kind."""
    source = mended.source
    line_start = source.text.rfind("\n", 0, before.end) + 1
    start = max(line_start, before.start, before.end - 4)
    kind = "split_heading" if _heading(mended, before, block) else "broken_line"
    return Noise(kind, source.text[start : before.end], (start, before.end))


def _heading(mended: Mended, before: Block, block: Block) -> bool:
    """Whether both are one heading. What has grown line by line is not read from its beginning each time: its end is too long for one."""
    if before.end - before.start > 400 and len(_stripped(mended, (before.end - 400, before.end))[0]) > _TITLE:
        return False
    joined = _stripped(mended, (before.start, block.end))[0]
    first = mark(joined)
    return first is not None and first.style in ("part", "han", "paren") and len(joined) <= _TITLE and "。" not in joined[:-1]


_TITLE = 60  # characters of a heading over two lines, at most


def _split(blocks: Sequence[Block], views: Sequence[View]) -> tuple[list[Block], list[Noise]]:
    inner = glued.seams([v.shadow for v in views])
    out: list[Block] = []
    noise: list[Noise] = []
    for at, (block, seen) in enumerate(zip(blocks, views, strict=True)):
        cuts = inner.get(at)
        if not cuts:
            out.append(block)
            continue
        starts = [block.start, *(seen.offsets[at] for at in cuts)]
        out += [Block(a, b, block.hints) for a, b in zip(starts, [*starts[1:], block.end], strict=True)]
        noise += [Noise("glued_heading", seen.text[at : at + 6], seen.span(at, min(at + 6, len(seen.text)))) for at in cuts]
    return out, noise


_MEETING_HALF = rare(r"(?:第.{1,4}届|人民代表大会|在.{2,20})\Z")
_OTHER_HALF = re.compile(r"(?:人民代表大会)?第?.{1,4}次|人民代表大会")


def _front_joins(mended: Mended, front: Sequence[Segment]) -> list[Noise]:
    """A meeting line broken over two lines of the masthead."""
    text, shadow = mended.source.text, mended.source.shadow
    out = []
    for above, below in pairwise(front):
        halves = above.kind == below.kind == "meeting" and _MEETING_HALF.search(shadow[above.start : above.end])
        if halves and _OTHER_HALF.match(shadow[below.start : below.end]):
            start = max(above.start, above.end - 4)
            out.append(Noise("broken_line", text[start : above.end], (start, above.end)))
    return out


__all__ = ["Block", "Cut", "Mended", "Noise", "mend"]
