"""The report's title: the fullest printed, without site decoration, page counts, or a bracket with date and speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from converter.expressions import HAN, rare
from converter.extracting.masthead.pieces import Piece, Pieces, both, cells, piece, words
from converter.extracting.places.names import mentions
from converter.extracting.values.dates import Date, dates
from converter.frozen import dataclass
from converter.lexicons import either, load, patterns
from converter.reading.source import Stated
from converter.text import Span, shadow

_LONGEST = 70
_LABEL = (
    r"(?:标\s*题|名\s*称|原标题|当前位置|推荐访问|正在阅读|您正在浏览|主题|所属专题|中文名|书名|信息名称|内容概述|内容提示|文件名称|文章标题|文档名称)\s*[:：\s]"
    r"|[^|:：]{2,8}[|丨｜]"
)
# 第2篇： of a collection, and what counts its reports: 二、
_ORDER = "[一二三四五六七八九十\\d]{1,3}"
_PLACE = rf"(?:(?:第?{_ORDER}篇|篇{_ORDER})\s*[:：、]|[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}(?:、|[.．](?!\d)))"
_AT_FRONT = re.compile(rf"^[\s*#>·•■◆●★☆\-—_:：.、,|]+|^(?:{_LABEL})\s*|^{_PLACE}\s*|^[(][^()]{{4,90}}(?:会议|大会)[^()]{{0,20}}[)]\s*")
_AT_END = re.compile(r"[\s*#<·•■◆●★☆\-—_:：,|]+$")
# A bracket or tail that says when, where or by whom the report was given.
_OCCASION = re.compile(
    rf"\s*[(（][^()（）]{{0,90}}(?:\d月|月\d|日|会议|大会|{HAN}届|(?:19|20)\d\d\.\d{{1,2}}\.\d)[^()（）]{{0,60}}[)）]?\s*$"
    r"|\s*[(][^()]{0,90}(?:会议|大会|\d日)[^()]{0,60}[)]\s*(?!.*报告)[^()。;:]{1,30}$"  # and the speaker behind it
    r"|\s*[—\-]{1,4}\s*(?:在|[(（]?(?:19|20|二|一九)[\d〇○零一二三四五六七八九]{2}).*$"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed, where, the year in it and whether a place is named in it."""

    text: str
    span: Span | None
    year: Date | None
    place: bool
    front: bool
    origin: str | None = None
    paged: bool = False

    @property
    def fullness(self) -> tuple[bool, int, bool, int]:
        """How much it says: whose work report, year and place, then front before chrome, then length."""
        return "工作报告" in "".join(self.text.split()), 2 * (self.year is not None) + 2 * self.place, self.front, len(self.text)


@cache
def _decoration() -> re.Pattern[str]:
    inner = patterns(load("masthead")["title_decoration"])
    return re.compile(rf"(?:\s*{inner})+\s*$|^(?:(?:[【\[][^】\]]{{0,20}}[】\]]|[(][^()]{{0,6}}{_ISSUED}[^()]{{0,4}}[)])\s*)+")


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile(patterns(load("masthead")["not_in_title"]))


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(either(load("masthead")["title_ends"]))


@cache
def _end() -> re.Pattern[str]:
    bracket, year = r"(?:[(（][^()（）]{1,12}[)）])?", r"(?:(?:19|20)\d\d年?)?"
    return re.compile(rf"{either(load('masthead')['title_ends'])}[》\"'）)]?{bracket}[》\"]?{year}$")


def trim(text: str) -> tuple[int, int]:
    """Start and end of the title inside a line: decoration, the occasion and marks are left outside."""
    grey = shadow(text)
    low, high = 0, len(text)
    for _ in range(4):
        before = low, high
        if (front := _AT_FRONT.match(grey[low:high])) is not None:
            low += front.end()
        for tail in (_AT_END, _OCCASION, _decoration()):
            for match in tail.finditer(grey[low:high]):
                if match.start() == 0 and match.end() < high - low:
                    low += match.end()
                elif match.start() > 0:
                    high = low + match.start()
                break
        if grey[low : low + 1] == "《" and grey[high - 1 : high] == "》" and "》" not in grey[low : high - 1]:
            low, high = low + 1, high - 1
        if (low, high) == before:
            break
    return low, high


_ISSUED = "(?:发布|两会|全文|公报)"  # (两会授权发布)…政府工作报告
_LETTERED, _SPACED = re.compile(r"(?<!\w)\w(?:\s+\w(?!\w)){3,}"), re.compile(r"\s+")  # 政 府 工 作 报 告


