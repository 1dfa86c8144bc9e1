"""Statements that measure an indicator against something else instead of a figure: 与经济增长同步, 高于全国平均, 完成国家下达目标."""

from __future__ import annotations

import re
from decimal import Decimal

from converter.expressions import rare
from converter.extracting.context import PlaceWords
from converter.extracting.indicators.names import OTHER, Mention
from converter.extracting.values.numerals import numeral
from converter.frozen import dataclass
from converter.lexicons.signs import signs
from converter.models.facts import Comparator

# what may stand between the name and the comparison
_PACE = (
    "(?:增长速度|增长幅度|实际增长|年均增长|年均增速|增长|增速|增幅|涨幅|收入|水平|力争|确保|预期|努力|保持|实现|达到|继续|年均|降低率?|下降率?|降幅|比例"
    "|要|分别|均|都|持续|各项|完成情况|目标|任务|等|全年|年度){0,6}"
)
_SYNC = re.compile(
    rf"{_PACE}(?:与|和|同|跟)(?P<with>(?:(?:全国|全省|国家)、)?[^,。;、与和]{{2,14}}?(?:的)?(?:增长速度|增长|增速|发展|提高)?)(?:速度|水平)?(?:保持|实现|大体|总体|基本上?|大致|协调){{0,3}}(?P<how>(?<!年)(?<!年基本)(?<!同期)(?<!同期基本)持平|同步(?:增长|提高)?|一致|相适应|相协调|保持同步)"
)
_ABOVE = re.compile(
    rf"{_PACE}(?:继续|持续|均|明显|略|分别|都|力争|争取|要|总体|高质量)*(?P<how>高于|快于|好于|优于|超过|领先于?|不低于|跑赢|大于|低于)(?![百千万]*[万亿]亿?元|每)(?P<with>[^,。;、\d]{{2,16}})(?:(?P<by>\d+(?:\.\d+)?)个?百分点(?:以上)?)?"
)
_ORDERED = re.compile(
    rf"{_PACE}(?:全面|圆满|较好|超额|确保|控制在|严格|基本)*(?:完成|控制在|达到|实现)(?:了)?(?P<with>(?:国家|中央|省委?|省政府|市|自治区|上级|省、?市|国家和省|省上|国家、省)[^,。;\d]{{0,14}}?(?:(?:目标|计划|指标)(?:任务)?|任务|要求|范围))(?:之?内|以内)?"
)
_TOGETHER = re.compile(r"(?:保持|实现)?(?P<how>同步(?:增长|提高))(?P<with>)")
_TABLE: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (_SYNC, "sync"),
    (_TOGETHER, "sync"),
    (_ORDERED, "qualitative"),
    (_ABOVE, "above_other"),
)
_WITH = ("与", "同", "跟")
_JOIN = re.compile(r"(?:、|和|与|及|以及)")


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention measured against `to`; `by` points above (negative: below)."""

    id: str
    mention: Mention
    comparator: Comparator
    to: str | None
    by: Decimal | None
    end: int
    average: bool = False


_SIGN = re.compile("|".join(sorted({sign for pattern, _ in _TABLE for sign in signs(pattern.pattern)})))


def may_refer(text: str, start: int, end: int) -> bool:
    """Whether a stretch can have a relative statement at all."""
    return _SIGN.search(text, start, end) is not None


def references(text: str, named: tuple[Mention, ...], end: int) -> list[Reference]:
    """The relative statements of a sentence; coordinated names share one."""
    out: list[Reference] = []
    for place, mention in enumerate(named):
        if not mention.whole:
            continue
        stop = _tail(text, named, place)
        for pattern, kind in _TABLE:
            found = pattern.match(text, stop, end)
            compared = pattern is _TOGETHER and _held_against(text, mention.start)
            if found and not compared:
                out += [
                    Reference(id, mention, kind, found["with"] or None, _by(found), found.end(), "年均" in found[0]) for id in _ids(mention)
                ]
                break
    return out


def _held_against(text: str, start: int) -> bool:
    """Whether the name at `start` is what something else keeps up with: 与GDP同步增长, 与当地生产总值同步增长."""
    start -= next((len(word) for word in _OF_ITS_PLACE if text.endswith(word, 0, start)), 0)
    return text[start - 1 : start] in _WITH


_OF_ITS_PLACE = ("本地区", "本地", "当地", "各地")


def of_itself(reference: str | None, place: PlaceWords) -> bool:
    """Whether the report's own whole is what is compared with: then the subject is a part, 新市区…增幅均高于全市平均水平."""
    return reference is not None and reference.startswith(_wholes(place))


def _wholes(place: PlaceWords) -> tuple[str, ...]:
    known = {"prefecture": ("全市", "全州"), "province": ("全省",)}.get(place.level or "", ())
    return known + tuple(w for w in place.own if w[0] == "全")


def untold(text: str, span: tuple[int, int], reference: str | None, actual: bool, place: PlaceWords) -> bool:
    """Whether a statement tells nothing of the whole: against itself, a part's share of it, or what was once aimed at."""
    return of_itself(reference, place) or part_of_whole(text, span[1], place) or (actual and once_set(text, *span))


_AIM = re.compile("[^。;,完超]{0,40}?(?:目标|任务)")
_SET = rare("(?:提出|确定|下达|制定|设定|既定|预定)[^。;,]{0,30}$")


def once_set(text: str, start: int, end: int) -> bool:
    """Whether the figure is only what was aimed at: 年初确定的地区生产总值增长6%、规上工业增加值增长8%的目标没有完成."""
    return _AIM.match(text, end) is not None and _SET.search(text, max(0, start - 40), start) is not None


_SHARE = re.compile(r"[,、]占(?P<whole>全[市省县州区])的?(?:比重|份额|比例|总量)?(?:的|达到?|为|超过?|近|约|接近){0,2}(?:\d|三分之|一半)")


def part_of_whole(text: str, end: int, place: PlaceWords) -> bool:
    """Whether what is told up to `end` is a share of the report's own whole: 县域…完成地区生产总值1200亿元、占全市60%."""
    found = _SHARE.match(text, end)
    return found is not None and found["whole"] in _wholes(place)


def _ids(mention: Mention) -> tuple[str, ...]:
    return (mention.undivided,) if mention.undivided else tuple(i for i in mention.ids if i != OTHER)


def _tail(text: str, named: tuple[Mention, ...], place: int) -> int:
    """Where the last of the names coordinated with this one ends: A、B增长与经济增长同步 is said of both."""
    stop = named[place].end
    for later in named[place + 1 :]:
        if not _JOIN.fullmatch(text, stop, later.start):
            break
        stop = later.end
    return stop


def _by(found: re.Match[str]) -> Decimal | None:
    by = found.groupdict().get("by")
    value = numeral(by) if by else None
    return -value if value is not None and found["how"] == "低于" else value
