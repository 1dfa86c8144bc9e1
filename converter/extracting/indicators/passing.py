"""What stands between a name and its figure and is passed over: brackets, ordinals, ranks, steps, comparisons."""

from __future__ import annotations

import re
from collections.abc import Callable

from converter.expressions import rare
from converter.extracting.indicators.restating import exchanged, that_is
from converter.extracting.indicators.token import Token

_PAREN = rare(r"\([^()\n]{0,60}\)|\[\d{1,3}\]|【[^】]{0,20}】")
# 地区生产总值820亿元(同比增长6%)
_CHANGE = rare(
    r"\((?:按[^(),\d]{2,10},?)?(?:同比|比上年|较上年|比去年|可比|实际|名义){0,2}(?:增长|上升|提高|下降|降低|[+\-—−])了?\d[\d.]*(?:%|个?百分点)(?:左右|以上)?\)"
)
_ORDINAL = re.compile(
    r"(?:第|前|倒数第)[一二三四五六七八九十百\d]+(?:(?:[、和][一二三四五六七八九十\d]+)+(?=[位名]))?"
    "(?:位|名|个|次|届|大)?"
)
_BARE = rare(r"第[一二三四五六七八九十\d]{1,3}(?=[跃升前提晋上进,、。;至到])")  # 由全市第五跃升至第三,达到412亿元
_RANKED = ("从", "由", "到", "至", "省", "国", "市")  # 生产总值从全省第11位跃升到第9位,年均增长6.1%
# a comparison: from the word on, the clause is about the difference to another
_COMPARED = re.compile(
    "(?:高于|快于|好于|优于|低于|高出|领先于?|大于|多于|超过|跑赢|慢于|强于|不低于)(?=[^\\d一二三四五六七八九百X$每]{2})"
)
# 跨过两个万亿元大关: steps counted, no amount
_MARKS = rare(
    "\\d字头|[一每]年(?:[跨上登跃迈]{0,2}一个|[跨上登跃迈]{1,2})(?:[万千百十]?亿)?元?(?:级|大|新)?台阶|连续(?:\\d{1,2}|[一二三四五六七八九十]{1,3})个(?:季度|月)|(?:[一两二三四五六七八九\\d]|连续)个(?:[万千百十]?亿|万)元?(?:级|大)?(?:大关|台阶|关口|门槛)|[两二三四五六七八九]个(?=翻番)|(?<=[跨上越登跃迈])[一两二三四五六七八九\\d]个(?:大|新)?台阶"
)
# 增长-3.5%: a minus sign; one before the figure a change began at says nothing
_MINUS = rare(r"(?:(?<=[(长速幅为达到至比])[-—−负]|(?<=[资值额入、和])-)(?=\d[\d.]*%)")
_PLUS = rare(r"\+(?=\d[\d.]*%)")
_PACE = rare(r"以(?=(?:年均|年平均|平均每年|每年)?(?:近|超过|约)?\d[\d.]*%)")
# not over a time: 比上年高0.6个百分点 is a rise
_AHEAD = rare(r"[比较](?!上|去|前|同期|年初|计划|预期|目标|\d{4}|\")[^,。;、\d]{1,16}(?:高|快|低|慢|多)(?:出|了|于)?\d[\d.]*个?百分点")
_HIGHER = rare(r"[比较](?:上年|去年|上年同期|去年同期|上一年)(?P<way>高|低|多|少)(?:出|了)?(?=\d[\d.]*个?百分点)")
_MINUS_BEFORE = rare(r"(?<=[由从的])[-—−](?=\d[\d.]*%)")
# 人均GDP在内地大城市中率先突破1万美元
# … or 在减税降费的情况下增长5%
_AMONG = re.compile(
    r"在[^,。;、\d]{1,14}(?:中(?=率先|首[次个家]|最[先早]|第一|位[居列]|排|名列|继续|保持|稳居)|(?:情况|背景|形势|条件|压力|局面|影响|基数)下|基础上)"
)
_VAGUE = re.compile("两位数(?:以上)?的?(?:高?增长|增速|增幅)?")  # 实现两位数增长,达12.6亿元
_PRICES = re.compile(r"按(?:照)?(?:\d{4}年(?:的)?(?:可比|不变)?价(?:格)?|[^,。;、\d]{1,6}(?:口径|统计|计价))(?:计算|口径|统计)?")
_SO_MANY = rare("[两二三四五六七八九](?:项|大|个)(?:主要|核心|重要)?(?:经济)?指标")  # 三项指标增速分别达到
COUNTED = frozenset("个续位项大字年")  # what comes second in these three
# 生产总值、固定资产投资等主要指标分别增长8%、9%
_SUCH = re.compile("等(?:[两二三四五六七八九十\\d]{1,2}(?:项|大|个))?(?:主要|核心|重要|关键)?(?:经济)?指标")
_BEFORE = re.compile("(?:[比较]前五年|[比较]?上一?个五年|[比较]上一?届)(?:计划|政府)?(?:期末|期间|时期|末)?的?")  # 是上个五年的1.5倍
_LESS = re.compile(
    r"(?:扣除|剔除|还原|考虑|调整)[^,。;、\d]{2,14}?(?:因素|影响)(?:影响)?(?:后)?|(?:扣除|剔除|不含)[^,。;、\d]{2,10}(?=(?:同比)?(?:增长|下降))"
)
# 与上年持平 is no growth; 与全省持平 compares with another (references.py)
_FLAT = rare("(?:[与同和](?!全国|全省|全市|全区|省|国家|周边|经济)[^,。;、]{0,14})?(?:基本|大体|总体)?持平(?!略|有[升增])")
_FLAT_WITH = rare("[与同和](?:全国|全省|全市|全区|省|国家|周边)[^,。;]{0,12}$")  # 与全国、全省基本持平


