"""Whose figure it is: the report's own place as a whole, or a part of it, or the place above."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from converter.expressions import HAN, rare
from converter.extracting.context import PlaceWords
from converter.extracting.indicators.calling import BETWEEN, PLACES, WHOLES, zones_of
from converter.extracting.indicators.leading import WHOLE_WORDS
from converter.extracting.indicators.zones import of_zone
from converter.lexicons import either, load
from converter.numbering import BULLETS

_WINDOW = 40  # characters before a name that may say whose it is
_OTHER_PLACE = re.compile(rf"{HAN}(?:区|县|市|镇|乡|旗|州|盟)$")
_DRESS = f"{BULLETS}①②③④⑤⑥⑦⑧⑨⑩"  # what an entry of a list may begin with
_BREAK = re.compile(
    rf"(?=[0-9,、;。:!?\n%《》()和与及{_DRESS}])(?:\d{{1,2}}[.](?={HAN}|$)|[,、;。:!?\n%《》{_DRESS}]|\((?![市县区]\))|(?<!\([市县区])\)|\d+(?:\.\d+)?(?!年|月|日|[\d.])|和(?!地区)|与|及)"
)


# 2020年末, "十三五"期间: a time before the name
_DATED = (
    r"[六七八九]十年代|(?:过去|最近|近|这|前|今后|未来)(?:的)?[两二三四五六七八九十\d]{1,3}年(?:来|间)?"
    r"|\d{1,4}(?:年[末底初]?|月|日)|[一二][九〇零○][一二三四五六七八九〇零○]{2}年[末底初]?|[\"][^\"]{1,4}五[\"](?:期间|时期|末|期末|规划|以来|收官)?"
)


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = load("scope")
    parts = re.compile(f"(?:{'|'.join(table['parts'])})")
    return (
        re.compile(either(table["modifiers"]) + rf'$|(?:{_DATED})$|(?:"[^"]{{1,10}}")?,?即$|^把$'),
        re.compile(either(table["verbs"]) + "$"),
        re.compile(either(table["shares"]) + "$"),
        parts,
    )


# whose a figure is: the whole place's; a part's or another place's; or of another kind (限上, 工业固定资产投资)
WHOLE, PART, KIND = "whole", "part", "kind"


def scope_of(text: str, start: int, place: PlaceWords, left_not: tuple[str, ...] = (), zoned: bool = False, urban: bool = False) -> str:
    """Whose the name at `start` of the shadow is, by what its clause says before it; zoned: parks print it of themselves too.

    urban: it is measured in the town for the whole (城区空气质量优良率).
    """
    left = _TOWN.sub("", _clause(text, start, place)) if urban else _clause(text, start, place)
    if not left:
        return PART if zoned and of_zone(text, start, place) else WHOLE
    if left.endswith(left_not) and not (place.level == "county" and left.endswith("级") and _own(place).search(left)):
        return KIND
    rest, verb, whole = _stripped(left, place)
    _, _, shares, parts = _words()
    if whole and not shares.search(rest):
        return WHOLE
    if _ITS.search(left) and _of_another(text, start):
        return PART
    if not rest:
        return PART if zoned and not _own(place).search(left) and of_zone(text, start, place) else WHOLE
    if _OTHER_PLACE.search(rest) or _foreign(rest, place) or parts.search(rest):
        return PART
    if shares.search(rest) or rest.endswith(left_not):
        return KIND
    return WHOLE if verb and len(rest) <= _WINDOW else KIND


_TOWN = re.compile("(?:(?:市州?)?(?:中心|主)?城区|中心城市|州府(?:所在地)?|市区|县城区?|(?:城市)?建成区)的?(?:全年)?$")
_ITS = re.compile("(?<![尤及])其$")


def _of_another(text: str, start: int) -> bool:
    """Whether the clauses before 其 are about a part: 北三市开发取得新成果,…,其固定资产投资增长49.7%."""
    low = max(0, start - 120)
    before = text[max(low, text.rfind("。", low, start) + 1, text.rfind(";", low, start) + 1) : start]
    found = list(_words()[3].finditer(before))
    return bool(found) and not WHOLE_WORDS.search(before, found[-1].end())


def tells_of_part(text: str, begin: int, end: int) -> bool:
    """Whether the stretch names a part and does not come back to the whole: 库区发展提速,一批项目投产,经济年均增长16%."""
    found = list(_words()[3].finditer(text, begin, end))
    return bool(found) and not WHOLE_WORDS.search(text, found[-1].end(), end)


_CORPS = rare("[ —-]*(?:[一二三四五六七八九十]是)?(?:新疆生产建设)?兵团")


def of_corps(text: str, place: PlaceWords) -> bool:
    """Whether a province's paragraph is about the 兵团 in it, which counts for itself."""
    return place.level == "province" and _CORPS.match(text) is not None


