"""Lines that speak of a website or its files: no phrase known as a whole, but words that a report does not use together."""

from __future__ import annotations

import re

from converter.expressions import rare
from converter.lexicons import either, load, patterns, table
from converter.lexicons.openings import gate

ENOUGH = 3  # a sure word counts two, a plain one counts one
SPAN = 45  # characters of a line that one such word answers for: a long paragraph may mention several
SHORT = 40  # characters of a line that one sure word decides


@table
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load("boilerplate")["site_talk"]
    sure, plain = patterns(words["sure"]), either(words["plain"])
    return re.compile(sure, re.I), re.compile(plain, re.I), gate([sure, plain])


_NUMBERED = rare(r"\(?[一二三四五六七八九十]{1,3}[、)]|第[一二三四五六七八九十]{1,3}[,、]")


def site_talk(compact: str) -> str | None:
    """The kind of a line that speaks of the site: 本站资源下载后请用浏览器打开。 Not: 建成政务服务网站和微信公众号。"""
    sure, _, some = _words()
    if not some.search(compact):
        return None
    found, weight = _weighed(compact)
    if _NUMBERED.match(compact):
        return None  # (三)优化网页适老化改造和二维码就医服务
    return kind_of(compact) if _enough(compact, found, weight) or (found and _brief(compact, sure)) else None


def _enough(compact: str, found: set[str], weight: int) -> bool:
    return weight >= ENOUGH and bool(found or weight > ENOUGH) and weight * SPAN >= len(compact)


def told(compact: str) -> bool:
    """Whether several words speak of the site, and not only those that reports have too: 被广大网友点赞."""
    found, weight = _weighed(compact)
    return _enough(compact, found, weight) and not found <= frozenset(load("boilerplate")["site_talk"]["also"])


_ADDRESS = rare(r"(?:https?:/+|www\.)[\w./?=&%-]+", re.ASCII)  # one word, however it is put together


def _weighed(compact: str) -> tuple[set[str], int]:
    sure, plain, some = _words()
    begins = _begins(some, compact)
    short = _ADDRESS.sub("www", compact) if "http" in compact or "www." in compact else compact
    found = _found(sure, short, begins if short is compact else _begins(some, short))
    return found, 2 * len(found) + len(_found(plain, compact, begins))


def _begins(some: re.Pattern[str], compact: str) -> list[int]:
    """Where the words can begin."""
    out: list[int] = []
    at = some.search(compact)
    while at:
        out.append(at.start())
        at = some.search(compact, at.start() + 1)
    return out


def _found(words: re.Pattern[str], compact: str, begins: list[int]) -> set[str]:
    """Like `findall`, which takes ten times as long: to be blind to case it looks at every character in several ways."""
    out: set[str] = set()
    free = 0
    for begin in begins:
        if begin >= free and (found := words.match(compact, begin)):
            out.add(found[0])
            free = found.end()
    return out


_BRIEF = 26  # characters of a line that speaks to the reader; a broken line of a report is longer


def to_reader(compact: str) -> str | None:
    """The kind of a short line that speaks to a reader: 速看!今年要办这些大事. Not a sentence, no numbered heading."""
    if len(compact) > _BRIEF or compact[-1] in _SENTENCE or compact[0] in _NUMBERS:
        return None
    if compact in _columns():
        return "navigation"
    begins, words = _reader()
    return kind_of(compact) if begins.search(compact) and words.search(compact) else None


_SENTENCE, _NUMBERS = frozenset("。;,:、"), frozenset("一二三四五六七八九十(第各0123456789")


@table
def _columns() -> frozenset[str]:
    return frozenset(load("boilerplate")["columns"])


@table
def _reader() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where the words can begin, and the words."""
    words = load("boilerplate")["to_reader"]
    return gate(words), re.compile(patterns(words))


def short_of_proof(compact: str) -> bool:
    """Whether a line that is no sentence has only words that a report's short lines hold too: 评论员队伍, 微信公众号建设."""
    found, weight = _weighed(compact)
    return found <= frozenset(load("boilerplate")["site_talk"]["also"]) and weight <= ENOUGH


def plainly(compact: str) -> bool:
    """Whether a sentence inside the text can be nothing else: two sure words and twice as many beside them."""
    found, weight = _weighed(compact)
    return len(found) >= 2 and weight >= 2 * ENOUGH


_DECORATION = rare(r"[【\[(][^】\])]{0,12}[】\])]\Z")  # a title keeps its place: …政府工作报告【优秀范文】


def _brief(compact: str, sure: re.Pattern[str]) -> bool:
    """Whether a line with such a word is short and no sentence, and has it outside of a bracket at its end."""
    if len(compact) > SHORT or compact.endswith(("。", ";", ",")):
        return False
    if not compact.endswith(("】", "]", ")")):
        return True
    bare = _DECORATION.sub("", compact)
    return bare in ("", compact) or bool(sure.search(bare))


@table
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(either(words))) for kind, words in load("boilerplate")["site_talk"]["kinds"].items())


def kind_of(compact: str) -> str:
    """The kind that the words of a site's line tell; other where none does."""
    return next((kind for kind, pattern in _kinds() if pattern.search(compact)), "other")
