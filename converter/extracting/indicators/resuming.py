"""What a stretch without a subject goes on about, and times that are only a yardstick."""

from __future__ import annotations

from converter.extracting.indicators.token import Token
from converter.extracting.values.periods import Period
from converter.extracting.values.quantities import Quantity

_RESUMING = frozenset(
    ("time", "skip", "glue", "base", "average", "sums", "respectively", "done", "near", "under", "rate_nouns", "forecast")
)
_PREDICATES = frozenset(("reach", "over", "up", "down"))
STOPS = frozenset(",、:。!?")
_SPENT = ("安排", "落实", "引进", "得到", "做到", "有", "稳定", "控制", "保持")  # ;安排3亿元,支持中小企业: of another thing


def yardstick(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the time at `at` is only what a figure is so many times of: 达到2016年的1.4倍."""
    stop = at + 1
    while stop < len(tokens) and tokens[stop].kind == "glue":
        stop += 1
    figure = tokens[stop].quantity if stop < len(tokens) else None
    return figure is not None and figure.kind == "times" and tokens[stop - 1].text == "的"


def whole_year(tokens: tuple[Token, ...]) -> bool:
    """Whether the whole year is told of behind a remark on a part of it: ;下半年企稳回升,全年增长4.6%."""
    if not tokens or tokens[0].kind != "time":
        return False
    stop = next((n for n, token in enumerate(tokens) if token.kind == "comma"), 0)
    if not stop or any(token.kind in ("name", "figure", "number") for token in tokens[:stop]):
        return False
    return tokens[stop + 1 : stop + 2] != () and tokens[stop + 1].text == "全年" and resumed(tokens[stop + 1 :]) is not None


def of_one(tokens: tuple[Token, ...], at: int, held: Period | None) -> bool:
    """Whether the year at `at` is of one figure among those of several years: 年均增长8%,2022年达到90亿元,累计…."""
    when = tokens[at].period
    single = when is not None and not when.several and (held is None or held.several)
    return single and resumed(tokens[at:]) is not None


def goes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a change follows that is not of the year before: ,增长95%, but not ,同比增长8%."""
    return at + 1 < len(tokens) and tokens[at + 1].kind in ("up", "down") and not tokens[at + 1].text.startswith("同比")


def after_review(tokens: tuple[Token, ...], at: int) -> Period | None:
    """今年 at `at`, where the year it would be is printed before it (一九七八年…,今年预计…): the year after."""
    when = tokens[at].period
    if when is None or not tokens[at].text.startswith("今年"):
        return None
    printed = any(t.kind == "time" and t.period == when and t.text[0] in _PRINTED for t in tokens[:at])
    return Period(when.first + 1, when.last + 1) if printed else None


_PRINTED = frozenset("12一二")


def more(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether nothing but a figure follows the aim at `at`: 增长6%以上、力争6.5%."""
    stop = at + 1
    while stop < len(tokens) and tokens[stop].kind in _PREDICATES:
        stop += 1
    return stop < len(tokens) and tokens[stop].kind == "figure" and (stop + 1 == len(tokens) or tokens[stop + 1].text[0] in STOPS)


def resumed(tokens: tuple[Token, ...]) -> Quantity | None:
    """The figure of a stretch that has a predicate but no subject, nor a noun behind the figure: ;2012年达到7000亿元,增长11%."""
    said = dealt = False
    for at, token in enumerate(tokens):
        kind = token.kind
        if kind == "figure":
            dated = at > 0 and tokens[at - 1].kind == "time"
            told = said or dated or (token.quantity and token.quantity.kind in ("fold", "times"))
            ends = at + 1 == len(tokens) or tokens[at + 1].text[0] in STOPS or (dealt and tokens[at + 1].kind == "join")
            return token.quantity if told and ends else None
        if kind in _PREDICATES:
            said = token.text not in _SPENT
        elif token.text == "值" or not (kind in _RESUMING or (token.text == "," and at and tokens[at - 1].kind == "time")):
            return None  # 增加值 is no 增加
        dealt = dealt or kind == "respectively"
    return None
