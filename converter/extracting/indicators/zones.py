"""What parks and groups of cities print of themselves, which is not the whole place's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from converter.expressions import rare
from converter.extracting.context import PlaceWords
from converter.extracting.indicators.calling import zones_of
from converter.extracting.indicators.leading import WHOLE_WORDS, led_by_part
from converter.lexicons import either, load


@cache
def _zones() -> re.Pattern[str]:
    # 环城公路东南片区段等90个项目: a road's name; 省级开发区(园区)达到36家: they are counted; 园区共建招商: a way to invite
    counted = "(?:\\([^()]{1,8}\\)|\\))?(?:总数|增加|发展|达|到|至|有|共){0,3}等?[\\d一二三四五六七八九十]+[个家]"
    return re.compile(either(load("scope")["zones"]) + f"(?!段|路|道路|大道|工程|共建|{counted})")


_FAR = 200  # characters in which a stretch without a subject has that of the one before
_VERBS = 4  # characters of a verb that may open a stretch without a subject of its own


def of_zone(text: str, start: int, place: PlaceWords) -> bool:
    """Whether what is named at `start` is a park's or a group of cities', by the sentence before or the lead above."""
    county = place.level == "county"
    if (_may_be_zoned(text) and _in_zone(text, start, place)) or (not zones_of(place) and led_by_part(text, start, county)):
        return True
    found = _OF_COUNTIES.match(text, _opens(text, start), start) if not county and _COUNTIES in text else None
    return found is not None and not WHOLE_WORDS.search(text, found.end(), start)


@lru_cache(4)  # the names in a paragraph are asked one after the other
def _may_be_zoned(text: str) -> bool:
    return _zones().search(text) is not None


# 县域经济活力增强,完成生产总值860亿元
_COUNTIES = "县域经济"
_OF_COUNTIES = rare(f"[ —-]*(?:[一二三四五六七八九十]是)?{_COUNTIES}[^,。;\\d]{{1,12}},")


def _in_zone(text: str, start: int, place: PlaceWords) -> bool:
    """Whether the sentence before the name is about a park or a group of cities and does not come back to the whole."""
    far, begin = max(0, start - _FAR), _opens(text, start)
    doing, acted, hops, listed = _DOING.match(text, begin), False, 0, False
    while begin > far and text[begin - 1] == ";":
        bare = start - begin <= _VERBS or (doing and _DOING.match(text, begin))
        if not bare and not (hops and _LISTED.match(text, begin)):
            break
        acted, listed, hops = acted or start - begin > _VERBS, listed or not bare, hops + 1
        start = begin - 1  # 工业区签约项目46个;实际使用外资5.3亿美元
        begin = _opens(text, start)
    before = text[begin:start]
    if (acted and not _ACTS.search(before)) or (listed and begin and text[begin - 1] != "。"):
        return False
    if hops and (amount := _AMOUNT.search(before)):
        before = before[: amount.start()]  # 规上工业增加值增长12%,其中开发区增长15%;固定资产投资增长20%: the whole's
    comma = before.find(",")
    second = before.find(",", comma + 1) if comma >= 0 else -1
    zones = list(_zones().finditer(before, 0, second if second >= 0 else len(before)))  # in its first two clauses
    zones = [zone for zone in zones if not _FOUNDED.search(before, max(0, zone.start() - _FOUNDING), zone.start())]
    zones = [zone for zone in zones if not _itself(before, zone, place)] if zones_of(place) else zones
    return bool(zones) and not WHOLE_WORDS.search(before, zones[-1].end())


# 申建高新区、经开区,获批综合保税区: what the whole gets, no subject
_FOUNDED = rare("(?:申建|申报|申创|申请|争创|创建|创成|设立|筹建|获批|争取)[^,;。]*$")
_FOUNDING = 28  # characters such a verb stands off

# 高新区实现产值500亿元;新引进项目46个;实际使用外资5.3亿美元: what does all of it is named two stretches before
_DOING = re.compile("(?:新|累计|全年|共|已){0,2}(?:引进|开工|签约|入驻|落户|完成|实现|建成|投产|增|竣工|实际|利用|到位)")
_AMOUNT = rare(r"\d[\d.]*(?:%|[亿万千]{0,2}元)")
# 高新区实现总产值186亿元;固定资产投资增长20%;一般公共预算收入增长11%: what a park prints of itself, one behind another
_LISTED = rare("(?:完成|实现)?(?:规上|规模|固定资产|一般公共|公共财政|财政|税收|进出口|外贸|出口|实际|利用|引进|到位|主营|营业|工业)")
_ACTS = rare("(?:区|圈|群|带)[^;,。]{0,12}(?:,[^;。]{0,12})?(?:完成|实现|引进|达到?|新增|签约|增长)[^;。,]{0,12}\\d")


def _itself(before: str, zone: re.Match[str], place: PlaceWords) -> bool:
    """Whether the park named is the report's own place: 新区, 浦东新区; but not 临港新区."""
    alone = zone.start() == 0 or not "\u4e00" <= before[zone.start() - 1] <= "\u9fff"
    return (alone and zone.group() in zones_of(place)) or before.endswith(tuple(place.own), 0, zone.end())


def _opens(text: str, at: int) -> int:
    """Where the stretch before `at` opens."""
    low = max(0, at - _FAR)
    stops = text.rfind("。", low, at), text.rfind("!", low, at), text.rfind("?", low, at), text.rfind(";", low, at)
    return max(low, max(stops) + 1)
