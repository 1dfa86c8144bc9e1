"""Where a text names an indicator: the names that can begin there are tried, then a look at what stands on both sides."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.expressions import rare
from converter.extracting.context import PlaceWords
from converter.extracting.indicators.heads import heads
from converter.extracting.indicators.naming import COMPOSITES, named
from converter.extracting.indicators.narrower import wider
from converter.extracting.indicators.scope import KIND, PART, WHOLE, scope_of, tells_of_part
from converter.extracting.indicators.trading import PROMISED, TRADE, of_part, promised
from converter.extracting.listed import entries
from converter.frozen import dataclass

OTHER = "other"  # a coordinated noun that is no indicator: 第二产业 between the first and the third


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start:end`; ids of what it names (several for 城镇和农村居民…); `undivided`: the id of 城乡居民 as one."""

    start: int
    end: int
    ids: tuple[str, ...]
    undivided: str | None = None
    whose: str = WHOLE  # scope.WHOLE, PART or KIND

    @property
    def whole(self) -> bool:
        """Whether it is the report's own place's, as a whole."""
        return self.whose == WHOLE


def mentions(text: str, place: PlaceWords) -> tuple[Mention, ...]:
    """Every indicator named in a shadow, in order; `whose` tells where a part's or another thing is meant."""
    out: list[Mention] = []
    for found in named(text):
        made = _mention(text, found, place) or _total(text, found, out)
        if made:
            out.append(_carried(text, made, out[-1]) if out else made)
    for wide in wider(text, [(m.start, m.end, m.ids[0], m.whose) for m in out]) if len(out) > 1 else ():
        out[wide] = replace(out[wide], ids=(OTHER,))
    cut = heads(text, [(m.start, m.end, m.ids[0]) for m in out if m.ids and (m.whole or m.ids[0] == "gdp")])
    return tuple(sorted([*out, *(Mention(start, end, (id,)) for start, end, id in cut)], key=lambda m: m.start) if cut else out)


def _total(text: str, found: re.Match[str], before: list[Mention]) -> Mention | None:
    """经济总量 in a sentence that has told the place's own product before it."""
    if found[0] not in _TOTALS:
        return None
    since = _since(text, found.start(), "。;")
    own = any(m.ids == ("gdp",) and m.whole and m.start >= since for m in before)
    return Mention(found.start(), found.end(), ("gdp",)) if own else None


def _carried(text: str, made: Mention, last: Mention) -> Mention:
    """人均可支配收入 right behind 城乡居民收入, is theirs."""
    if made.start != last.end + 1 or text[made.start : made.end] != "人均可支配收入" or text[last.end] != ",":
        return made
    incomes = set(last.ids) <= {"urban_income", "rural_income", "resident_income"}
    return replace(made, ids=last.ids, undivided=last.undivided, whose=last.whose) if incomes else made


def _mention(text: str, found: re.Match[str], place: PlaceWords) -> Mention | None:
    start, end, group = found.start(), found.end(), str(found.lastgroup)
    if group in COMPOSITES:
        return _composite(text, found, place)
    entry = entries()[group]
    if found.group() in _TOTALS and text[start - 1 : start] not in _OWN and not _STEP.match(text, end):
        return None  # of a zone or a group of cities, unless it opens the sentence
    if found.group().endswith("经济") and tells_of_part(text, _since(text, start, "。"), start):
        return Mention(start, end, (group,), whose=KIND)
    if entry.topic and not entry.topic.search(text, _since(text, start, "。"), end):
        return None
    if entry.governed_not and entry.governed_not.search(text, _since(text, start, _PIECES if _STOCK.search(found[0]) else "。;,:"), start):
        return Mention(start, end, (group,), whose=KIND)
    if _PORTION.match(text, end) and _YARD.search(text, max(0, start - 12), start):
        return Mention(start, end, (group,), whose=KIND)  # 最高支付限额提高到农民人均纯收入的6倍
    if group in PROMISED and promised(text, _since(text, start, "。;"), start):
        return Mention(start, end, (group,), whose=PART)
    if group in TRADE and of_part(text, group, _since(text, start, "。"), start):
        return Mention(start, end, (group,), whose=PART)
    return Mention(start, end, (group,), whose=scope_of(text, start, place, entry.left_not, zoned=group in _ZONED, urban=entry.urban))


