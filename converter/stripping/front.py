"""Rules that know a line of the report's own masthead: title, meeting, speaker, contents."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from converter.expressions import HAN, rare
from converter.lexicons import either, load, table
from converter.stripping.persons import CALLED, not_names, officer, surnamed, transliterated
from converter.stripping.sites import to_reader
from converter.stripping.vocabulary import common, of_sites, speaks

_BOARD = r"(?:(?:街道)?办事处|[管革]委会|管理委员会|革命委员会)"
OFFICE = rf"(?:省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|苏木达|总理|主席|专员|{_BOARD}(?:常务)?副?主任)"
_TITLE = re.compile(r"[^。;!?]{0,60}(?:政府(?:的)?工作的?|工作)报告[^。;!?]{0,60}\Z")
_ON = re.compile(r"(?:.{2,20}政府)?关于[^。;]{4,40}的?(?:报告|说明)(?:\(.{0,20}\))?\Z")
_BOTH = re.compile(r".{0,30}工作(?:总结|情况|回顾)[和及与、暨].{0,12}工作(?:安排|打算|部署|计划|任务|建议|意见|思路)的报告\Z")
_TOLD = re.compile(  # news about the report, not its title
    r"获悉|了解到|作了?(?:政府)?工作?报告|报告工作|听取(?:和|并)?审议|会议(?:听取|审议|认为|同意|批准)|报告.{0,8}(?:规划|预算|公报|统计)|报告.{0,6}(?:解读|热议|决议|诞生记|亮点|关键词|精神|怎么写|怎样写|如何写|写法)"
    r"|报告.{0,30}(?:通知|通报|方案|分工|分解表?|批复|清单|综述|侧记|述评|答卷|情况)\Z"
    r"|(?:解读|热议|学习|讨论|审议|决议|报道|聚焦|关注|一图|图解|划重点|摘登).{0,20}报告"
)


def told(compact: str) -> bool:
    """Whether a line is the headline of news about a report."""
    return "报告" in compact and _TOLD.search(compact) is not None


NUMERALS = "一二三四五六七八九十"
_SESSION = rf"第?[{NUMERALS}百〇○零\d]+[届次](?:人民代表大会|(?:党员|教?职工|会员)?代表大会|人大|会议|全体)"
_MEETING = re.compile(rf"[—]{{0,3}}\(?.{{0,50}}(?:{_SESSION}|人民代表大会(?!常[务委])|会议上|人大(?=.{{0,14}}(?:[次届]|会议))).{{0,60}}\Z")
_BROKEN_MEETING = re.compile(r"(?:人民代表大会)?第.{1,4}次会议(?:上|通过)?\)?\Z")
YEAR = rf"(?:[12]\d{{3}}|[{NUMERALS}〇○零0]{{4}})年"
_DATED = re.compile(rf"[—]{{0,3}}[(\[<]?(?:公元)?{YEAR}(?:[\d{NUMERALS}]{{1,3}}月)?(?:[\d{NUMERALS}]{{1,3}}日)?[^。:;]{{0,12}}[)\]>]?\Z")
# A meeting line broken where the next goes on: ——2018年1月10日在临江回族自治县 / 第八届人民代 / 表大会第三次会议上.
DAY = rf"{YEAR}[\d{NUMERALS}]{{1,3}}月[\d{NUMERALS}]{{1,3}}日"
_BREAKS = rare(rf"[—]{{0,3}}\(?{DAY}在[^。:;]{{2,40}}\Z|[^。:;]{{2,50}}第[{NUMERALS}\d]{{1,3}}届(?:人(?:民(?:代(?:表大?)?)?)?)?\Z")

_NAMED_DAY = rare(rf"\({HAN}{{2,4}}{DAY}\)\Z")
_DOTTED = rare(r"\((?:19|20)\d\d\.\d{1,2}\.\d{1,2}\)\Z")
_PASSED = re.compile(r"\(.{10,}会议(?:审议)?(?:批准|通过)\)\Z")
_SPEECH = re.compile(r"会议?上的?(?:讲话|发言|致辞|主持词|总结|表态|体会)")  # 在年终总结会议上的讲话: another page
DATED_MEETING = re.compile(r"[—]{0,3}\(?[12]\d{3}年\d{1,2}月\d{1,2}日.{0,50}会议上")
_SPEAKER = re.compile(rf"\(?(?:(?:报告|汇报|主讲|宣读|讲话)人:)?[^。:;!?]{{0,30}}{OFFICE}(?:候选人|(?:提名)?人选)?[:?]?[^。:;!?]{{0,16}}\Z")
_NAME = rare(rf"\(?[?]?{CALLED}\)?\Z")
_REPORTER = rare(rf"\(?(?:报告|汇报|主讲|宣读|讲话)人:{CALLED}\)?\Z")
# 副市长(主持市政府工作) 李明; 副市长 主持市政府工作 李明
_PRESIDES = rare(r"\(主持[^()]{0,16}工作\)|\A主持[^。,()]{0,16}工作的|(?<=副[省市县区州旗镇乡]长)主持[^。,()]{0,16}工作")
OFFICE_ALONE = rare(rf"[^。:;!?]{{0,30}}{OFFICE}(?:候选人|(?:提名)?人选)?:?\Z")
_ADDRESS = rare(r"尊敬|敬爱|谢谢|感谢|同志")
_BRACKET = re.compile(
    r"\((?:摘要|书面|草案|审议稿|讨论稿|征求意见稿|送审稿|(?:根据)?.{0,6}录音.{0,4}整理|节选|摘登|全文|修改稿|报告稿|.{0,6}稿)\)\Z"
)
_PARTY = rare(rf"(?:{HAN}|、){{2,20}}(?:委|党组|党工委)(?:副书记|书记)[、,]?\Z")
_GOVERNMENT = rare(rf"{HAN}{{1,20}}人民政府\Z|{YEAR}度?\Z|{HAN}{{1,14}}(?:[省市县州盟旗镇乡]|自治区|街道)\Z")


@cache
def _news() -> re.Pattern[str]:
    return re.compile(either(load("boilerplate")["not_masthead"]))


# A time or a site behind a label is a byline's; not 第2篇:2016年…. A path, an arrow or two reports on one line are the site's.
_LABELLED = re.compile(
    r":\d\d(?!\d\d年)|:.{0,12}网|[>»›\\|←→]|报告.{0,20}\d{4}.{0,20}报告"
    r"|(?:名称|篇名|标题|题目|提示|提要|概述|简介|阅读|浏览|栏目):|文号|关键词|主题词|索引"
)


def title(compact: str, _below: str | None) -> bool:
    """2014年XX区政府工作报告; not: 市长作政府工作报告 (news), not the 决议 about it."""
    named = "报告" in compact and bool(_TITLE.match(compact)) and not _TOLD.search(compact) and not _LABELLED.search(compact)
    return named or bool(_BRACKET.match(compact) or _ON.match(compact) or _BOTH.match(compact))


def meeting(compact: str, below: str | None) -> bool:
    """——2026年1月28日在云南省第十四届人民代表大会第四次会议上, whole or broken over lines; a date alone."""
    if "。" in compact or len(compact) > 110:
        return False
    if DATED_MEETING.match(compact):
        return True
    dated = below in ("opening", "speaker", "meeting") and _DATED.match(compact)  # farther up a date is the site's
    told = _TOLD.search(compact) or _SPEECH.search(compact) or (_news().search(compact) and "会议上" not in compact)
    told = told and not _PASSED.search(compact)
    return bool(_MEETING.match(compact) or _BROKEN_MEETING.match(compact) or dated) and not told


def broken_meeting(compact: str, below: str | None) -> bool:
    """The first line of a meeting that is printed on two."""
    return below == "meeting" and bool(_BREAKS.match(compact)) and not _TOLD.search(compact) and not _news().search(compact)


def named_day(compact: str, below: str | None) -> bool:
    """(李明2018年1月15日): who, and when."""
    if below not in ("opening", "speaker", "meeting") or not _NAMED_DAY.match(compact):
        return False
    return any(compact.startswith(name, 1) for name in load("masthead")["surnames"]) and not not_names().search(compact)


def dotted_day(compact: str, below: str | None) -> bool:
    """(2018.1.15) in the masthead; a stamp without the bracket is the site's."""
    return below in ("opening", "speaker", "meeting") and bool(_DOTTED.match(compact))


