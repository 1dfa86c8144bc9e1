"""Where the title of a numbered heading ends: with its line, at the first full stop, or where its paragraph was glued to it."""

from __future__ import annotations

import re
from functools import cache

from converter.expressions import HAN, rare
from converter.lexicons import either, load, patterns
from converter.numbering import Mark

LONGEST = 70  # of a heading's title; the longest met in the corpus has 66 characters


@cache
def _ends() -> re.Pattern[str]:
    which, what = "主要|预期|总体|重点|今后|基本|奋斗|发展", "安排|任务|部署|打算|目标|思路|要求|重点|工作"
    more = rf"(?:和|及|与|、)?(?:[12]\d{{3}}年(?:工作)?的?)?(?:{which})?(?:{what})"
    return re.compile(rf"{either(load('headings')['ends'])}(?:{more})*")


@cache
def _seams() -> re.Pattern[str]:
    words = load("headings")
    return re.compile(rf"{patterns(words['closers'])}(?={either(words['starters'])})")


def title_end(text: str, begin: int, first: Mark) -> tuple[int, bool]:
    """Where the title ends and whether text follows; (-1, …) where the block is no heading."""
    whole = len(text.rstrip())
    blank = _BLANK.search(text, begin + 5, begin + 45)
    off = blank is not None and _paragraph(text, begin, blank.end(), whole) and not _word(text, blank.end())
    if blank and off and not re.search(r"[。,;:]", text[begin : blank.start()].replace(",", "", 2)):
        return blank.start(), True
    stop = _STOP.search(text, begin, begin + LONGEST + 1)
    colon = text.find(":", begin + 3, begin + _COLON) if first.style in ("han", "paren") else -1
    if colon > 0 and not _OPENS.search(text, begin + 4, colon) and _says_more(text[colon + 1 : stop.start() if stop else whole]):
        return colon, True
    plain = stop and stop.start() - begin <= _PLAIN and not _AT_ONCE.search(text, begin + 4, stop.end())
    if not stop or (not plain and _runs_on(text, begin, stop.end())):
        return _unstopped(text, begin, whole, first)
    seam = _seam(text, begin, stop.start(), first) if not plain else 0
    rest = text[stop.end() : whole].strip('"” ')
    return (seam, True) if seam else (stop.start(), bool(rest))


def _seam(text: str, begin: int, end: int, first: Mark) -> int:
    """Where a paragraph is glued to what would be a title without a mark; 0 where it is not. A title tells hardly a figure."""
    told = first.style in ("part", "han", "paren") and (_FIGURE.search(text, begin, end) or text.count(",", begin, end) >= _CLAUSES)
    found = _seams().search(text, begin + 4, min(end, begin + _PLAIN)) if told else None
    return found.end() if found and "," in text[found.end() : end] else 0


_FIGURE = rare(r"\d(?:万|亿|%|个(?!百分点)|户|家|人|公里|亩|项|所|条|座|元|吨)")
_CLAUSES = 3

_COLON, _MORE = 44, 30  # characters up to a colon, and of the sentence behind it


def _says_more(behind: str) -> bool:
    """Whether a sentence stands behind a colon: （一）经济稳中有进:规模以上工业增加值增长10%,… A title may have a few words there."""
    return len(behind) >= _MORE and "," in behind and not behind.startswith('"')


def _paragraph(text: str, begin: int, start: int, whole: int) -> bool:
    """Whether what stands behind a blank is long enough for a paragraph; a short one has several clauses, and with the title is none."""
    return whole - start >= 60 or (whole - start >= 26 and whole - begin > 48 and "," in text[start:whole] and text[whole - 1] in "。!;")


def _word(text: str, blank: int) -> bool:
    """Whether a word alone stands between a blank and the full stop: （二）抓好廉洁 政府建设。 No paragraph begins so."""
    return re.match(rf"{HAN}{{1,4}}[。!?]", text[blank : blank + 5]) is not None


_STOP = re.compile(r"[。!?]")
_BLANK = re.compile(rf"\s(?<=(?:{HAN}|[\")》])\s)\s*(?={HAN}|[\"(《\d])")  # a title set off from its paragraph by a blank alone


_PLAIN = 30  # characters: a title of that length is not looked at twice, but for how its paragraph may begin
_GLUED = r"(?<=自身建设)(?:坚持|始终|旗帜鲜明|从严)[^,。]{2,8}。"
_OPENED = rf"(?<=[{load('headings')['opened_behind']}\d])(?:{patterns(load('headings')['openers'])})"
_AT_ONCE = re.compile(rf"[12]\d{{3}}年[,是]|今年是|各位代表[,!]|打铁[必还]|{_GLUED}|{_OPENED}")


def _runs_on(text: str, begin: int, stop: int) -> bool:
    """Whether a paragraph begins in what would be the title, or a usual ending of headings stands early and a sentence behind it."""
    if _OPENS.search(text, begin + 4, stop):
        return True
    found = _ends().search(text, begin, begin + 20)
    return found is not None and text[found.end()] not in "和及与、,的暨" and stop - found.end() >= 25 and "," in text[found.end() : stop]


# What a paragraph begins with and a title does not hold farther in: …重点工作2006年是实施规划的第一年,…
_OPENS = rare(
    r"近年来,|(?<![极于接敢直])面对(?=[^,。]{4,30},)|全[省市县区州盟旗年](?=[^,。;]{2,24}\d)|"
    r"[12]\d{3}年(?=[,是]|我[省市县区州们]|全[省市县区州])|(?:过去|刚刚过去)的?[一五]年,|今年是|去年,|当前,|目前,|各位代表[,!]|(?:今年|今后五年|未来五年)政府工作|预计|打铁[必还]|"
    rf"为(?:实现|完成|确保)[^,。]{{2,12}},|{_GLUED}|{_OPENED}"
)


def _unstopped(text: str, begin: int, whole: int, first: Mark) -> tuple[int, bool]:
    opened = _opened(text, begin, whole, first) if whole - begin >= _REST else 0
    if opened:
        return opened, True
    if whole - begin > LONGEST:
        colon = text.find(":", begin, begin + 30)
        if colon > 0 and first.style in ("han", "paren"):
            return colon, True
        seam = _seam(text, begin, begin + LONGEST, first)
        return (seam, True) if seam else (-1, False)
    if text[whole - 1] in ";,":
        return -1, False
    return (whole - 1 if text[whole - 1] == ":" else whole), False


def _opened(text: str, begin: int, whole: int, first: Mark) -> int:
    """Where a paragraph opens behind a usual ending of headings, or with what paragraphs open with; 0 where none does."""
    glued = _ends().search(text, begin, min(whole, begin + 40)) if first.style in ("han", "part") else None
    opened = _OPENS.search(text, begin + 4, min(whole, begin + 50))
    first_opened = opened is not None and glued is not None and opened.start() < glued.start()
    if glued and not first_opened and whole - glued.end() >= _REST and "," in text[glued.end() :]:
        return glued.end()
    opens = opened is not None and whole - opened.start() >= _REST and text[opened.start() - 1] not in "和与及至、的在("
    return opened.start() if opened and opens else 0


_REST = 30  # characters of a paragraph
