"""Times a figure may be of: a year, a five-year plan, 五年来, 今年, a part of a year."""

from __future__ import annotations

import re
from dataclasses import field

from converter.extracting.context import Years
from converter.extracting.values.numerals import numeral
from converter.frozen import dataclass

_PLANS = {mark: n for n, mark in enumerate("三四五六七八九十", 3)} | {"十" + mark: 10 + n for n, mark in enumerate("一二三四五六", 1)}
_YEAR = r"(?:19[4-9]\d|20[0-6]\d)"
_FIRST_PLANS = {"一": (1953, 1957), "二": (1958, 1962)}  # before the years that the others are counted from
_CHINESE_YEAR = "[一二][九〇零○][一二三四五六七八九〇零○]{2}"
_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "十": 10, "十五": 15, "二十": 20, "二十五": 25}
_COUNT |= {digits: int(digits) for digits in ("2", "3", "4", "5", "10")}

_PROGRAMME = "[^,。;]{0,8}(?:行动|计划|工程|方案)"  # 三年翻番行动计划: the name of a programme, no time

# 2035年远景目标 names what is aimed at, not when
TIME = re.compile(
    rf"(?P<from>{_YEAR})年? ?(?:—{{1,2}}|-|~|至|到) ?(?P<to>{_YEAR})年"
    rf"|(?P<year>{_YEAR}|{_CHINESE_YEAR})年(?!远景)(?P<end>底|末)?(?P<since>以来)?"
    r'|"(?P<plan>十[一二三四五六]|[一二三四五六七八九十])五"(?P<of>期间|时期|以来|期末|末|前[三四]年|后[两三四]年|这?五年|规划期?|计划)?'
    r"|第(?P<nth>[一二三四五六七八九十]|十[一二三四五])个五年(?:计划|规划)(?P<nth_of>期间|时期|期末|末)"
    r"|(?:在)?(?P<past>过去(?:的)?(?:这)?|这|近|(?<!提)前|最近|刚刚过去的)(?P<n1>[两三四五25]|二?十五?)年(?:来|间|里)?"
    r"|(?:在)?(?P<next>今后|未来|下(?:一)?(?:个)?|接下来)(?P<n2>[三四五35])年"
    rf"|(?<![十\d])(?<!提前)(?P<n3>[三四五5]|(?<![一二三四五六七八九])十(?=年来)|10(?=年来))年(?P<tail>来|间|内|中(?=[,，])|的?努力|的?奋斗|共|累计|平均|年均|实现|完成|新增(?!城镇)|合计|总计|(?=新增城镇|城镇[新净]增|引进|吸引|到位|跨越|连跨|跨上|迈上|突破|提高|增长|增加|再?翻|下降|降低|减少|上升|净增|年均|实际利用|实际到位|利用[外内]资)(?!{_PROGRAMME}))"
    r"|(?P<century>本世纪末)|(?P<decade>[七八九])十年代(?![初中末以后前的])|(?P<two>两年平均)|用(?P<n4>[三四五35])年(?:左右)?的?时间"
    r"|(?P<part>上半年|下半年|(?:[一二三四]|第[一二三四])季度|前[一二]季度|[1-9][-—至到][1-8]月份?|[一二三四][至到][二三四五六七八]月份?|前(?:[2-8]|[二两三四五六七八])个月|1月份|(?<![年至])(?:1[0-2]|[2-9])月(?:份|当月)|年初|本届政府|(?:截[至止]|到|至)(?:今年)?(?:[1-8]|[一二三四五六七八])月(?:末|底))"
    r"|(?P<quarters>前[三3]个?季度|前(?:9|10|11|九|十|十一)个月|1(?:—|-|至)(?:9|10|11)月份?|截[至止](?:9|10|11)月(?:末|底|份)?)"
    r"|(?P<word>今年|去年|上年|明年|本年度?|来年|过去(?:的)?一年|(?<![0-9一二三四五])一年来|前年|大前年)"
    r"(?P<will>(?=[^,。;]{0,16}(?:计划|力争|争取|预期|安排|拟|必须|目标)))?"
)

_DECADES = "〇一二三四五六七八九"
_CENTURY_END = 2000  # 到本世纪末, as the eighties and nineties print it
_BEHIND, _CENTURY = frozenset("年月至到—-"), ("19", "20")  # 5年, 1月份, 1-9月, 2025年


def may_be_time(text: str, at: int) -> bool:
    """Whether a time can begin with the digit at `at`."""
    return (
        text[at + 1 : at + 2] in _BEHIND or text.startswith(_CENTURY, at) or text[at + 2 : at + 3] == "月" or text.startswith("10年来", at)
    )


