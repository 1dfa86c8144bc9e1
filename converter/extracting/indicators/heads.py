"""Names cut to their head, told by what stands before them: 第三产业发展加快,增加值…; 总数达到…; 生产总值…,人均…."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from converter.expressions import rare


class Head(NamedTuple):
    """A head at `start:end` of the shadow and the id it stands for."""

    start: int
    end: int
    id: str


_TOPIC = rare(
    "(?P<services_value_added>服务业|第三产业|三产)|(?P<industrial_value_added>(?:规模以上|规上|规模)工业(?:企业)?)|(?P<primary_value_added>第一产业)"
    "|(?P<grain_output>粮食|粮播)|(?:^|(?<=[。;])|(?<=一年,)|(?<=年来,))(?:全[市省县区州])?(?P<industry_value_added>工业(?:经济|生产)?)(?!园|区|企业|投资)"
)
_ALSO = ("market_entities", "rd_intensity", "industrial_output", "fdi", "new_urban_jobs", "fixed_asset_investment")
HEADS = frozenset((*_TOPIC.groupindex, *_ALSO))  # what heads can stand for
_FIGURE = "[0-9一二三四五六七八九百X$]"
_HEAD = re.compile(
    "[,、;。和与及](?:(?<=[,、;。])|(?<=亩[和与及]))(?:全年|实现|完成|年度|预计|全市|全省|首次|平均|年均|常年|其|分别|\\d{4}年){0,4}(?P<head>增加值|总产量|产量|总产)"
    f"(?=[^,。;、]{{0,12}}{_FIGURE})"
)
_COORDINATED = rare("(?<=总产值[、和与及])(?P<head>增加值)")  # 规模以上工业总产值和增加值分别增长18%和16%
# 规模以上工业企业达到128家,实现总产值356亿元
_OUTPUT = rare(f"[,、](?:全年|实现|完成|预计|累计|分别){{0,3}}(?P<head>总?产值)(?=[^,。;、]{{0,8}}{_FIGURE})")
_ABOVE_SCALE = rare("(?<![区园镇乡])(?:规模以上|规上|规模)工业(?:企业)?[^,。;、]{0,14}[,、][^。;,、]{0,4}$")
# 全社会研发经费投入增长18.5%,占GDP比重提高到1.85%
_RESEARCH = rare(
    r"(?<!企业)(?:研发|R&D|研究与试验发展)(?:\(R&D\))?(?:经费|资金)?(?:内部)?(?:投入|支出)(?:总量|总额)?(?![强占])[^,。;、]{0,16}(?:、(?:同比)?增长[^,。;、]{1,8})?[,、]"
    r"(?P<head>占(?:全市|全省|全区|全县)?(?:GDP|地区生产总值|生产总值|国内生产总值)(?:(?:的)?(?:比重|比例|比)|(?=\d))|(?:投入)?强度)"
)
_REACH = 60  # characters between 第三产业发展加快 and its 增加值
_PART = rare("(?:现代|生产性|限上|规上|夏|秋|旅游|[,、]其中)$")


def heads(text: str, named: Sequence[tuple[int, int, str]]) -> list[Head]:
    """The heads of a shadow outside the names already found there: start, end, id of each, in the order of the patterns."""
    held = [(pattern, read) for pattern, sign, read in _PATTERNS if sign.search(text)] if may_have(text) else ()
    out = [head for pattern, read in held for found in pattern.finditer(text) if (head := read(text, found))]
    for _, end, id in named:
        if id == "gdp" and (each := _PER_HEAD.match(text, end)):
            out.append(Head(*each.span("head"), "gdp_per_capita"))
        if id.endswith("_income"):
            out += _sides(text, end)
    taken = {at for start, end, _ in named for at in range(start, end)} if out else ()
    return [head for head in out if head.start not in taken]


# 城镇居民人均可支配收入增长8%,农村居民增长9%; 居民人均可支配收入26850元,其中城镇34620元、农村17860元
_SIDE = rare(
    "(?:[^,、;。]{0,24}(?:[,、](?:增长|比|较|同比|年均|实际|净增|增加|达)[^,、;。]{0,18}){0,2}[,、;](?:其中[,:]?)?|[、和与])"
    "(?P<head>(?:城镇|城市|农村)(?:常住)?(?:居民)?|农牧民|农民)"
    "(?=(?:分别|预计|达到?|将?为|增长|年均|人均|实际|力争|突破|同比){0,3}\\d[\\d.]*(?:万?元|%)|[、和与](?:城镇|农村)(?:常住)?居民分别)"
)
_SIDES = 2


def _sides(text: str, end: int) -> list[Head]:
    """The incomes of town and country that an income's name up to `end` is printed for once."""
    out: list[Head] = []
    while len(out) < _SIDES and (found := _SIDE.match(text, end)):
        out.append(Head(*found.span("head"), "urban_income" if found["head"][0] == "城" else "rural_income"))
        end = found.end("head")
    return out