def speaker(compact: str, _below: str | None) -> bool:
    """省长 王予波; 市人民政府市长 虞平."""
    if "人:" in compact and _REPORTER.match(compact):
        return True
    compact = _PRESIDES.sub("", compact) if "主持" in compact else compact
    if not _SPEAKER.match(compact) or _TOLD.search(compact):
        return False
    return not _news().search(compact) or not _news().search(_nameless(compact))


def _nameless(compact: str) -> str:
    """The line without what looks like a name beside an office, since a word that news have may be part of it: 市长 张胜利."""
    parts = _BESIDE.split(compact)
    return "|".join(part for part in parts if not surnamed().match(part.removesuffix("同志").removesuffix("(女)")))


_BESIDE = rare(rf"(?:{OFFICE}(?:候选人|(?:提名)?人选)?|[():、])+")


def name(compact: str, below: str | None) -> bool:
    """A bare name, only where the text or another masthead line follows at once; above a date one that begins with a surname."""
    if below == "meeting":
        return bool(surnamed().match(compact)) and not not_names().search(compact)
    named = below in ("opening", "speaker") and (_NAME.match(compact) or transliterated().match(compact))
    return bool(named) and not _ADDRESS.match(compact) and not not_names().search(compact) and not _said(compact)


def _said(compact: str) -> bool:
    """本章完, 系统繁忙: no surname in front, and words that reports or sites have; 扎西次仁 has none of either."""
    if surnamed().match(compact) or "·" in compact:
        return False
    pairs = [compact[i : i + 2] for i in range(len(compact) - 1)]
    return any(common(pair) or pair in of_sites() for pair in pairs)


