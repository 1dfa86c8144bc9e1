"""Who gave the report: 铁西区人民政府区长赵永圣, 市  长  买买提明·卡德, （2004年2月12日 徐荣凯）, 毛伟明."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from converter.expressions import HAN, rare
from converter.extracting.masthead import records
from converter.extracting.masthead.forms import DOT, alone, compiled, forms
from converter.extracting.masthead.pieces import Piece, Pieces
from converter.extracting.masthead.pieces import piece as piece_of
from converter.frozen import dataclass
from converter.lexicons import load
from converter.text import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A name with the office before it, if any, and where; `rank` is how plainly the line is a speaker line."""

    name: str
    office: str | None
    span: Span
    rank: int


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


_ENTRUSTED = re.compile(r".*委托[ ,、]*")


def _office_start(match: re.Match[str]) -> int:
    """Where the office begins, behind the words that say by whom it was asked to report: 受县长委托,副县长 李明."""
    asked = _ENTRUSTED.match(match["office"])
    return match.start("office") + (asked.end() if asked else 0)


# 副市长 李明受市长委托作报告: behind the name stands by whom he was asked.
_ASKED_BY = rare(rf"(?<={HAN})[ ]?受{HAN}{{2,16}}委托[^。]{{0,16}}$")


def _told_of(piece: Piece) -> Piece:
    """The line without what is said behind the name, where an office stands before it."""
    found = _ASKED_BY.search(piece.shadow) if "委托" in piece.shadow else None
    if found is None or not any(word in piece.shadow[: found.start()] for word in load("masthead")["offices"]):
        return piece
    return Piece(piece.text[: found.start()], piece.start, piece.kind, piece.shadow[: found.start()])


def named(piece: Piece) -> Iterator[Named]:
    """The names that a front line gives, by the plainest pattern that fits."""
    piece = _told_of(piece)
    line = "".join(piece.shadow.split())
    for expression, rank, needs in forms():
        if not needs(line):
            continue  # the expressions are slow to compile, and most lines hold nothing for them
        pattern = compiled(expression)
        for match in pattern.finditer(piece.shadow):
            name = _clean(match["name"]).removesuffix("同志")
            if _likely(name) and len(name) > 1:
                has_office = "office" in match.groupdict() and match["office"]
                first = _office_start(match) if has_office else 0
                office = _tidy(piece.text[first : match.end("office")]) if has_office else None
                start = first if has_office and first < match.start("name") else match.start("name")
                yield Named(name, office, piece.span(start, max(match.end("name"), match.end("office") if has_office else 0)), rank)
        if pattern.search(piece.shadow):
            return


_FAR = 400  # a caption or the first sentences of a piece of news
_MET = re.compile(r".*(?:(?:会议|大会|会)上|听取了?|审议了?)")
_CAPTION_NAME = rf"(?P<name>{HAN}{{1,8}}(?:{DOT}{HAN}{{1,8}}){{1,3}}|{HAN}{{2,4}}?)"


@cache
def _caption() -> re.Pattern[str]:
    words = "|".join(load("masthead")["offices"])
    return re.compile(
        rf"(?P<office>{HAN}{{0,30}}?(?:代理|代)?(?:{words}))[ ]?{_CAPTION_NAME}"
        rf"(?:同志)?(?:代表{HAN}{{2,20}}?)?(?:在{HAN}{{2,30}}上)?(?:向大会|在会上)?(?:作|做)(?:了)?(?:题为.{{0,30}})?(?:{HAN}{{0,6}})?(?:政府)?工作报告"
    )


def captioned(piece: Piece) -> Iterator[Named]:
    """Names that a picture's caption or a news sentence gives: 省长毛伟明作政府工作报告."""
    near = piece.shadow[:_FAR]
    for match in _caption().finditer(near) if "工作报告" in near else ():
        if _likely(match["name"]):
            start = match.start("office") + (cut.end() if (cut := _MET.match(match["office"])) else 0)
            yield Named(match["name"], piece.text[start : match.end("office")], piece.span(start, match.end("name")), 0)


def office_beside(name: str, parts: Pieces) -> tuple[str, Span] | None:
    """The office printed right before this name in front or chrome lines, where the speaker line gives the name alone."""
    if (told := records.office(parts)) is not None:
        return told
    words = "|".join(load("masthead")["offices"])
    pattern = re.compile(rf"(?<!{HAN})(?P<office>{HAN}{{0,16}}?(?:{words}))[ ]?{re.escape(name)}")
    for piece in (*parts.front, *parts.removed):
        if (match := pattern.search(piece.shadow)) is not None:
            return match["office"], piece.span(match.start("office"), match.end("office"))
    return None


_OFFICE_LINE = rare(rf"(?:{HAN}|[、,·:\s]){{2,40}}$")


def _below_office(front: tuple[Piece, ...]) -> Iterator[Piece]:
    """Two front lines as one: 兴宁区人民政府区长 / 黄海."""
    for first, second in pairwise(front):
        office = "".join(first.shadow.split()).rstrip(":").removesuffix("候选人").removesuffix("人选").removesuffix("提名")
        gap = second.start - first.start - len(first.text)
        official = office.endswith(tuple(load("masthead")["offices"])) and _OFFICE_LINE.match(first.shadow)
        if official and gap <= _BLANKS and alone("".join(second.shadow.split())):
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