# 城镇新增就业、市场主体总数分别增长9%、7%: what 新增 says of one of a row is not said of a total behind it
_STOCK, _PIECES = rare("^(?:实有|在册|现有|存量|登记在册)|(?:总[数量户]数?|保有量|存量)$"), "。;,:、和与"
_YARD = rare(
    "(?:提高到|达到|达|不低于|不少于|相当于|高于|低于|为|是|到|按照?)(?:当地|上年度?|上一年度?|全[市省县区国]|本地|我[市省县区])*$"
)
_PORTION = re.compile(r"的?(?:\d[\d.]*|[一二三四五六七八九十两]+)(?:倍|%)(?!增)")
_TOTALS = ("经济总量", "经济规模", "经济体量")
_OWN = ("", "。", "市", "省", "县", "区", "旗", "州", "盟", " ")
_STEP = rare("(?:连续|接连|首次|成功|历史性)*(?:跃上|迈上|跨上|突破|跨越|迈过|站上|登上)[^,。;]{0,8}[亿万](?:元|台阶|大关)")
# what parks and city groups print of themselves
_ZONED = (
    "gdp", "industrial_value_added", "industry_value_added", "industrial_output", "fixed_asset_investment", "foreign_trade", "exports",
    "fdi", "domestic_capital", "general_public_budget_revenue",
)  # fmt: skip


_STRETCH = 600  # characters


def _since(text: str, at: int, marks: str) -> int:
    """Where the stretch before `at` begins that none of the marks divides; a longer one than any sentence is cut off."""
    least = max(0, at - _STRETCH)
    return max(least, *(text.rfind(mark, least, at) + 1 for mark in marks))


_RATIO = re.compile('之?比(?!上年|20|"|去年|上一年)|差距|倍差|占')  # 城乡居民收入比由2.9缩小到2.5


def _composite(text: str, found: re.Match[str], place: PlaceWords) -> Mention | None:
    words, whose = found.group(), scope_of(text, found.start(), place, ("脱贫", "贫困"))
    if _RATIO.match(text, found.end()):
        return None
    if found.lastgroup == "city_country":
        return Mention(found.start(), found.end(), ("urban_income", "rural_income"), "resident_income", whose)
    if found.lastgroup == "area_and_output":
        return Mention(found.start(), found.end(), (OTHER, "grain_output"), None, whose)
    if found.lastgroup == "particles":
        fine_first = words[words.index("PM") + 2] in "2₂"
        others = (OTHER,) * len(re.findall("、|和|与", words))
        return Mention(found.start(), found.end(), ("pm25", *others) if fine_first else (*others, "pm25"), None, whose)
    if found.lastgroup == "both_rates":
        pair = ("urbanization_rate", OTHER)
        return Mention(found.start(), found.end(), pair if words.startswith("常住") else pair[::-1], None, whose)
    if found.lastgroup == "agreed_and_used":
        return Mention(found.start(), found.end(), (OTHER, "fdi"), None, whose)
    if found.lastgroup == "budget":
        return Mention(found.start(), found.end(), ("general_public_budget_revenue", OTHER), None, whose)
    if found.lastgroup == "capitals":
        return Mention(found.start(), found.end(), ("domestic_capital", "fdi"), None, whose)
    if found.lastgroup == "abroad_and_outside":
        return Mention(found.start(), found.end(), ("fdi", "domestic_capital"), None, whose)
    if found.lastgroup == "industries":
        return Mention(found.start(), found.end(), _industries(words), None, whose)
    kinds = {"全": "resident_income", "城": "urban_income", "农": "rural_income", "牧": "rural_income", "连": "rural_income"}
    parts = re.findall("全体|城镇|城市|城乡|农村牧区|农村|农牧区|农牧民|农民|牧区|牧民|连队", words)
    return Mention(found.start(), found.end(), tuple("resident_income" if p == "城乡" else kinds[p[0]] for p in parts), None, whose)


def _industries(words: str) -> tuple[str, ...]:
    kinds = {"一": "primary_value_added", "二": OTHER, "三": "services_value_added"}
    marks = "一二三" if words.startswith("三次") else re.sub("[^一二三]", "", words.replace("三次产", "三产"))
    return tuple(kinds[mark] for mark in marks)