_DIVISIONS = rare("\\((?:[市县区州旗盟][、和]?){1,3}\\)$")


def _clause(text: str, start: int, place: PlaceWords) -> str:
    """What stands before the name since the last punctuation, figure or 和."""
    if text[start - 1 : start] == ")" and (bracket := _DIVISIONS.search(text, max(0, start - 8), start)):
        start = bracket.start()  # 6个县(市、区)地区生产总值
    low = max(0, start - _WINDOW)
    low = max(low, text.rfind(",", low, start) + 1, text.rfind("、", low, start) + 1, text.rfind("。", low, start) + 1)  # breaks all
    if low == start:
        return ""
    left, named = text[low:start], _joined(place)
    end = 0
    for found in _BREAK.finditer(left):
        if not (named and _within(left, found.start(), named)):
            end = found.end()
    return left[end:]


@lru_cache(PLACES)
def _joined(place: PlaceWords) -> tuple[tuple[str, int], ...]:
    """The place's names that hold a word which joins others, and where: 和平区, 呼和浩特市."""
    return tuple((name, at) for name in place.own for at, mark in enumerate(name) if mark in "和与及")


def _within(left: str, at: int, named: tuple[tuple[str, int], ...]) -> bool:
    return any(at >= offset and left.startswith(name, at - offset) for name, offset in named)


def _stripped(left: str, place: PlaceWords) -> tuple[str, bool, bool]:
    """The clause before the name without its own place, time words and verbs; whether a verb and the place's own name were among them."""
    modifiers, verbs, _, _ = _words()
    own = _own(place)
    verb = False
    while left:
        found = verbs.search(left)
        mine = own.search(left)
        if mine:
            return left[: mine.start()].strip(' "'), verb, True
        if found:
            verb = True
        else:
            found = modifiers.search(left)
        if not found or found.start() == found.end():
            break
        left = left[: found.start()]
    return left.strip(' "'), verb, False


@lru_cache(PLACES)
def _own(place: PlaceWords) -> re.Pattern[str]:
    """What the place is called: its names, what its level says (全市), and the other wholes that are not another's."""
    words = (place.own | set(load("scope")["own"].get(place.level or "", [])) | {"全市", "全省", "全县", "全区"}) - _others(place)
    zones = zones_of(place)  # 新区固定资产投资, in the report of a 新区
    alone = f"|(?<![\u4e00-\u9fff]){either(list(zones))}" if zones else ""
    return re.compile(f"(?:{either(sorted(words))}{alone})$")


def _others(place: PlaceWords) -> set[str]:
    others = set(load("scope")["others"].get(place.level or "", []))
    known = place.level in BETWEEN and not place.own.isdisjoint(WHOLES)
    return others | (WHOLES - place.own) if known else others  # 全市 in a county is the city above, 全区 in a city the region


def _foreign(rest: str, place: PlaceWords) -> bool:
    return rest.endswith(tuple(_others(place))) or rest in ("其他", "各")
