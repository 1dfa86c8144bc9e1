"""The names of indicators as one search over a shadow: every row of the lexicon, tried only where it can begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from converter.lexicons import load, patterns, table
from converter.lexicons.openings import openings

_PEOPLE = r"(?:全体|城镇|城市|农村牧区|农村|农牧区|农牧民|农民|牧区|牧民|城乡|(?:团场)?连队)(?:常住)?(?:居民)?"
_JOIN = "(?:、|和|与|及|以及)"
_PM25, _PM10 = r"(?:细颗粒物)?\(?PM(?:2|₂)[.](?:5|₅)\)?(?:浓度)?", r"(?:可吸入颗粒物)?\(?PM(?:10|₁₀)\)?(?:浓度)?"
_GASES = r"(?:PM(?:10|₁₀)|SO(?:2|₂)|NO(?:2|₂)|O(?:3|₃)|CO|二氧化硫|二氧化氮|臭氧)"
_MEAN = "(?:年)?(?:平均|均值)?(?:质量)?(?:浓度)?(?:年)?(?:均值|平均值)?"
# names of several indicators at once
COMPOSITES = {
    "both_incomes": rf"(?:{_PEOPLE}{_JOIN}){{1,2}}{_PEOPLE}(?:家庭)?(?:年)?(?:人均)?(?:年)?(?:可支配|纯)?收入",
    "city_country": r"(?:全市|全省|全区|全县|全州)?城、?乡(?:常住)?居民(?:家庭)?(?:年)?(?:人均)?(?:年)?(?:可支配|纯)?收入(?:水平)?",
    "industries": r"(?:第?[一二三](?:产业?)?(?:、|和|与)?){1,2}(?:第?[二三])(?:次)?产(?:业)?(?:增加值)?(?!结构)|三次产业增加值"
    "|三次产业(?=(?:完成|实现|的)?(?:增加值)?分别(?:实现|完成|同比)*增长)",
    # 实际利用内外资分别增长12%和10%; undivided it is neither's
    "capitals": r"(?:实际)?(?:利用|引进|到位|使用|吸引){1,2}内、?外资(?:金)?(?=[^,。;]{0,12}分别)",
    # 实际利用外资和省外资金分别增长46%和77%
    "abroad_and_outside": rf"(?:实际)?(?:利用|引进|到位|使用|吸引){{1,2}}外资{_JOIN}(?:省外|市外|区外|州外|县外|国内)(?:到位)?资金"
    "(?=[^,。;]{0,12}分别)",
    # 一般公共预算收支分别增长5%、7%
    "budget": r"一般公共预算收支(?=[^,。;]{0,10}分别)",
    # 常住人口和户籍人口城镇化率分别达到62%和47%
    "both_rates": rf"常住人口{_JOIN}户籍人口城镇化率|户籍人口(?:城镇化率)?{_JOIN}常住人口城镇化率",
    # 协议和实际利用外资金额分别增长31.6%和12%
    "agreed_and_used": r"外商(?:直接)?投资(?:合同|协议)(?:金额|额)(?:、|和|与)实际(?:利用|使用|到位)?(?:金额|额)"
    r"|(?:合同|协议)(?:利用)?(?:外资)?(?:额|金额)?(?:、|和|与|及)实际(?:利用|到位|使用)(?:的)?外资"
    "(?:金额|额)?(?=[^,。;]{0,10}分别)",
    # PM2.5、PM10分别下降46.9%、49.7%
    "particles": (rf"{_PM25}(?:、|和|与){_PM10}(?:(?:、|和|与){_GASES}){{0,4}}{_MEAN}|{_PM10}(?:、|和|与){_PM25}{_MEAN}"),
    # 粮食播种面积和产量保持在1000万亩、400万吨以上
    "area_and_output": rf"粮食(?:播种|种植)?面积{_JOIN}(?:粮食)?(?:总)?产量?(?=[^,。;产]{{0,14}}\d)",
}


class _Grammar(NamedTuple):
    """Where a name can begin, and what may begin so; compiled when the first text has it: a report has few of all openings."""

    openings: AhoCorasick
    sources: dict[str, str]
    compiled: dict[str, re.Pattern[str]]

    def names(self, opening: str) -> re.Pattern[str]:
        """The names with an opening, from now on in `compiled`."""
        found = self.compiled[opening] = re.compile(self.sources.get(opening) or self.sources[opening[0]])
        return found


_KEY = 2  # characters that names are kept under


@table
def _grammar() -> _Grammar:
    """What names can begin with, three characters of each, and for each two of them the names that open with these.

    To try all names at every character takes six times as long; names are tried in the order of the lexicon.
    """
    mine = load("indicators")["indicators"]
    rows = [f"(?P<{name}>{expression})" for name, expression in COMPOSITES.items()]
    rows += [f"(?P<{row['id']}>(?>{patterns(row['names'])}){_unless(row)})" for row in mine]
    starts = [openings(expression) for expression in (*COMPOSITES.values(), *(patterns(row["names"]) for row in mine))]
    begun: dict[str, list[str]] = {key: [] for key in sorted({one[:_KEY] for own in starts for one in own})}
    for row, own in zip(rows, starts, strict=True):
        for key in _share(begun, own):
            begun[key].append(row)
    every = sorted(frozenset().union(*starts))
    return _Grammar(AhoCorasick(every, implementation=Implementation.DFA), {key: "|".join(some) for key, some in begun.items()}, {})


def _share(keys: Iterable[str], own: frozenset[str]) -> set[str]:
    """The keys that names with these openings can begin with: 三 is an opening of 三产, and of whatever begins with 三."""
    short = tuple(one for one in own if len(one) < _KEY)
    longer = {key for key in keys if key.startswith(short)}
    return longer | {one[:size] for one in own for size in range(1, _KEY + 1)}.intersection(keys)


def named(text: str) -> Iterator[re.Match[str]]:
    """Every name in a shadow, from left to right; its group says whose."""
    grammar, at = _grammar(), 0
    compiled = grammar.compiled
    begun = [start for _, start, _ in grammar.openings.find_matches_as_indexes(text, overlapping=True)]
    begun.sort()  # they come as they end
    for start in begun:
        if start < at:
            continue  # within the last name, or the same beginning once more
        at = start + 1
        opening = text[start : start + _KEY]
        found = (compiled.get(opening) or grammar.names(opening)).match(text, start)
        if found:
            at = found.end()
            yield found


def _unless(row: dict[str, list[str]]) -> str:
    """What must not follow the name; the name before it is atomic, so that it cannot be cut short to fit."""
    return f"(?!{patterns(row['not'])})" if row.get("not") else ""
