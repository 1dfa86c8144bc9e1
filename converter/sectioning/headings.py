"""Which blocks are headings, or begin with one.

Numbered headings come from the numbering grammar; stand-alone lines and parallel stand-alone sentences from their
shape and their neighbours; bold print is a hint where a format has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from converter.lexicons import either, load, patterns
from converter.mending.blocks import Block, Mended
from converter.mending.numbering import Mark, mark
from converter.stripping.zones import is_annex_heading
from converter.text import Span, View

LONGEST = 70  # of a heading's title; the longest met in the corpus has 66 characters
SENTENCE = 48  # of a stand-alone sentence that titles the paragraphs below it
PERIOD = r"(?:“?\"?[一二三四五六七八九十]{1,2}五\"?|[12]\d{3}年|[一二三四五六七八九○〇零０]{4}年|过去|上届|本届|这?[一二三四五六]年|去年|今年|明年|今后|未来|新的一年)"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at the start of a block. style: a numbering style, top, line, sentence or annex."""

    style: str
    number: int
    mark: str | None
    title: Span
    end: int
    inline: bool
    sheet: bool = False  # a bare 附件: the next line says which
    joined: int = 0  # how many following blocks belong to the heading (a title over two lines)


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its view and, where it is or begins with one, its heading."""

    block: Block
    view: View
    compact: str
    heading: Heading | None = None
    indented: bool = False


@cache
def _lexicon() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load("headings")
    top = re.compile(patterns([p.replace("{period}", PERIOD) for p in words["top"]]) + r"\Z")
    return top, re.compile(patterns(words["never"]) + r"\Z"), re.compile(either(words["not_titles"])), re.compile(either(words["ends"]))


def headings(mended: Mended) -> list[Part]:
    """Every block with its heading, in order."""
    parts = [_part(mended, b) for b in mended.blocks]
    parts = _numbered(parts)
    parts = _annexes(parts)
    parts = _lines(parts)
    return _sentences(parts)


def _part(mended: Mended, block: Block) -> Part:
    seen = mended.view(block.span)
    return Part(block, seen, re.sub(r"\s+", "", seen.shadow), None, mended.source.shadow[max(0, block.start - 1) : block.start] == " ")


# --- numbered -------------------------------------------------------------------------------------------------------


def _numbered(parts: Sequence[Part]) -> list[Part]:
    out = [replace(p, heading=numbered(p.view)) for p in parts]
    return _proved(out)


def numbered(view: View) -> Heading | None:
    """The numbered heading that a block is or begins with. Its title ends with the block, or with the first full stop."""
    text = view.shadow
    lead = len(text) - len(text.lstrip())
    first = mark(text, lead)
    if not first:
        return None
    begin = first.end + len(text[first.end :]) - len(text[first.end :].lstrip())
    end, inline = _title_end(text, begin, first)
    if end < 0:
        return None
    if end <= begin:
        begin = lead
    printed = view.text[lead : first.end].strip()
    return Heading(first.style, first.number, printed, view.span(begin, end), view.span(begin, end)[1], inline)


def _title_end(text: str, begin: int, first: Mark) -> tuple[int, bool]:
    """Where the title ends and whether text follows; (-1, …) where the block is no heading."""
    whole = len(text.rstrip())
    blank = _BLANK.search(text, begin + 5, begin + 45)
    if blank and whole - blank.end() >= 60 and not re.search(r"[。,;:]", text[begin : blank.start()].replace(",", "", 2)):
        return blank.start(), True
    stop = re.compile(r"[。!?]").search(text, begin, begin + LONGEST + 1)
    if not stop:
        return _unstopped(text, begin, whole, first)
    rest = text[stop.end() : whole].strip("\"” ")
    return stop.start(), bool(rest)


_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")  # a title set off from its paragraph by a blank alone


def _unstopped(text: str, begin: int, whole: int, first: Mark) -> tuple[int, bool]:
    glued = _lexicon()[3].search(text, begin, min(whole, begin + 40)) if first.style in ("han", "part") else None
    if glued and whole - glued.end() >= 30 and "," in text[glued.end() :]:
        return glued.end(), True
    if whole - begin > LONGEST:
        colon = text.find(":", begin, begin + 30)
        return (colon, True) if colon > 0 and first.style in ("han", "paren") else (-1, False)
    if text[whole - 1] in ";,":
        return -1, False
    return (whole - 1 if text[whole - 1] == ":" else whole), False


def _proved(parts: Sequence[Part]) -> list[Part]:
    """第一, 1. and (1) also count what is no heading: they stand only in a run of two or more whose titles are short,
    and not among livelihood projects or glossary entries."""
    out = list(parts)
    for i, part in enumerate(out):
        here = part.heading
        if here and here.style in ("ordinal", "arabic", "arabic_paren") and not _in_run(out, i):
            out[i] = replace(part, heading=None)
    return out


_PROJECTS = re.compile(r"实事|民生工程|民生项目|票决")


def _in_run(parts: Sequence[Part], i: int) -> bool:
    run = [p for p in _siblings(parts, i) if p.heading]
    if len(run) < 2 or any(p.heading and p.heading.title[1] - p.heading.title[0] > 45 for p in run):
        return False
    first = next(j for j, p in enumerate(parts) if p is run[0])
    above = "".join(p.compact[-120:] for p in parts[max(0, first - 2) : first])
    return not _PROJECTS.search(above) and all(p.heading and (p.heading.inline or p.view.text.rstrip()[-1:] not in "。;；") for p in run)


def _siblings(parts: Sequence[Part], i: int) -> list[Part]:
    """The headings of the same style around a block, up to the next heading of a higher style."""
    style = parts[i].heading.style if parts[i].heading else ""
    higher = {"ordinal": ("part", "han"), "arabic": ("part", "han", "paren"), "arabic_paren": ("part", "han", "paren", "arabic")}[style]
    low, high = i, i
    while low > 0 and not _is(parts[low - 1], higher):
        low -= 1
    while high + 1 < len(parts) and not _is(parts[high + 1], higher):
        high += 1
    return [p for p in parts[low : high + 1] if _is(p, (style,))]


def _is(part: Part, styles: tuple[str, ...]) -> bool:
    return part.heading is not None and part.heading.style in styles


# --- stand-alone lines ----------------------------------------------------------------------------------------------


_SHEET = re.compile(r"附(?:件|录|表)?[一二三四五六七八九十\d]{0,2}:?\Z")


def _line_heading(part: Part, style: str, joined: Sequence[Part] = ()) -> Part:
    text = part.view.text
    low = len(text) - len(text.lstrip())
    high = len(text.rstrip().rstrip("。")) if style == "sentence" else len(text.rstrip())
    start, end = part.view.span(low, high)
    if joined:
        last = joined[-1].view
        end = last.span(0, len(last.text.rstrip()))[1]
    return replace(part, heading=Heading(style, 0, None, (start, end), end, False, bool(_SHEET.match(part.compact)), len(joined)))


def _annexes(parts: Sequence[Part]) -> list[Part]:
    """名词解释, 附件, 2025年民生实事: from the last third on, or wherever glossary entries follow."""
    out = list(parts)
    for i, part in enumerate(out):
        if part.heading is None and _annex_line(part) and (i * 3 >= len(out) or _entries_follow(out, i)):
            out[i] = _line_heading(part, "annex")
    return out


def _annex_line(part: Part) -> bool:
    return is_annex_heading(part.compact) and part.compact[-1] not in "。;,!" and part.block.hints.table is None


_ENTRY = re.compile(r"[\[(]?1[\]).、]|[\"《“].{1,20}[\"》”]:|.{1,30}(?::|是指|即|指)")


def _entries_follow(parts: Sequence[Part], i: int) -> bool:
    return i + 1 < len(parts) and bool(_ENTRY.match(parts[i + 1].compact))


def _lines(parts: Sequence[Part]) -> list[Part]:
    """Lines without a full stop that title what follows; two in a row are one title over two lines."""
    out = list(parts)
    annex = next((i for i, p in enumerate(out) if _is(p, ("annex",))), len(out))
    for i, part in enumerate(out[:annex]):
        if part.heading is None and _title_like(part) and i + 1 < len(out):
            style = "top" if _lexicon()[0].match(part.compact) else "line"
            out[i] = _line_heading(part, style)
    return _couplets(out, annex)


def _title_like(part: Part) -> bool:
    compact = part.compact
    if not 2 <= len(compact) <= 44 or compact[-1] in "。;:,!?、…" or part.block.hints.table is not None:
        return False
    return bool(re.search(r"[\u4e00-\u9fff]{2}", compact)) and not _lexicon()[1].match(compact) and "。" not in compact and ";" not in compact


def _couplets(parts: list[Part], annex: int) -> list[Part]:
    """强力推进新增长极建设 / 岳阳阔步迈入…: neither line alone names a part of the report."""
    for i in range(annex - 1):
        first, second = parts[i], parts[i + 1]
        if _is(first, ("line",)) and _is(second, ("line", "top")) and not (first.heading and first.heading.joined):
            parts[i] = _line_heading(first, "line", [second])
            parts[i + 1] = replace(second, heading=None)
    return parts


# --- stand-alone sentences ------------------------------------------------------------------------------------------


def _sentences(parts: Sequence[Part]) -> list[Part]:
    """One-sentence lines that open alike (这五年,…。) or alternate with paragraphs through a part of the report."""
    out = _by_layout(parts)
    for low, high in _stretches(out):
        here = [i for i in range(low, high - 1) if _titles_below(out, i)]
        alike = [i for i in here if sum(_alike(out[i], out[j]) for j in here) >= 2]
        chosen = here if len(here) >= 3 and all(len(out[i].compact) <= 40 for i in here) and _alternates(out, here, high) else alike
        for i in chosen:
            out[i] = _line_heading(out[i], "sentence")
    return out


def _by_layout(parts: Sequence[Part]) -> list[Part]:
    """Where paragraphs are indented and set off by blank lines, a flush sentence with its paragraph flush on the next line titles it."""
    out = list(parts)
    prose = [p for p in parts if len(p.compact) > SENTENCE]
    if sum(p.indented for p in prose) * 10 < len(prose) * 4:
        return out
    for i in range(len(out) - 1):
        if _titles_below(out, i) and not out[i].indented and not out[i + 1].indented and _next_line(out[i], out[i + 1]):
            out[i] = _line_heading(out[i], "sentence")
    return out


def _next_line(above: Part, below: Part) -> bool:
    return below.block.start - above.block.end <= 2


def _stretches(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """From heading to heading."""
    cuts = [0, *(i for i, p in enumerate(parts) if p.heading), len(parts)]
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b - a > 3]


def _titles_below(parts: Sequence[Part], i: int) -> bool:
    compact, below = parts[i].compact, parts[i + 1]
    if parts[i].heading or not 5 <= len(compact) <= SENTENCE or compact[-1] != "。" or compact.count("。") > 1 or ";" in compact:
        return False
    if re.search(r"\d(?!\d{3}年)", re.sub(r"[12]\d{3}年", "", compact)) or _lexicon()[2].search(compact):
        return False
    return below.heading is None and len(below.compact) > 1.5 * len(compact) and not below.compact.startswith("各位代表")


def _alike(one: Part, other: Part) -> bool:
    return one.compact[:3] == other.compact[:3] and one.compact[:3] != "一是"


def _alternates(parts: Sequence[Part], here: Sequence[int], high: int) -> bool:
    """Hardly a paragraph of the stretch stands apart from a title: the titles are a third of it or more."""
    covered = [parts[i] for i in range(here[0], high)]
    return len(here) * 3 >= len(covered)