def title_in(line: Piece, front: bool) -> Title | None:
    """The title that a line is, if it is one."""
    if len(line.text) > 160:
        return None
    if not _ending().search("".join(line.shadow.split())):
        return None
    low, high = trim(line.text)
    text, grey = line.text[low:high], line.shadow[low:high]
    if not 4 <= len(text) <= _LONGEST or _forbidden().search(grey) or not _end().search("".join(grey.split())):
        return None
    return made(line, low, high, front)


def made(line: Piece, low: int, high: int, front: bool) -> Title:
    """The title that a part of a line is."""
    text, grey = line.text[low:high], line.shadow[low:high]
    year = next((date for date in reversed(list(dates(text))) if date.month is None and not grey.startswith("远景", date.span[1])), None)
    plain = _SPACED.sub(" ", _LETTERED.sub(lambda run: _SPACED.sub("", run[0]), text))
    return Title(plain, line.span(low, high), year, bool(mentions(grey)), front, paged=line.kind == "pagination")


def _broken(front: tuple[Piece, ...]) -> Iterator[Piece]:
    """Two or three front lines as one: 沈阳市铁西区 / 2025年政府工作报告."""
    for first, second in pairwise(front):
        short = first.shadow.rstrip()
        opens = len(short) <= 24 and re.search(r"(?:年|政府|[省市县区州旗盟]|人民代表大会)$", short) and not _forbidden().search(short)
        if opens and _end().search("".join(second.shadow.split())):
            yield both(first, second)
    for first, second, third in zip(front, front[1:], front[2:], strict=False):
        apart = _PLACE_ALONE.match(first.shadow.strip()) and _YEAR_ALONE.match(second.shadow.strip())
        if apart and _end().search("".join(third.shadow.split())):
            yield both(first, both(second, third))


# 甘泉县 / 2021年 / 政府工作报告
_PLACE_ALONE = rare(rf"{HAN}{{1,14}}(?:[省市县区州盟旗镇乡]|街道|(?:人民)?政府)\Z")
_YEAR_ALONE = rare(r"[(]?(?:(?:19|20)\d\d|[一二][九〇○零][一二三四五六七八九〇○零]{2})年(?:度)?[)]?\Z")


def titles(parts: Pieces, stated: Sequence[Stated] = ()) -> list[Title]:
    """Every title on the page, front lines first; one that the page only states about itself comes last.

    Lines that lead to other reports are none.
    """
    found = [title_in(line, True) for line in (*_broken(parts.front), *parts.front)]
    other = load("masthead")["not_own_title"]
    near = [parts.removed[at] for at in parts.having("title_ends") if at < len(parts.before)]
    found += [title_in(cell, False) for line in near if line.kind not in other for cell in cells(line)]
    tags = [title_in(word, False) for line in parts.removed if line.kind in ("tags", "breadcrumb") for word in words(line)]
    found += [title for title in tags if title is not None and (title.year or title.place)]  # 首页>工作报告 is a column's name
    found += [title_in(line, False) for line in parts.after if line.kind == "duplicate"]
    printed = [title for title in found if title is not None]
    printed = printed or [title for line in parts.before if _FILE.search(line.shadow) and (title := title_in(line, False)) is not None]
    return printed or [title for line in stated if (title := _stated(line)) is not None]


_FILE = re.compile(r"\.(?:docx?|pdf|wps|txt)$")  # a document site's headline: 2008年政府工作报告.doc


def _stated(line: Stated) -> Title | None:
    """The title that the page states outside its visible text."""
    if not line.origin.lower().endswith("title"):
        return None
    title = title_in(piece(line.text.strip(), 0), False)
    return None if title is None else replace(title, span=None, origin=line.origin)


def own_title(found: list[Title], parts: Pieces) -> Title | None:
    """The fullest title that fits the report: the year and place of one that chrome prints must occur in the report itself,
    except where the number of the page stands behind it."""
    lines: list[str] = []

    def fits(title: Title) -> bool:
        if title.front or title.paged:
            return True
        if not lines:
            lines.append("\n".join(line.shadow for line in (*parts.front, *parts.body)))
        grey = lines[0]
        years = title.year is None or str(title.year.year) in grey or not re.search(r"(?:19|20)\d\d年", grey)
        names = mentions(title.text)
        return years and (not names or any(m.text[:-1] in grey or m.text[:2] in grey for m in names[-1:]))

    return max((title for title in found if fits(title)), key=lambda t: t.fullness, default=None)
