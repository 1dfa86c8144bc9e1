"""Rules that know a line of site chrome by itself, wherever it stands.

Each rule takes the compact shadow of a line and returns one of the contract's kinds, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from converter.expressions import rare
from converter.frozen import dataclass
from converter.lexicons import either, load, table
from converter.lexicons.openings import beginning, gate
from converter.lexicons.signs import signs
from converter.stripping.sites import site_talk

Rule = Callable[[str], str | None]
LONGEST = 400  # a chrome line longer than this was not met; reports have such lines by the hundred


@table
def _exhaust(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("boilerplate")
    listed = words[name] + (words["share"] if name == "toolbar" else [])  # 打印 收藏 分享
    every = re.compile(rf"(?:{either(listed)}|[\W\d_])*+\Z", re.I)
    return every, re.compile(either(words[f"{name}_sure"]), re.I)


def _made_of(name: str, compact: str) -> bool:
    if len(compact) > 120:
        return False
    every, sure = _exhaust(name)
    return bool(sure.search(compact)) and bool(every.match(compact))


@table
def _labels() -> re.Pattern[str]:
    return re.compile(rf"[\[(【]?{_label().pattern}")


@table
def _label() -> re.Pattern[str]:
    """The same wherever it stands: searched for, a bracket in front that may be missing costs much and says nothing."""
    return re.compile(rf"{either(load('boilerplate')['byline_labels'])}[\])】]?:")


@dataclass(frozen=True, slots=True)
class _Starts:
    """rows: kind and expression of each beginning, in the order of the lexicon; their numbers: under what they open with, in at most
    three characters, or, if they may begin with anything, by signs one of which stands in all they match; untold: the rest;
    first: the characters that `under` opens with."""

    rows: tuple[tuple[str, str], ...]
    under: dict[str, tuple[int, ...]]
    signs: AhoCorasick
    told: tuple[tuple[int, ...], ...]
    untold: tuple[int, ...]
    first: frozenset[str]

    def near(self, compact: str) -> list[int]:
        """The numbers of those that may match a line, in order; none for most lines."""
        known = self.untold
        if compact[:1] in self.first:
            find = self.under.get
            known += find(compact[:3], ()) + find(compact[:2], ()) + find(compact[:1], ())
        for sign, _, _ in self.signs.find_matches_as_indexes(compact, overlapping=True):
            known += self.told[sign]
        return sorted({*known}) if known else []


@table
def _starts() -> _Starts:
    rows = tuple((kind, source) for kind, sources in load("boilerplate")["starts"].items() for source in sources)
    under: dict[str, tuple[int, ...]] = {}
    told: dict[str, tuple[int, ...]] = {}
    untold: tuple[int, ...] = ()
    for number, (_, source) in enumerate(rows):
        known, free = beginning([source])
        some = signs(source) if free else frozenset[str]()
        untold += (number,) if free and not some else ()
        for key, keys in (*((key, under) for key in known), *((key, told) for key in some)):
            keys[key] = (*keys.get(key, ()), number)
    first = frozenset(key[:1] for key in under)
    return _Starts(rows, under, AhoCorasick(list(told), implementation=Implementation.DFA), tuple(told.values()), untold, first)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@table
def _any_sure() -> re.Pattern[str]:
    """Where a word that toolbars, shares and logins are known by can begin."""
    return gate(map(re.escape, (word for name in ("toolbar", "share", "login", "wall") for word in load("boilerplate")[f"{name}_sure"])))


_DATE = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
_DAY = rare(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
_TIME = r"(?:星期.)?(?:[上下]午|晚上|早上)?\d{1,2}[:时]\d\d(?:[:分]\d\d秒?)?"
_STAMPED = rare(rf"\(?{_DATE}(?:{_TIME})?[^。]{{0,120}}\Z")
_ADDRESS = r"(?:(?:https?://|www\.)[A-Za-z0-9./_-]{4,40}?)?"
_STAMP = re.compile(rf"{_ADDRESS}\(?(?:{_DATE}{_TIME}|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}})\)?[^。,]{{0,12}}\Z")


def captions(compact: str) -> str | None:
    """HTML comments that scrapers leave, and captions."""
    return "image_caption" if compact.startswith("<!--") and compact.endswith("-->") else None


def separators(compact: str) -> str | None:
    """Lines of rules and stars."""
    same = len(compact) >= 3 and compact.count(compact[0]) == len(compact)
    return "other" if same and not re.match(r"\w|[。*]", compact) else None


def bylines(compact: str) -> str | None:
    """来源:… 时间:… 编辑:…, and a time stamp alone."""
    labelled = ":" in compact
    if labelled and len(compact) <= 200 and "。" not in compact and _labels().match(compact):
        return "byline"
    if "19" not in compact and "20" not in compact:
        return None  # no date
    behind = _labels().search(compact, 8) if labelled and len(compact) <= 160 and _STAMPED.match(compact) else None
    stamped = behind and behind.start() < 24
    dated = labelled and len(compact) <= 80 and not re.search(r"[。;]", compact) and _DAY.search(compact) and _label().search(compact)
    return "byline" if stamped or dated or _STAMP.match(compact) or _barred(compact) else None


def _barred(compact: str) -> bool:
    """临江日报|2016-02-13|撰文本报记者: a day between bars or points; not: …政府工作报告|2016-02-13."""
    return len(compact) <= 60 and ("|" in compact or "·" in compact) and bool(_BARRED.search(compact)) and "报告" not in compact


_BARRED = rare(rf"(?:[|·]{_DATE}(?:{_TIME})?(?:[|·]|\Z)|^{_DATE}(?:{_TIME})?[|·])")


def toolbars(compact: str) -> str | None:
    """下载 打印 【字号: 大 中 小】: nothing but words of reading tools."""
    return "toolbar" if _made_of("toolbar", compact) else None


def shares(compact: str) -> str | None:
    """分享到 微信 微博."""
    return "share" if _made_of("share", compact) else None


def logins(compact: str) -> str | None:
    """会员登录 新用户注册 退出."""
    return "login" if _made_of("login", compact) else None


def walls(compact: str) -> str | None:
    """手机扫码看全文: several words of links and walls, and no others."""
    if not _LEAST <= len(compact) <= _WALL or compact.endswith(("。", ";", ",")) or compact in load("boilerplate")["wall"]:
        return None
    return "related_links" if _made_of("wall", compact) else None


_LEAST, _WALL = 4, 30  # characters of such a line


def beginnings(compact: str) -> str | None:
    """Lines whose beginning gives them away: 当前位置:, 上一篇:, 责任编辑:, 版权所有 …"""
    starts = _starts()
    for number in starts.near(compact):
        kind, source = starts.rows[number]
        if _compiled(source).match(compact):
            return kind
    return None


RULES: tuple[Rule, ...] = (captions, separators, bylines, toolbars, shares, logins, beginnings, walls, site_talk)
_MARKED, _WORDED = (captions, separators), (toolbars, shares, logins, walls)  # rules that need a mark in front, or one of the sure words
# whether a line opens with a mark, whether it has a sure word → the rules to ask
_ASKED = {
    (marked, worded): tuple(r for r in RULES if (marked or r not in _MARKED) and (worded or r not in _WORDED))
    for marked in (False, True)
    for worded in (False, True)
}


def chrome(compact: str) -> tuple[str, str] | None:
    """(kind, rule) of a line that is chrome by its own words, else None."""
    return _known(compact) if len(compact) <= LONGEST else None


@table
def _known(compact: str) -> tuple[str, str] | None:
    """Remembered: what stands around a text is asked about by several rules."""
    worded = len(compact) <= 120 and _any_sure().search(compact) is not None
    for rule in _ASKED[not compact[:1].isalnum(), worded]:
        kind = rule(compact)
        if kind:
            return kind, rule.__name__
    return None
