"""Looks ahead in a clause: does it hold a figure, is it a mere remark, does its figure describe a noun?"""

from __future__ import annotations

import re

from converter.expressions import rare
from converter.extracting.indicators.facts import Said
from converter.extracting.indicators.resuming import STOPS, resumed
from converter.extracting.indicators.scope import PART
from converter.extracting.indicators.token import Token
from converter.lexicons.openings import openings

_FAR = 12  # tokens between 预计 and what it governs


def aside(tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens a clause takes that only remarks: 居全省第2位, 创历史新高. It has other words, no name and no figure.

    Behind 、 it must say that it remarks (达到5.53万亿元、稳居前十、增长4.8%), since 、 joins subjects too; a share does (、占GDP的55%).
    """
    inner = at > 0 and tokens[at - 1].text == "、"
    stop, strange, part = at, False, tokens[at].text == "占" and not of_year(tokens, at)  # 占年初预算的103.2%,同比增长21.4%
    for stop in range(at, len(tokens)):
        kind = tokens[stop].kind
        if kind == "comma" or (inner and tokens[stop].text == "、"):
            break
        told = kind in _COUNTING and not _doubles(tokens[stop]) and _said(tokens[at : at + 3]).startswith(_BECOMES)
        if told or (part and _shares(tokens[stop])):
            strange = True
        elif kind in _SAYING or kind in _COUNTING:
            return 0
        strange = strange or kind == "other"
    else:
        stop = len(tokens)
    if inner and not part and not _RANKS.match(_said(tokens[at:stop])):
        return 0
    return stop - at if strange and stop > at else 0


def _shares(token: Token) -> bool:
    """What 占 may have behind it: 占全县生产总值的42%."""
    return token.kind == "name" or (token.kind == "figure" and token.text.endswith("%"))


def of_year(tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens say that a share is of the year's days: 占全年总天数的92.6%; 0 where it is of something else."""
    stop = next((n for n in range(at, min(at + _FAR, len(tokens))) if tokens[n].kind == "figure"), at)
    return stop - at if _YEAR.fullmatch(_said(tokens[at:stop])) else 0


_YEAR = rare("占到?(?:全年|年度|有效|监测|总)(?:有效|监测|总)*(?:天数)?的?(?:比例|比重|比率)?(?:达到?|为|的)?")


def _doubles(token: Token) -> bool:
    """超额完成翻两番的任务 tells what came about."""
    return token.quantity is not None and token.quantity.kind == "fold"


def _said(tokens: tuple[Token, ...]) -> str:
    return "".join([t.text for t in tokens])


def ranked(tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens tell a rank up to the comma, before any figure: A、B增速均居全市前三,分别增长8%、9%.

    Likewise how things stand, where the subject goes on behind the comma: 固定资产投资扭转下滑态势,增长5%.
    """
    for stop in range(at, len(tokens)):
        kind = tokens[stop].kind
        if kind == "comma":
            told = _said(tokens[at:stop]) if tokens[stop].text == "," else ""
            stands = _STANDS.search(told) and resumed(tokens[stop + 1 : stop + _FAR])
            return stop - at if _RANKS.match(told) or stands else 0
        if kind in _SAYING or kind in _COUNTING:
            return 0
        if kind == "join" and _RANKS.match(_said(tokens[at:stop])) and resumed(tokens[stop + 1 : stop + _FAR]):
            return stop - at  # 增速位居全省第一、达5.6%
    return 0


_STANDS = rare(
    "态势|势头|走势|增势|局面|恢复|回[升暖稳]|反弹|向好|平稳|稳步|稳中|[较加]快|快速|提速|水平|区间|预算|任务|计划|新[高低]|佳绩|跨越|好转|改善|下滑|影响|冲击|压力"
)
_SAYING, _COUNTING = frozenset(("name", "forecast", "flat", "among")), frozenset(("figure", "number"))
_BECOMES = (
    "超额完成", "超预算", "超年初预算", "超年度",
    "成为", "跻身", "成功跻身", "晋升", "荣获", "获评", "入选",  # 成为全国第十个总量超万亿元城市
)  # fmt: skip
_RANKS = re.compile(
    "(?:总量|总额|规模|增速|增幅|排名|均|分别|继续|持续)*(?:稳?居|位[居列次]|列|排|创|再创|刷新|稳坐|保持全|跻身|进入全|跃居|领跑|领先|首次|连续)"
    "|(?:奋力|努力|力争|争取|尽力)[^,。;、\\d]{0,8}更[好高快]"
)


def said_after(said: Said, tokens: tuple[Token, ...], at: int) -> Said:
    """8%的增长: the noun behind the figure makes it a change."""
    if said.sign or at + 1 == len(tokens) or tokens[at + 1].text[0] not in _GROWING:
        return said
    text = _said(tokens[at + 1 : at + 5])
    bare = _ALONE.match(text)  # 保持10%以上增长
    return said._replace(sign=1) if _GROWTH.match(text) and (text[0] == "的" or (bare and said.reach)) else said


# 8%的增长, 保持了8%的较快增长
_GROWTH = rare("的?(?:速度|较快|中高速|高速|快速|稳定|平稳|稳健|持续|强劲|逆势|较高|正|年均)*(?:增长|增速|增幅|递增)")
_GROWING = frozenset("的速增年")
_ALONE = rare("增[长速幅](?:[,。;]|$)")


def attributive(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the figure only describes the noun behind it: 财政收入2000万元以上乡镇."""
    if at + 1 == len(tokens) or tokens[at + 1].text[0] not in _NOUNS:
        return False
    return _NOUN.match(_said(tokens[at + 1 : at + 5])) is not None


_NOUN = rare(
    "的(?!历史性|跨越|增长|增速|增幅|目标|速度|水平|预期|任务|台阶|规模|中高速|较快|高位|两位数|年均|高速|稳定增|平稳|稳健增|正增|逆势|强劲|快速增|持续增|(?:较|相对|历史)?(?:低|高|好|优|合理)(?:位|水平|区间|目标))"
    "|(?:发展规划|规划[目任]|项目|企业|乡|镇|村|县|市|区(?!间)|户|家|工业|规模|大|重点|产业|园|人口|商|品|单位|农户|家庭|城|基地|集群|俱乐部|级(?!(?:大|新)?(?:台阶|关口|大关)))"
)
_NOUNS = openings(_NOUN.pattern, 1)


_ENDING = frozenset(("comma", "name"))


def task_of(tokens: tuple[Token, ...], at: int) -> tuple[Token, int] | None:
    """The name behind a figure that was the task, and where it stands: 完成1400万吨粮食产量任务, 确保160亿斤以上的粮食总产量."""
    place = at + 2 if at + 2 < len(tokens) and tokens[at + 1].text == "的" else at + 1
    name, figure = tokens[place].mention if place < len(tokens) else None, tokens[at].quantity
    if not (name and figure) or name.whose == PART or len(name.ids) > 1 or figure.kind != "level":
        return None
    behind = tokens[place + 1].text if place + 1 < len(tokens) else ","
    alone = name.ids[0] in _SET and behind[0] in STOPS and _led(tokens, at)
    return (tokens[place], place - at + 1) if alone or behind.startswith(("任务", "目标")) else None


_SET = ("grain_output", "new_urban_jobs")  # what no project or park can bring


def _led(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether only a verb stands before the figure in its clause."""
    return at > 0 and tokens[at - 1].kind in ("reach", "aims") and (at < 2 or tokens[at - 2].kind == "comma")


def has_figure(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a figure stands between here and the end of the clause."""
    for here in range(at, len(tokens)):
        kind = tokens[here].kind
        if kind in _ENDING:
            return False
        if kind in _COUNTING:
            return True
    return False


_PREFIX = rare("(?:全社会|地方|全部|全口径|本地|城镇|城乡|本级|财政|货物|实际|全[市省县区州])+")


def prefixes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the words between 、 and a name of the whole place belong to it: 生产总值、全社会固定资产投资分别增长8%、9%."""
    name = next((t for t in tokens[at + 1 : at + 3] if t.kind != "glue"), None)
    if name is None or name.mention is None:
        return False
    if not name.mention.whole:
        return True  # 规上工业增加值、限上零售额分别增长9.3%、8.4%: one of the row, though a stranger
    start = at
    while start and tokens[start - 1].kind not in ("join", "comma", "name", "figure"):
        start -= 1
    return _PREFIX.fullmatch(_said(tokens[start : at + 1])) is not None


def heads_list(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether 预计 stands before a name, but for 全年 or a year, at the head of a list."""
    for token in tokens[at + 1 : at + _FAR]:
        if token.kind in ("name", "other", "comma", "figure"):
            return token.kind == "name"
    return False


def continues(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the clause after 预计 goes on about the subject before it: 预计增长8%."""
    for token in tokens[at + 1 : at + _FAR]:
        if token.kind in ("name", "other", "comma"):
            return False
        if token.kind == "figure":
            return True
    return False


def goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a change stands behind the time at `at`, with no subject of its own: 其中2002年比上年分别增长12.3%."""
    for token in tokens[at + 1 : at + _FAR]:
        if token.kind in ("up", "down"):
            return True
        if token.kind not in ("base", "respectively", "average", "each", "skip") and not token.text.startswith(("同比", "比")):
            return False
    return False
