"""What kind of place reports (省, 市, 县, 区 …), from how it is formally named or how the text speaks of it."""

from __future__ import annotations

import re
from collections import Counter

from converter.extracting.masthead.asked import GIVEN_FOR, Asked
from converter.extracting.places.names import stem
from converter.lexicons import load
from converter.models.metadata import Level

ENDS = r"(?:自治区|自治州|地区|省|市|州|盟|县|区|旗|镇|乡|街道|苏木)"
TOWNSHIPS = ("镇", "乡", "街道", "苏木")
LEVELS: dict[str, Level] = {
    **dict.fromkeys(("自治区", "省"), "province"),
    **dict.fromkeys(("自治州", "州", "盟", "地区"), "prefecture"),
    **dict.fromkeys(("县", "区", "旗"), "county"),
    **dict.fromkeys(TOWNSHIPS, "township"),
}  # 市 is absent: a prefecture or a county
_HEADS = {**{f"{unit}长": unit for unit in "省市县区州盟旗镇乡"}, "专员": "地区"}


def own_unit(asked: Asked) -> str | None:
    """What kind of place it calls itself where it is formal: 省, 市, 县, 区, 自治区 …; from congress, opening, office or title."""
    formal = [asked.session.place] if asked.session else []
    if (match := GIVEN_FOR.search(asked.parts.opening.shadow)) is not None:
        formal.append(match["who"])
    for text in formal:
        if (end := re.search(rf"{ENDS}(?=(?:第.{{1,4}}届)?$)", text)) is not None:
            return end[0]
    for found in asked.named:
        office = re.sub(r"\s", "", found.office or "")
        if office.endswith("主席") and "自治区" in office:
            return "自治区"
        if office[-2:] in _HEADS and (len(office) < 3 or office[-3] != "副"):
            return _HEADS[office[-2:]]
    for title in asked.titles:
        if (end := re.search(rf"{ENDS}(?=(?:人民)?政府|办事处|(?:19|20)\d\d年)", title.text)) is not None:
            return end[0]
    return None


def unit_of_text(text: str) -> str | None:
    """The same from how the text speaks of itself: 我县, 全县, 县委."""
    words: dict[str, list[str]] = load("places")["self_words"]
    units = {"province": "省", "region": "自治区", "city": "市", "prefecture": "州", "district": "区", "county": "县", "township": "镇"}
    counts = Counter({unit: sum(text.count(word) for word in words[kind]) for kind, unit in units.items()})
    # A report names the level above often (全省第一), the level below seldom: the lowest level that is named often enough is its own.
    # In an autonomous region 全区 may be the region: only 区委 and 区政府 speak for a district there.
    district = counts["区"] - (counts["自治区"] >= 3) * sum(text.count(word) for word in ("全区", "我区"))
    ladder = [("镇", counts["镇"]), ("县", counts["县"]), ("区", district), ("州", counts["州"]), ("市", counts["市"])]
    for unit, count in ladder:
        if count >= max(3, max(counts.values()) // 4):
            return unit
    if counts["自治区"] >= 3:
        return "自治区"
    return "省" if counts["省"] >= 3 else None


def suffixes(unit: str | None) -> tuple[str, ...]:
    """The endings of the official names of such places."""
    return () if unit is None else (unit,)


def own_words(name: str | None, unit: str, *more: str) -> frozenset[str]:
    """What the place is called in its own report: its names, 全市, 我市."""
    last = "区" if unit.endswith("区") else "州" if unit.endswith("州") else unit
    short = {stem(name)} if name else set()
    return frozenset({f"全{last}", f"我{last}", *({name} if name else ()), *short, *more})