def brackets(text: str, at: int) -> Token | None:
    """Brackets and note anchors; those around a change are passed over by themselves."""
    if text[at] == ")" or _CHANGE.match(text, at):
        return Token("skip", at, at + 1, text[at])
    found = _PAREN.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


def ordinals(text: str, at: int) -> Token | None:
    """第3, 前十 count nothing; 从第11位 … is no figure of the subject."""
    found = _ORDINAL.match(text, at)
    ranked = found and (found.group().endswith(("位", "名")) or _BARE.match(text, at))
    if found and text.startswith("五年", found.end()):
        return None  # 第七个五年计划期间 is a time
    if found and ranked and text[at - 1 : at] in _RANKED:
        return Token("skip", at, found.end(), found.group())
    if found and not (text[at] == "前" and text.startswith(("季度", "个月", "月"), found.end())):
        return Token("other", at, found.end(), found.group())
    return None


def among(text: str, at: int) -> Token | None:
    """其中 opens another subject."""
    return Token("among", at, at + 2, "其中") if text.startswith("其中", at) else None


def steps(text: str, at: int) -> Token | None:
    """两个万亿元大关: steps counted, no amount; nor is 两位数."""
    if text[at + 1 : at + 2] not in COUNTED:
        return None
    found = _MARKS.match(text, at) or _VAGUE.match(text, at) or _SO_MANY.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


def such(text: str, at: int) -> Token | None:
    """等主要指标 closes a row of names."""
    found = _SUCH.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


# 粮食产量实现“十九连丰”、达180.5万吨
_HARVESTS = re.compile('"[^",。;、番倍\\d]{2,8}"(?=[,、。;])|"?(?:[一二三四五六七八九十]{1,4}|\\d{1,2})连[丰增涨]"?')


def harvests(text: str, at: int) -> Token | None:
    """十九连丰: how often it went well; "开门红": how well, where the clause ends with it."""
    found = _HARVESTS.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


# 朝着5000亿元奋进,达到4800亿元
_TOWARDS = rare(r"[朝向]着?[^,。;、\d]{0,6}\d[\d.]*[万亿元]{1,3}[^,。;、\d]{0,8}(?:奋进|迈进|进军|冲刺|进发|前进)")


def towards(text: str, at: int) -> Token | None:
    """朝着5000亿元奋进: what the subject has not come to yet."""
    found = _TOWARDS.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


def amid(text: str, at: int) -> Token | None:
    """在全省各市中率先…: whom the subject is compared with."""
    found = _AMONG.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


def prices(text: str, at: int) -> Token | None:
    """按1995年价格计算, 按传统口径, 扣除减税降费因素: how it is counted."""
    found = _PRICES.match(text, at) or _LESS.match(text, at) or _BEFORE.match(text, at)
    return Token("skip", at, found.end(), found.group()) if found else None


def level(text: str, at: int) -> Token | None:
    """与上年持平."""
    found = _FLAT.match(text, at)
    return Token("flat", at, found.end(), found.group()) if found and not _FLAT_WITH.search(text, max(0, at - 20), at) else None


def minus(text: str, at: int) -> Token | None:
    """增长-3.5%, 固定资产投资-3.5%: a fall."""
    if _MINUS_BEFORE.match(text, at):
        return Token("skip", at, at + 1, text[at])
    return Token("down", at, at + 1, text[at]) if _MINUS.match(text, at) else None


def per(text: str, at: int) -> Token | None:
    """38652元/人: by the head, as the name says already."""
    return Token("skip", at, at + 2, text[at : at + 2]) if text[at + 1 : at + 2] in _EACH and text[at - 1 : at] == "元" else None


_EACH = frozenset("人年")


def plus(text: str, at: int) -> Token | None:
    """同比+5.6%: a rise, as tables print it."""
    return Token("up", at, at + 1, text[at]) if _PLUS.match(text, at) else None


def pace(text: str, at: int) -> Token | None:
    """以年均9.8%的速度: the figure says the rest."""
    return Token("skip", at, at + 1, "以") if _PACE.match(text, at) else None


def ahead(text: str, at: int) -> Token | None:
    """比GDP增速高0.6个百分点: how far ahead of another; what is named in it is not told of."""
    if found := _AHEAD.match(text, at):
        return Token("skip", at, found.end(), found.group())
    higher = _HIGHER.match(text, at)  # 比上年高0.8个百分点
    return Token("up" if higher["way"] in "高多" else "down", at, higher.end(), higher.group()) if higher else None


def compared(text: str, at: int) -> Token | None:
    """高于全省平均水平."""
    found = _COMPARED.match(text, at)
    return Token("compared", at, found.end(), found.group()) if found else None


# each with the characters it can begin with
RULES: tuple[tuple[Callable[[str, int], Token | None], str], ...] = (
    (brackets, "([【)"),
    (ordinals, "第前倒"),
    (among, "其"),
    (steps, "一每两二三四五六七八九连0123456789"),
    (exchanged, "约合折"),
    (that_is, "即"),
    (harvests, '"一二三四五六七八九十'),
    (such, "等"),
    (amid, "在"),
    (towards, "朝向"),
    (prices, "按扣剔还考调上比较"),
    (level, "与同和基大总持"),
    (minus, "-—−负"),
    (per, "/"),
    (plus, "+"),
    (pace, "以"),
    (ahead, "比较"),
    (compared, "高快好优低领多大超跑慢强不"),
)
SKIPPING = {first: tuple(rule for rule, firsts in RULES if first in firsts) for first in "".join(firsts for _, firsts in RULES)}