def _of_topic(text: str, found: re.Match[str]) -> Head | None:
    """增加值 or 产量 alone, whose subject stands in a clause before."""
    at = found.start("head")
    low = max(0, at - _REACH)
    # ;增加值240.4亿元 goes on about what the stretch before it is about
    start = max(low, _sentence(text, low, found.start(), at), text.rfind(";", low, found.start()) + 1)
    topics = list(_TOPIC.finditer(text, start, at))
    if not topics:
        return None
    id, grain = str(topics[-1].lastgroup), found["head"] != "增加值"
    left = text[max(start, topics[-1].start() - 6) : topics[-1].start()]
    if grain and _CROP.search(text, topics[-1].end(), at):
        return None
    part = _PART.search(left)
    if grain != (id == "grain_output") or (part and not (id == "industrial_value_added" and part[0].endswith("其中"))):
        return None
    return Head(at, found.end("head"), id)


def _sentence(text: str, low: int, mark: int, at: int) -> int:
    """Where the sentence of a head begins, with the short one before it that leads it: 服务业加快发展。增加值增长7%."""
    if text[mark] != "。":
        return text.rfind("。", low, at) + 1
    before = text.rfind("。", low, mark) + 1
    return before if mark - before <= _LEAD and not _DIGIT.search(text, before, mark) else mark + 1


_LEAD, _DIGIT = 20, re.compile(r"\d")  # characters of a sentence that only leads
_CROP = rare("[,、;](?![粮播种])[^,、;粮]{2,8}?面积")  # 粮食播种面积58万亩,产量24万吨,蔬菜面积12万亩,产量36万吨


# 净增市场主体15万户,总数达到67万户
_ENTITIES = rare(
    r"(?:市场|经营)主体(?:总数)?\d[\d.]*万?[多余]?[户个家](?:以上|左右)?(?:[,、](?:同比|比上年)?增长[\d.]+%)?[,、]"
    r"(?:累计|全市|全省|全县|全区|实有|登记|各类|市场主体){0,2}(?P<head>(?:总数|总量|总户数|总规模)(?=[^,。;、]{0,8}\d)|累计(?=(?:已?达到?|突破|超过?|为)?\d[\d.]*万?[户个家](?!次)))"
)
# 经营主体持续壮大,总量达5.2万户
_GROWN = rare(
    r"(?:市场|经营)主体[^,。;、\d]{2,12}[,。](?:全市|全省|全县|全区|实有|登记|累计){0,2}(?P<head>(?:总数|总量|总户数)(?=[^,。;、占]{0,8}\d[\d.]*万?[多余]?[户个家]))"
)
# 生产总值达到580亿元,人均1365元; 生产总值年均增长14.2%;2012年达到7000亿元,是2007年的2.2倍;人均超过1.55万美元
_PER_HEAD = rare(
    r"[^,。;]{0,24}(?:,(?!.{0,4}收入)[^,。;]{0,14})?(?:[,;](?:到|即:)?(?:\d{4}年|年均|比|较|是|为|达到?|突破|增长)[^,。;人]{0,16}){0,2}"
    r"[,、;](?:按(?:常住|年平均|户籍)人口计算的?,?)?(?P<head>人均|平均每人)(?=(?:将|可|首次|已|预计|达到?|超过?|突破|接近|为|约|要|力争){0,4}"
    rf"[^,。;人]{{0,2}}{_FIGURE}+[^,。;人]{{0,8}}元)"
)


