"""For each headline indicator: is a target stated, absent, in a part that is missing, or printed but not read?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.extracting.context import PlaceWords
from converter.extracting.indicators.frames import ANNOUNCING
from converter.extracting.indicators.heads import HEADS, may_have
from converter.extracting.indicators.names import mentions
from converter.extracting.indicators.naming import COMPOSITES, named
from converter.lexicons import load, patterns, table
from converter.lexicons.signs import signs
from converter.models.facts import Indicator, TargetStatus
from converter.sectioning.tree import Sectioned
from converter.text import Span, View

# resident_income stands for the income target, whether it is one for all residents or for the urban ones
HEADLINE: dict[str, tuple[str, ...]] = {
    "gdp": ("gdp",),
    "industrial_value_added": ("industrial_value_added",),
    "fixed_asset_investment": ("fixed_asset_investment",),
    "retail_sales": ("retail_sales",),
    "general_public_budget_revenue": ("general_public_budget_revenue",),
    "resident_income": ("resident_income", "urban_income"),
    "new_urban_jobs": ("new_urban_jobs",),
    "surveyed_unemployment": ("surveyed_unemployment",),
    "cpi": ("cpi",),
    "grain_output": ("grain_output",),
}
_NOWHERE = PlaceWords()
_DIGIT = re.compile("[0-9]")  # twice as quick as \d, which asks what is a digit in any script
_FIGURE = re.compile(r"[^,。;]{0,12}(?:\d|百分之)")


def targets_status(
    indicators: Sequence[Indicator], sectioned: Sectioned, completeness_missing: Sequence[str], place: PlaceWords = _NOWHERE
) -> dict[str, TargetStatus]:
    """Status by headline id. unread: the announcing part names it with a figure that became no target of the document.

    A figure that was read as an outcome (去年固定资产投资增长9%) or is another place's (全省) is none of them.
    """
    stated = {x.id for x in indicators if x.kind == "target"}
    wanted = frozenset(id for ids in HEADLINE.values() if not stated.intersection(ids) for id in ids)
    taken = [(x.id, x.span) for x in indicators if x.kind != "target" and x.id in wanted]
    spoken = _named(sectioned, wanted, place, taken) if wanted else set()
    return {id: _status(ids, stated, spoken, "plan" in completeness_missing) for id, ids in HEADLINE.items()}


def _status(ids: tuple[str, ...], stated: set[str], named: set[str], missing: bool) -> TargetStatus:
    if any(id in stated for id in ids):
        return "stated"
    if missing:
        return "section_missing"
    return "unread" if any(id in named for id in ids) else "absent"


def _named(sectioned: Sectioned, wanted: frozenset[str], place: PlaceWords, taken: Sequence[tuple[str, Span]]) -> set[str]:
    """Those of the wanted indicators that the announcing sections name with a figure close behind; taken: ids with where they were read."""
    out: set[str] = set()
    for section, _ in sectioned.walk():
        if section.role not in ANNOUNCING:
            continue
        for paragraph in section.paragraphs:
            view = sectioned.mended.view(paragraph.span)
            text = view.shadow
            if not (_DIGIT.search(text) or "百分之" in text) or not _may_name(text, wanted):
                continue
            if _told(view, _NOWHERE, taken) & wanted:  # whose it is takes longer to find out
                out |= _told(view, place, taken)
    return out


def _told(view: View, place: PlaceWords, taken: Sequence[tuple[str, Span]]) -> set[str]:
    """The ids of the place's own that a paragraph names with a figure close behind, and that were read nowhere."""
    text = view.shadow
    found = [(id, view.offsets[m.start]) for m in mentions(text, place) if m.whole and _FIGURE.match(text, m.end) for id in m.ids]
    return {id for id, at in found if not any(of == id and low <= at < high for of, (low, high) in taken)}


def _may_name(text: str, wanted: frozenset[str]) -> bool:
    """Whether a look at the names alone finds one of the wanted, or several at once, before a figure; or a name cut to its head."""
    if not wanted.isdisjoint(HEADS) and may_have(text):
        return True
    sign = _sign(wanted)
    if sign and not sign.search(text):
        return False
    found = (f for f in named(text) if f.lastgroup in wanted or f.lastgroup in COMPOSITES)
    return any(_FIGURE.match(text, f.end()) for f in found)


@table
def _sign(wanted: frozenset[str]) -> re.Pattern[str] | None:
    """What every name of the wanted has; None where one of them has nothing certain."""
    rows = [patterns(row["names"]) for row in load("indicators")["indicators"] if row["id"] in wanted]
    held = [signs(source) for source in (*rows, *(COMPOSITES[name] for name, ids in _TOGETHER.items() if not wanted.isdisjoint(ids)))]
    return re.compile("|".join(map(re.escape, sorted(frozenset[str]().union(*held))))) if all(held) else None


# names of several indicators at once, with those of the headline ones that they can name
_TOGETHER = {
    "both_incomes": ("resident_income", "urban_income"),
    "city_country": ("resident_income", "urban_income"),
    "area_and_output": ("grain_output",),
}
