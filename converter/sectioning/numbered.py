"""Numbered headings: 一、 (一) 1. (1) 第一, alone on a line or run into their paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from converter.numbering import Mark, mark, may_begin
from converter.sectioning.dressed import ORNAMENTS, bracketed, undressed
from converter.sectioning.lines import names_part
from converter.sectioning.parts import Heading, Part, is_a
from converter.sectioning.proof import stands
from converter.sectioning.titles import title_end
from converter.text import View


def numbered_headings(parts: Sequence[Part]) -> list[Part]:
    """Every block that is or begins with a numbered heading."""
    places = [i for i, p in enumerate(parts) if may_begin(p.compact[:1]) or p.compact[:1] in _DRESSED]
    out = list(parts)
    for i in places:
        out[i] = out[i].headed(numbered(out[i].view))
    return _proved(_minded(out, places))


_DRESSED = frozenset(ORNAMENTS)


def numbered(view: View, counts: Callable[[str, int], Mark | None] = mark) -> Heading | None:
    """The numbered heading that a block is or begins with. Its title ends with the block, or with the first full stop.

    counts: what reads the number."""
    text = view.shadow
    lead = len(text) - len(text.lstrip())
    first = counts(text, lead)
    if not first and text[lead : lead + 1] in _DRESSED:
        lead = undressed(text, lead)
        first = counts(text, lead)
    if not first:
        return None
    begin = first.end
    while text[begin : begin + 1].isspace():
        begin += 1
    closed = bracketed(text, lead) if lead else -1
    end, inline = title_end(text, begin, first) if closed < 0 else (closed, bool(text[closed + 1 :].strip()))
    if end < 0:
        return None
    if end <= begin:
        begin = lead
    printed = view.text[lead : first.end].strip()
    title = view.span(begin, end)
    return Heading(first.style, first.number, printed, title, title[1], inline)


def _minded(parts: list[Part], places: Sequence[int]) -> list[Part]:
    """Of paragraphs that count (一) (二) (三) most begin with a title, or none does: an item of a list may look like one.
    places: where a mark can stand."""
    out = list(parts)
    for run in _runs(parts, places):
        listed = len(run) > 1 and all(b == a + 1 for a, b in pairwise(run)) and any(parts[i].compact.endswith(";") for i in run)
        listed = listed or _without_text(parts, run)
        titled = 2 * sum(parts[i].heading is not None for i in run) - (parts[run[0]].heading is None)
        if listed or titled < len(run):
            for i in run:
                out[i] = parts[i].headed(None)
    return out


def _without_text(parts: Sequence[Part], run: Sequence[int]) -> bool:
    """Whether each is a line that ends with a full stop, and nothing stands below any of them: what a list says. One in four may have
    a second sentence where a colon announces them."""
    if len(run) < _TWO or run[-1] - run[0] != len(run) - 1 or not all(parts[i].compact.endswith("。") for i in run):
        return False
    lone = sum((found := parts[i].heading) is not None and not found.inline for i in run)
    announced = len(run) > _TWO and run[0] > 0 and parts[run[0] - 1].heading is None and parts[run[0] - 1].compact.endswith(":")
    if announced and 4 * lone > 3 * len(run):
        return True
    return lone == len(run) and run[-1] + 1 < len(parts) and mark(parts[run[-1] + 1].compact[:12]) is not None


def _runs(parts: Sequence[Part], places: Sequence[int]) -> list[list[int]]:
    """Blocks that begin with (一), (二), (三) … in order, titled or not; another numbering in between ends a run."""
    runs: list[list[int]] = []
    last: Mark | None = None
    for i in places:
        here = mark(parts[i].compact[:12])
        if here is None or here.style not in ("han", "paren"):
            continue
        if last and here.style == last.style and here.number == last.number + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
        last = here
    return runs


_HIGHER = {"ordinal": ("part", "han"), "arabic": ("part", "han", "paren"), "arabic_paren": ("part", "han", "paren", "arabic")}


def _proved(parts: list[Part]) -> list[Part]:
    """第一, 1. and (1) also count what is no heading: they stand only in a run of two or more whose titles are short,
    and not among livelihood projects or glossary entries."""
    out = _tops(parts)
    for style, higher in _HIGHER.items():
        for run in _between(out, style, higher):
            if not stands(out, run):
                for i in run:
                    out[i] = out[i].headed(None)
    return out


def _tops(parts: Sequence[Part]) -> list[Part]:
    """1. 2. 3. as parts of the report, where lines that they begin are counted once through, name parts, and nothing is above them."""
    out = list(parts)
    outer = [i for i, p in enumerate(parts) if is_a(p, "part", "han", "arabic")]
    lines = [i for i in outer if (found := parts[i].heading) and found.style == "arabic" and not found.inline]
    if len(lines) < _TWO or outer[0] != lines[0] or any(is_a(p, "part") for p in parts):
        return out
    once = [found.number for i in lines if (found := parts[i].heading)] == list(range(1, len(lines) + 1))
    rows = sum(is_a(p, "paren", "arabic_paren") and p.heading is not None and p.heading.number == 1 for p in parts)  # (一) begins anew
    if once and names_part(parts[lines[0]]) and (rows >= _TWO or any(names_part(parts[i]) for i in lines[1:])):
        for i in lines:
            heading = parts[i].heading
            out[i] = parts[i].headed(heading and replace(heading, style="part"))
    return out


_TWO = 2


def _between(parts: Sequence[Part], style: str, higher: Sequence[str]) -> list[list[int]]:
    """The headings of a style, from one heading of a higher style, or from a first, to the next."""
    runs: list[list[int]] = [[]]
    for i, part in enumerate(parts):
        if part.heading is None:
            continue
        if part.heading.style == style:
            runs += [[]] if part.heading.number == 1 else []
            runs[-1].append(i)
        elif runs[-1] and part.heading.style in higher:
            runs.append([])
    return [run for run in runs if run]
