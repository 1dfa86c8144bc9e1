"""Who gave the report: 铁西区人民政府区长赵永圣, 市  长  买买提明·卡德, （2004年2月12日 徐荣凯）, 毛伟明."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from converter.expressions import rare
from converter.extracting.masthead.pieces import Piece, Pieces
from converter.extracting.masthead.pieces import piece as piece_of
from converter.frozen import dataclass
from converter.lexicons import load
from converter.text import Span

_HAN = r"[\u3400-\u9fff]"
_DOTS = "·•・‧∙⋅●."
_DOT = f"[{_DOTS}]"
_PLAIN = rf"{_HAN}{{2,4}}|{_HAN}(?:[ ]{{1,6}}{_HAN}){{1,2}}|{_HAN}[ ]{{1,6}}{_HAN}{{2,3}}"
_DOTTED = rf"{_HAN}{{1,8}}(?:[ ]?{_DOT}[ ]?{_HAN}{{1,8}}){{1,3}}"
_LONGEST = 4  # characters of a name without a point in it; names of other tongues have twice as many
_LETTERS = rare(r"[^\u3400-\u9fff]")
_DATED = r"[(]?\d{4}年\d{1,2}月\d{1,2}日[)]?[ ]*"
_EDGE = r"[\s?*—\-:·•■(]{0,6}"


@dataclass(frozen=True, slots=True)
class Named:
    """A name with the office before it, if any, and where; `rank` is how plainly the line is a speaker line."""

    name: str
    office: str | None
    span: Span
    rank: int


@cache
def _office() -> str:
    words = "|".join(r"[ ]{0,6}".join(word) for word in load("masthead")["offices"])
    return rf"(?:(?:{_HAN}|[、,·]|[ ]){{0,36}})(?:{words})(?:候选人|(?:提名)?人选|\(代\))?"


@cache
def _name() -> str:
    return rf"(?P<name>{_DOTTED}|[{load('masthead')['transliterating']}]{{5,8}}|{_PLAIN})"


class Form(NamedTuple):
    """A way to name the speaker: its expression, how plainly it does so, and what a line (without blanks) must hold for it."""

    expression: str
    rank: int
    needs: Callable[[str], bool]


@cache
def _forms() -> tuple[Form, ...]:
    office = rf"(?P<office>{_office()})"
    name = _name()
    return (
        Form(rf"^.{{0,120}}(?:会[ ]?议|大会|通过)上?[)]?[\s,—]*{office}{_EDGE}{name}[\s)]*$", 3, _met),
        Form(rf"^[(]?{_EDGE}(?:{_DATED})?(?:报告人|汇报人)?{_EDGE}{office}{_EDGE}{name}(?:\(代\))?[\s)*?]*(?:{_DATED})?$", 3, _official),
        Form(rf"(?:^|[(])[\s(]*\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?[ ]?{office}{_EDGE}{name}[ ]*(?=在)", 3, _dated),
        Form(rf"^{_EDGE}(?:报告人|汇报人):{_EDGE}{name}(?:[ ]{{0,8}}{office})?[\s)]*$", 3, _reporting),
        Form(rf"^{_EDGE}{name}[ ]{{1,8}}{office}[\s)]*$", 2, _official),
        Form(rf"[(][^()]{{0,60}}(?:日|月|会议上?|大会上?)[\s,、]*(?:{office}[ ]*)?{name}[ ]*[)]", 2, _bracketed),
        Form(rf"^{_EDGE}{name}{_EDGE}$", 1, _alone),
    )


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _official(line: str) -> bool:
    return any(word in line for word in load("masthead")["offices"])


def _met(line: str) -> bool:
    return any(word in line for word in ("会议", "大会", "通过")) and _official(line)


def _dated(line: str) -> bool:
    return "月" in line and "在" in line and _official(line)


def _reporting(line: str) -> bool:
    return "报告人" in line or "汇报人" in line


def _bracketed(line: str) -> bool:
    return "(" in line and ")" in line


def _alone(line: str) -> bool:
    bare = line.strip("?*—-:·•■")
    return len(bare) <= _LONGEST or any(dot in line for dot in _DOTS) or (len(bare) <= 2 * _LONGEST and not _LETTERS.search(bare))


def _clean(text: str) -> str:
    return re.sub(r"[\s?*]", "", text)


def _tidy(office: str | None) -> str | None:
    """The office as printed; blanks inside a word go (市  长), a blank between two offices stays one."""
    if office is None:
        return None
    words = re.split(r"\s+", office.strip(" —-·:,、?*"))
    return "".join(f" {w}" if i and len(w) > 2 and len(words[i - 1]) > 2 else w for i, w in enumerate(words)) or None


def _likely(name: str) -> bool:
    dated = re.search(r"[年月日]$|^[一二三四五六七八九十〇○]+$", name)
    return not dated and not any(word in name for word in load("masthead")["not_names"])


def named(piece: Piece) -> Iterator[Named]:
    """The names that a front line gives, by the plainest pattern that fits."""
    line = "".join(piece.shadow.split())
    for expression, rank, needs in _forms():
        if not needs(line):
            continue  # the expressions are slow to compile, and most lines hold nothing for them
        pattern = _compiled(expression)
        for match in pattern.finditer(piece.shadow):
            name = _clean(match["name"])
            if _likely(name) and len(name) > 1:
                has_office = "office" in match.groupdict() and match["office"]
                office = _tidy(piece.text[match.start("office") : match.end("office")]) if has_office else None
                start = match.start("office") if has_office and match.start("office") < match.start("name") else match.start("name")
                yield Named(name, office, piece.span(start, max(match.end("name"), match.end("office") if has_office else 0)), rank)
        if pattern.search(piece.shadow):
            return


_FAR = 400  # a caption or the first sentences of a piece of news
_MET = re.compile(r".*(?:会议|大会|会)上")
_CAPTION_NAME = rf"(?P<name>{_HAN}{{1,8}}(?:{_DOT}{_HAN}{{1,8}}){{1,3}}|{_HAN}{{2,4}}?)"


@cache
def _caption() -> re.Pattern[str]:
    words = "|".join(load("masthead")["offices"])
    return re.compile(
        rf"(?P<office>{_HAN}{{0,30}}?(?:代理|代)?(?:{words}))[ ]?{_CAPTION_NAME}"
        rf"(?:同志)?(?:代表{_HAN}{{2,20}}?)?(?:在{_HAN}{{2,30}}上)?(?:向大会|在会上)?(?:作|做)(?:了)?(?:题为.{{0,30}})?(?:{_HAN}{{0,6}})?(?:政府)?工作报告"
    )


def captioned(piece: Piece) -> Iterator[Named]:
    """Names that a picture's caption or a news sentence gives: 省长毛伟明作政府工作报告."""
    for match in _caption().finditer(piece.shadow[:_FAR]):
        if _likely(match["name"]):
            start = match.start("office") + (cut.end() if (cut := _MET.match(match["office"])) else 0)
            yield Named(match["name"], piece.text[start : match.end("office")], piece.span(start, match.end("name")), 0)