# 合同利用外资1.2亿美元,实际到位5600万美元
_USED = rare(
    "(?:(?:合同|协议)[^,。;、]{0,6}(?:外资|外商(?:直接)?投资)|(?:外资|外商(?:直接)?投资)[^,。;、]{0,4}(?:合同|协议))[^,。;、]{0,16}[,、]"
    "(?P<head>实际(?:到位|利用|使用|到[资账帐]|投入|吸收)(?:资金|金额|额)?)(?=(?:达到?|为|完成|突破|超过|约|累计|同比|增长|比上年|下降|首次|分别){0,3}\\d)"
)
# 利用外资逆势增长,实际到位1.2亿美元
_BROUGHT = rare(
    "利用外资[^,。;、\\d]{2,10}[,。](?:全年)?(?P<head>实际(?:到位|利用|使用|到[资账帐])(?:资金|金额|额)?)(?=(?:达到?|为|完成|突破|超过){0,2}\\d[\\d.]*[万亿]+美?元)"
)
# 新增就业人员61.5万人,其中城镇新增52.3万人
_URBAN = rare(
    r"新增(?:城乡)?(?:就业|从业)(?:人员|人数|岗位)?[^,。;、训]{0,6}\d[^,。;、]{0,8}[,、]其中,?(?P<head>城镇(?:新增|就业)?)(?=(?:达到?|为)?\d[\d.]*万?[人个])"
)
# 固定资产投资由80亿元增加到158亿元,五年累计完成投资522亿元: no project's, where none is named in between
_INVESTED = rare(
    "固定资产投资[^,。;项工建路房交水电产农业]{1,40}[,。;](?:(?:年均|增|比|较)[^,。;项]{1,20}[,。;])?(?:过去)?(?:[两三四五]年)?来?累计(?:完成|实现)?(?P<head>投资)(?:总额|总量|额)?(?=[^,。;、]{0,6}\\d)"
)


def _called(id: str) -> Callable[[str, re.Match[str]], Head | None]:
    return lambda _, found: Head(*found.span("head"), id)


def _of_industry(text: str, found: re.Match[str]) -> Head | None:
    """总产值, whose subject stands in a clause before."""
    start, end = found.span("head")
    return Head(start, end, "industrial_output") if _ABOVE_SCALE.search(text, max(0, start - _REACH), start) else None


# each pattern with what every head of it has (a text without it is not searched; each begins with a plain character, or they take seven
# times as long together) and what reads a match
_PATTERNS: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[str, re.Match[str]], Head | None]], ...] = (
    (_HEAD, re.compile("增加值|产量|总产"), _of_topic),
    (_COORDINATED, re.compile("总产值"), _of_topic),
    (_ENTITIES, re.compile(r"主体(?:总数)?\d"), _called("market_entities")),
    (_GROWN, re.compile("总(?<=[,。市省县区有记计]总)(?=[数量户])"), _called("market_entities")),
    (_RESEARCH, re.compile("研发|R&D|研究与试验发展"), _called("rd_intensity")),
    (_USED, re.compile("实际(?<=[,、]实际)(?=[到利使投吸])"), _called("fdi")),
    (_BROUGHT, re.compile("实际(?<=[,。年]实际)(?=[到利使])"), _called("fdi")),
    (_URBAN, re.compile("其中,?城镇"), _called("new_urban_jobs")),
    (_INVESTED, re.compile("累计(?:完成|实现)?投资"), _called("fixed_asset_investment")),
    (_OUTPUT, re.compile("产值"), _of_industry),
)


def may_have(text: str) -> bool:
    """Whether a shadow can have a head at all."""
    return _SIGN.search(text) is not None


_SIGN = re.compile("|".join(sign.pattern for _, sign, _ in _PATTERNS))
