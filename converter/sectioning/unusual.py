"""Headings counted as few reports count: I. II., A. B., ① ②, 01 02, 1.1 1.2, PART 01, 第1部分, 第一节. They stand in rows alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from converter.expressions import HAN, rare
from converter.numbering import HAN_NUMBER, Mark, han_number
from converter.sectioning.numbered import numbered
from converter.sectioning.parts import Heading, Part
from converter.sectioning.proof import stands
from converter.stripping.annexes import is_annex_heading

Place = tuple[int, Mark]  # a part, and how it is counted

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = "ABCDEFGHIJKL"
_CIRCLED = ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "❶❷❸❹❺❻❼❽❾❿", "➀➁➂➃➄➅➆➇➈➉", "➊➋➌➍➎➏➐➑➒➓", "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ")
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_FIRST = frozenset("".join(("Pp第0123456789VX", _LETTERS, _FORMAL, *_CIRCLED)))
_TITLE = rf"(?=(?:[12]\d{{3}}年)?(?:{HAN}|\"))"  # what a title begins with
_MARK = rare(
    rf"(?P<part>(?i:part) ?[.·:]? ?(?:\d{{1,2}}|[IVX]{{1,4}})|第 ?\d{{1,2}} ?(?:部分|章|篇)[、,.:]?|[{_FORMAL}](?= +[^ ]))"
    rf"|(?P<section>第 ?{HAN_NUMBER} ?节[、,.:]?)"
    rf"|(?P<roman>[IVX]{{1,4}} ?(?:[.、:]|(?= ))) *{_TITLE}"
    rf"|(?P<letter>[{_LETTERS}] ?[.、]) *{_TITLE}"
    rf"|(?P<circled>[{''.join(_CIRCLED)}][.、]?)"
    rf"|(?P<decimal>\d{{1,2}}\.\d{{1,2}}[.、]?) *{_TITLE}"
    rf"|(?P<padded>(?:0\d|1\d)[.、:]?|\d{{1,2}}(?= )) *{_TITLE}"
)
_COUNT = rare(rf"\d+|[IVX]+|{HAN_NUMBER}|.")  # what counts in a mark without its words
_WITHIN = 100  # 1.2 is counted as 102
_OUTERMOST = ("roman", "letter", "padded")  # they may count the parts of a report


def unusual(parts: Sequence[Part]) -> list[Part]:
    """Rows 1, 2, 3 … of such numbers in front of titles that text follows."""
    out = list(parts)
    found = [(i, here) for i, part in enumerate(parts) if part.heading is None and part.compact[:1] in _FIRST and (here := _counted(part))]
    styles = _styles(parts, found) if len(found) > 1 else {}
    for run in _runs(_before_annexes(parts, found)) if len(found) > 1 else ():
        for i, here in run:
            heading = numbered(parts[i].view, _mark)
            out[i] = parts[i].headed(heading and replace(heading, style=styles[here.style], number=heading.number % _WITHIN))
        if not _proved(out, [i for i, _ in run]):
            for i, _ in run:
                out[i] = parts[i]
    return _chapters(out)


def _chapters(parts: list[Part]) -> list[Part]:
    """第一章 below 第一篇 or 第一部分 is an order of its own."""
    marks = {i: p.heading.mark or "" for i, p in enumerate(parts) if p.heading and p.heading.style == "part"}
    above = any(mark[-1:] in "分篇" or mark[-2:-1] in "分篇" for mark in marks.values())
    for i, mark in marks.items() if above else ():
        heading = parts[i].heading
        if heading and "章" in mark:
            parts[i] = parts[i].headed(replace(heading, style="chapter"))
    return parts


def _counted(part: Part) -> Mark | None:
    text = part.view.shadow
    return _mark(text, len(text) - len(text.lstrip()))


def _mark(text: str, at: int) -> Mark | None:
    """The number that a text begins with, if it is one of these."""
    found = _MARK.match(text, at)
    if not found or not found.lastgroup:
        return None
    style = found.lastgroup
    printed = found[style].strip(" .、:,").removeprefix("第")
    if style == "decimal":
        upper, lower = printed.split(".")
        number = int(upper) * _WITHIN + int(lower)
    else:
        number = _number(printed[4:].strip(" .·:") if printed[:1] in "Pp" else printed)
    return Mark(style, number, at, found.end(style)) if number else None


def _number(printed: str) -> int:
    """7 of 07, VII, 七, 柒, G and ⑦."""
    count = _COUNT.match(printed)
    text = count[0] if count else ""
    if text.isdecimal():
        return int(text)
    rows: Sequence[Sequence[str]] = (_ROMAN, _LETTERS, _FORMAL, *_CIRCLED)
    return next((row.index(text) + 1 for row in rows if text in row), 0) or han_number(text)


def _runs(found: Sequence[Place]) -> list[list[Place]]:
    """The rows that begin with a first and count on; of each style by itself."""
    runs: list[list[Place]] = []
    last: dict[str, list[Place]] = {}
    for place in found:
        here = place[1]
        run = last.get(here.style)
        if run and here.number == run[-1][1].number + 1:
            run.append(place)
        elif here.number % _WITHIN == 1:
            last[here.style] = [place]
            runs.append(last[here.style])
    return [run for run in runs if len(run) > 1]


def _before_annexes(parts: Sequence[Part], found: Sequence[Place]) -> Sequence[Place]:
    """Those above 名词解释 and the like, whose entries count on."""
    behind = range(2 * len(parts) // 3, len(parts))
    end = next((i for i in behind if is_annex_heading(parts[i].compact) and _GLOSSARY.search(parts[i].compact)), len(parts))
    return [place for place in found if place[0] < end]


_GLOSSARY = rare("附|名词|术语|用语|注释|注解|解释|说明")


def _styles(parts: Sequence[Part], found: Sequence[Place]) -> dict[str, str]:
    """Parts of the report are what I, A and 01 count where nothing is counted above them."""
    first = next((i for i, part in enumerate(parts) if part.heading), len(parts))
    begins = {here.style: i for i, here in reversed(found)}
    return {style: "part" if style in _OUTERMOST and i <= first else style for style, i in begins.items()}


def _proved(parts: Sequence[Part], run: Sequence[int]) -> bool:
    """Whether all have titles, and text of their own on the line or below it, as the items of a list have not."""
    if not all(parts[i].heading for i in run) or run[-1] + 1 >= len(parts):
        return False
    return all(_inline(parts[i].heading) or after - i > 1 for i, after in pairwise([*run, run[-1] + 2])) and stands(parts, run)


def _inline(heading: Heading | None) -> bool:
    return heading is not None and heading.inline