def office_beside(name: str, parts: Pieces) -> tuple[str, Span] | None:
    """The office printed right before this name in front or chrome lines, where the speaker line gives the name alone."""
    words = "|".join(load("masthead")["offices"])
    pattern = re.compile(rf"(?<!{_HAN})(?P<office>{_HAN}{{0,16}}?(?:{words}))[ ]?{re.escape(name)}")
    for piece in (*parts.front, *parts.removed):
        if (match := pattern.search(piece.shadow)) is not None:
            return match["office"], piece.span(match.start("office"), match.end("office"))
    return None


_OFFICE_LINE = rare(rf"(?:{_HAN}|[、,·:\s]){{2,40}}$")


def _below_office(front: tuple[Piece, ...]) -> Iterator[Piece]:
    """Two front lines as one: 兴宁区人民政府区长 / 黄海."""
    for first, second in pairwise(front):
        office = "".join(first.shadow.split()).rstrip(":").removesuffix("候选人").removesuffix("人选").removesuffix("提名")
        gap = second.start - first.start - len(first.text)
        official = office.endswith(tuple(load("masthead")["offices"])) and _OFFICE_LINE.match(first.shadow)
        if official and gap <= _BLANKS and _alone("".join(second.shadow.split())):
            yield piece_of(first.text + "\n" * gap + second.text, first.start)


_BLANKS = 6  # characters between the lines: blank ones


def speakers(parts: Pieces) -> list[Named]:
    """The candidates of the highest rank, one for each name; several names mean that the page contradicts itself."""
    front = [found for piece in (*_below_office(parts.front), *parts.front) for found in named(piece)]
    if any(n.rank > 1 for n in front):
        front = [n for n in front if n.rank > 1]
    if not front:
        front = [n for piece in (*parts.removed, *parts.body[:3]) for n in captioned(piece)]
    best: dict[str, Named] = {}
    for found in front:
        if found.name not in best or (found.rank, len(found.office or "")) > (best[found.name].rank, len(best[found.name].office or "")):
            best[found.name] = found
    return list(best.values())