def is_name(compact: str) -> bool:
    """Whether a line looks like a name and nothing else."""
    return bool(_NAME.match(compact) or transliterated().match(compact)) and not not_names().search(compact)


def issuer(compact: str, below: str | None) -> bool:
    """沈阳市人民政府 or 2016年 on a line of its own above the title; not 切换城市."""
    return below == "title" and bool(_GOVERNMENT.match(compact)) and not to_reader(compact) and not speaks(compact)


def signed(compact: str, below: str | None) -> bool:
    """临江县人民政府 right above the salutation, the speaker or the day: who reports; 中共临江县委副书记 above the other office."""
    if below not in ("opening", "speaker", "meeting") or len(compact) > 40:
        return False
    if len(compact) <= 24 and compact.endswith("人民政府") and _GOVERNMENT.match(compact):
        return True
    return officer(compact) or (len(compact) <= 24 and below == "speaker" and bool(_PARTY.match(compact)))


RULES: tuple[tuple[str, Callable[[str, str | None], bool]], ...] = (
    ("title", title),
    ("meeting", meeting),
    ("meeting", broken_meeting),
    ("meeting", dotted_day),
    ("meeting", named_day),
    ("speaker", speaker),
    ("speaker", name),
    ("title", issuer),
    ("speaker", signed),
)


def front(compact: str, below: str | None) -> tuple[str, str] | None:
    """(kind, rule) of a masthead line; below: the kind of the front line under it, or "opening"."""
    return _known(compact, below) if len(compact) <= 130 else None


@table
def _known(compact: str, below: str | None) -> tuple[str, str] | None:
    """Remembered: the same lines are asked about by several rules."""
    for kind, rule in RULES:
        if rule(compact, below):
            return kind, rule.__name__
    return None


_WORD = either(load("boilerplate")["title_decoration"])
_DECORATION = re.compile(
    rf"^[【\[(]?(?:第[{NUMERALS}]{{1,3}}篇|篇[{NUMERALS}]{{1,3}})[:、】\])]|^[^|:]{{2,8}}[|丨]|[【\[(](?:{_WORD}[^】\])]{{0,6}}|\d+篇)[】\])]|[-—]?\d+篇.*\Z"
)


def plain_title(compact: str) -> str:
    """A title without site decoration: 【优秀范文】, -10篇, 两会速递丨."""
    return _DECORATION.sub("", compact)
