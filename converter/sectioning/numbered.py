"""Numbered headings: 一、 (一) 1. (1) 第一, alone on a line or run into their paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from converter.lexicons import either, load
from converter.numbering import Mark, mark, may_begin
from converter.sectioning.lines import names_part
from converter.sectioning.parts import Heading, Part
from converter.sectioning.proof import stands
from converter.text import View

LONGEST = 70  # of a heading's title; the longest met in the corpus has 66 characters


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"{either(load('headings')['ends'])}(?:(?:和|及|与)?(?:安排|任务|部署|打算|目标|思路|要求|重点))?")


def numbered_headings(parts: Sequence[Part]) -> list[Part]:
    """Every block that is or begins with a numbered heading."""
    places = [i for i, p in enumerate(parts) if may_begin(p.compact[:1])]
    out = list(parts)
    for i in places:
        out[i] = out[i].headed(numbered(out[i].view))
    return _proved(_minded(out, places))


def numbered(view: View) -> Heading | None:
    """The numbered heading that a block is or begins with. Its title ends with the block, or with the first full stop."""
    text = view.shadow
    lead = len(text) - len(text.lstrip())
    first = mark(text, lead)
    if not first:
        return None
    begin = first.end
    while text[begin : begin + 1].isspace():
        begin += 1
    end, inline = _title_end(text, begin, first)
    if end < 0:
        return None
    if end <= begin:
        begin = lead
    printed = view.text[lead : first.end].strip()
    title = view.span(begin, end)
    return Heading(first.style, first.number, printed, title, title[1], inline)


def _title_end(text: str, begin: int, first: Mark) -> tuple[int, bool]:
    """Where the title ends and whether text follows; (-1, …) where the block is no heading."""
    whole = len(text.rstrip())
    blank = _BLANK.search(text, begin + 5, begin + 45)
    off = blank is not None and _paragraph(text, begin, blank.end(), whole) and not _word(text, blank.end())
    if blank and off and not re.search(r"[。,;:]", text[begin : blank.start()].replace(",", "", 2)):
        return blank.start(), True
    stop = _STOP.search(text, begin, begin + LONGEST + 1)
    colon = text.find(":", begin + 3, begin + _COLON) if first.style in ("han", "paren") else -1
    if colon > 0 and _says_more(text[colon + 1 : stop.start() if stop else whole]):
        return colon, True
    plain = stop and stop.start() - begin <= _PLAIN and not _AT_ONCE.search(text, begin + 4, stop.end())
    if not stop or (not plain and _runs_on(text, begin, stop.end())):
        return _unstopped(text, begin, whole, first)
    rest = text[stop.end() : whole].strip('"” ')
    return stop.start(), bool(rest)


_COLON, _MORE = 30, 30  # characters up to a colon, and of the sentence behind it


def _says_more(behind: str) -> bool:
    """Whether a sentence stands behind a colon: （一）经济稳中有进:规模以上工业增加值增长10%,… A title may have a few words there."""
    return len(behind) >= _MORE and "," in behind and not behind.startswith('"')


def _paragraph(text: str, begin: int, start: int, whole: int) -> bool:
    """Whether what stands behind a blank is long enough for a paragraph; a short one has several clauses, and with the title is none."""
    return whole - start >= 60 or (whole - start >= 26 and whole - begin > 48 and "," in text[start:whole] and text[whole - 1] in "。!;")


def _word(text: str, blank: int) -> bool:
    """Whether a word alone stands between a blank and the full stop: （二）抓好廉洁 政府建设。 No paragraph begins so."""
    return re.match(r"[\u4e00-\u9fff]{1,4}[。!?]", text[blank : blank + 5]) is not None


_STOP = re.compile(r"[。!?]")
_BLANK = re.compile(r"\s(?<=[\u4e00-\u9fff\")》]\s)\s*(?=[\u4e00-\u9fff\"(《\d])")  # a title set off from its paragraph by a blank alone


_PLAIN = 30  # characters: a title of that length is not looked at twice, but for how its paragraph may begin
_AT_ONCE = re.compile(r"[12]\d{3}年[,是]|今年是|各位代表[,!]")


def _runs_on(text: str, begin: int, stop: int) -> bool:
    """Whether a paragraph begins in what would be the title, or a usual ending of headings stands early and a sentence behind it."""
    if _OPENS.search(text, begin + 4, stop):
        return True
    found = _ends().search(text, begin, begin + 20)
    return found is not None and text[found.end()] not in "和及与、,的暨" and stop - found.end() >= 25 and "," in text[found.end() : stop]


# What a paragraph begins with and a title does not hold farther in: …重点工作2006年是实施规划的第一年,…
_OPENS = re.compile(
    r"近年来,|(?<![极于接敢直])面对(?=[^,。]{4,30},)|全[省市县区州盟旗年](?=[^,。;]{2,24}\d)|"
    r"[12]\d{3}年(?=[,是]|我[省市县区州们]|全[省市县区州])|(?:过去|刚刚过去)的?[一五]年,|今年是|去年,|当前,|目前,|各位代表[,!]|今年政府工作|预计"
)


def _unstopped(text: str, begin: int, whole: int, first: Mark) -> tuple[int, bool]:
    glued = _ends().search(text, begin, min(whole, begin + 40)) if first.style in ("han", "part") else None
    if glued and whole - glued.end() >= 30 and "," in text[glued.end() :]:
        return glued.end(), True
    opened = _OPENS.search(text, begin + 4, min(whole, begin + 50))
    if opened and whole - opened.start() >= 30 and text[opened.start() - 1] not in "和与及至、的在(":
        return opened.start(), True
    if whole - begin > LONGEST:
        colon = text.find(":", begin, begin + 30)
        return (colon, True) if colon > 0 and first.style in ("han", "paren") else (-1, False)
    if text[whole - 1] in ";,":
        return -1, False
    return (whole - 1 if text[whole - 1] == ":" else whole), False


def _minded(parts: list[Part], places: Sequence[int]) -> list[Part]:
    """Of paragraphs that count (一) (二) (三) most begin with a title, or none does: an item of a list may look like one.
    places: where a mark can stand."""
    out = list(parts)
    for run in _runs(parts, places):
        listed = len(run) > 1 and all(b == a + 1 for a, b in pairwise(run)) and any(parts[i].compact.endswith(";") for i in run)
        titled = 2 * sum(parts[i].heading is not None for i in run) - (parts[run[0]].heading is None)
        if listed or titled < len(run):
            for i in run:
                out[i] = parts[i].headed(None)
    return out


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
    out = list(parts)
    for style, higher in _HIGHER.items():
        if style == "arabic" and _tops(parts):
            continue
        for run in _between(parts, style, higher):
            if not stands(parts, run):
                for i in run:
                    out[i] = parts[i].headed(None)
    return out


def _tops(parts: Sequence[Part]) -> bool:
    """Whether 1. 2. 3. count the parts of the report: once through, with titles that name parts, and nothing above them."""
    counted = [p for p in parts if p.heading and p.heading.style in ("part", "han", "arabic")]
    once = [p.heading.number if p.heading and p.heading.style == "arabic" else 0 for p in counted] == list(range(1, len(counted) + 1))
    return once and len(counted) > 1 and names_part(counted[0]) and any(map(names_part, counted[1:]))


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