@dataclass(frozen=True, slots=True)
class Period:
    """First and last year; `part` where only a part of the year is meant; `end` where its last year or end is named (末, 底);
    span where the first and the last year are printed."""

    first: int
    last: int
    part: bool = False
    end: bool = False
    span: bool = field(default=False, compare=False)

    @property
    def several(self) -> bool:
        """Whether it spans more than one year."""
        return self.last > self.first

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.several else str(self.last)


def plan_years(number: int) -> tuple[int, int]:
    """First and last year of a five-year plan: the 14th is 2021 to 2025 (the 3rd began in 1966)."""
    return 1966 + (number - 3) * 5, 1970 + (number - 3) * 5


def _named(number: str) -> tuple[int, int]:
    """First and last year of the plan with a number, as printed."""
    return _FIRST_PLANS.get(number) or plan_years(_PLANS[number])


def period(found: re.Match[str], years: Years, planned: bool) -> Period | None:
    """The period a match of TIME means in this report; `planned`: it stands in the part that announces."""
    if found["from"]:
        return Period(min(int(found["from"]), int(found["to"])), int(found["to"]), span=True)
    if found["year"]:
        return _year(found, years)
    if found["plan"]:
        first, last = _named(found["plan"])
        if (found["of"] or "").startswith("前"):
            return Period(first, first + (3 if "四" in found["of"] else 2))
        if gone := _gone_by(found["of"], first, last, years, planned):
            return gone
        if (found["of"] or "").startswith("后"):
            return Period(last - _COUNT[found["of"][1]] + 1, last)
        return Period(last, last, end=True) if (found["of"] or "").endswith("末") else Period(first, last)
    if found["nth"]:
        first, last = _named(found["nth"])
        return Period(last, last, end=True) if found["nth_of"].endswith("末") else Period(first, last)
    if found["word"]:
        year = _relative(found["word"], years, planned or found["will"] is not None)
        return Period(year, year) if year else None
    if found["part"]:
        return Period(0, 0, part=True) if found["part"] not in ("年初", "本届政府") else None
    return _counted(found, years, planned)


def _gone_by(of: str | None, first: int, last: int, years: Years, planned: bool) -> Period | None:
    """What has gone by since a plan began; of one that still runs, a report of what came has no more to tell."""
    until = (years.plan if planned else years.review) or last
    told = of == "以来" or (not planned and of in (None, "期间", "时期") and until < last)
    return Period(first, until) if told and first <= until else None


def _year(found: re.Match[str], years: Years) -> Period:
    text = found["year"]
    value = int(text) if text.isdigit() and text.isascii() else int(numeral(text.replace("○", "〇")) or 0)
    if found["since"] and years.review and value < years.review:
        return Period(value, years.review)
    return Period(value, value, end=bool(found["end"]))


def _counted(found: re.Match[str], years: Years, planned: bool) -> Period | None:
    """五年来, 近三年, 今后五年, 两年平均: counted from the review year backwards or the plan year forwards."""
    review, plan = years.review or (years.plan or 1) - 1, years.plan or (years.review or -1) + 1
    if review <= 0:
        return None
    if found["quarters"]:
        return Period(review, review)
    if found["decade"]:
        first = 1901 + 10 * _DECADES.index(found["decade"])
        return Period(first, first + 9)  # as plans count: 九十年代 ends with 2000
    if found["century"]:
        return Period(_CENTURY_END, _CENTURY_END, end=True) if plan <= _CENTURY_END else None
    if found["next"]:
        count = _COUNT[found["n2"]]
        return Period(*years.plan_period) if years.plan_period and count == 5 else Period(plan, plan + count - 1)
    count = 2 if found["two"] else _COUNT[found["n1"] or found["n3"] or found["n4"]]
    if planned and (found["n4"] or (found["n3"] and found["tail"] != "来")):  # 三年翻一番, 五年间, announced
        return Period(*years.plan_period) if years.plan_period and count == 5 else Period(plan, plan + count - 1)
    if count == 5 and years.review_period:
        return Period(*years.review_period)
    return Period(review - count + 1, review)


def _relative(word: str, years: Years, planned: bool) -> int | None:
    """今年 is the year of delivery; where that is unknown, the year the part of the report is about."""
    now = years.spoken or (years.plan if planned else years.review)
    if word in ("过去一年", "过去的一年", "一年来"):
        return years.review
    if word in ("明年", "来年"):
        return years.spoken + 1 if years.spoken else years.plan
    if word == "前年":
        return years.review - 1 if years.review else None
    if word in ("去年", "上年"):
        return years.spoken - 1 if years.spoken else (years.review if planned or word == "去年" else (years.review or 1) - 1)
    return now
