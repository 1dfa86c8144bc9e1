"""When a figure holds and what it measures within that time: the year reached, the years summed or averaged over."""

from __future__ import annotations

from dataclasses import replace

from converter.extracting.context import Years
from converter.extracting.indicators.facts import Fact
from converter.extracting.indicators.frames import Frame
from converter.extracting.listed import entries
from converter.extracting.values.periods import Period, plan_years
from converter.frozen import dataclass
from converter.models.facts import Basis


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact with its period and basis."""

    fact: Fact
    period: Period
    basis: Basis


def place(fact: Fact, frame: Frame, years: Years) -> Placed | None:
    """The fact with the period and basis that its words, its frame and the report's years give it; None where none is known."""
    past = fact.said.done and frame.planned and fact.time is None and years.review is not None
    time = Period(years.review, years.review) if past and years.review else fact.time or frame.time or default_time(frame, years)
    running = fact.said.running
    if running and time and running.last == time.last:
        time = running
    if time is None or time.part:
        return None
    said = fact.said
    if time.several and fact.time is None and said.based and not (said.base or said.average or said.each_year or said.running):
        time = Period(time.last, time.last)  # 比上年增长8.6%, among figures of five years
    unsaid = frame.planned and fact.quantity.kind == "fold" and not (fact.time or frame.time)
    if said.base and (said.base.last > time.last or (unsaid and time.last - said.base.last not in _PLANS)):
        return None  # 第二步,在2000年基础上再翻一番: by when is not known, but in a plan for 2010
    if fact.role == "value":
        return _level(fact, time, years)
    if said.base and said.base.last and said.base.last < time.last - 1 and not (time.several and said.base.several):
        return Placed(fact, Period(said.base.last + 1, time.last), "annual_average" if said.average else "whole_period")
    if said.moved and time.span and time.last > time.first + 1:
        time = Period(time.first + 1, time.last)  # 1985年到1990年从412亿元增加到821亿元: five years' growth
    if said.average:
        spread = _spread(time, frame, years)
        return Placed(fact, spread, "annual_average" if spread.several else "year")
    if fact.quantity.kind == "fold" and said.early and not (said.base or frame.planned):
        return None  # 提前一年实现翻番: since when is not known
    if time.several:
        return Placed(fact, time, "year" if said.each_year or said.kept else "whole_period")
    over = _over_plan(fact, time, years)
    if fact.quantity.kind == "fold" and fact.id in _SLOW and not (over or said.base or (years.review and time.last > years.review)):
        return None  # 提前五年实现国内生产总值翻两番的目标: since when is not known
    return Placed(fact, over or time, "whole_period" if over else "year")


def _over_plan(fact: Fact, time: Period, years: Years) -> Period | None:
    """到2015年翻一番, 能耗降低15%: what no single year can bring is the plan's that ends then."""
    plan = years.plan_period or _unnamed(time, years)
    if plan is None or plan[1] != time.last or plan[1] - plan[0] < _FEW or fact.said.each_year:
        return None
    return Period(*plan) if fact.quantity.kind == "fold" or fact.id == "energy_intensity" else None


def _unnamed(time: Period, years: Years) -> tuple[int, int] | None:
    """A plan that is not named and ends with this year: the nation's five years where they end then, else from the plan year on."""
    if not years.plan or not years.plan + _FEW <= time.last <= years.plan + _NEAR:
        return None
    return (time.last - 4, time.last) if time.last % 5 == 0 else (years.plan, time.last)


# what no year doubles
_SLOW = ("gdp", "gdp_per_capita", "urban_income", "rural_income", "resident_income", "retail_sales", "industry_value_added", "grain_output")
_PLANS = (5, 10)  # years after which the nation's plans end
_FEW, _NEAR = 2, 5  # years a plan lasts at least; how far off one that is not known may end


_STOCKS = ("market_entities", "population", "pm25")  # what no years add up to: 5年净增600万户、总量达1385万户
_BROUGHT = ("fdi", "domestic_capital")  # whose name is a verb: 五年来,实际利用外资1.2亿美元 is what they brought
_TRADED = ("foreign_trade", "exports")  # 累计利用省外资金…,进出口总额2143.8亿美元: in a list of sums they are sums
_COUNTED = ("new_urban_jobs",)  # what only a sum makes sense of over several years


def _level(fact: Fact, time: Period, years: Years) -> Placed:
    """A level stands at the end of its period; a sum, an average and what holds every year take the whole of it."""
    said, ahead = fact.said, years.plan_period
    if fact.id in _COUNTED and ahead and not time.several and ahead[1] == time.last > ahead[0] and not (said.each_year or said.average):
        return Placed(fact, Period(*ahead), "sum")  # 到2025年新增45万人 is the plan's sum, not one far year's
    if not time.several:
        return Placed(fact, time, "year")
    entry = entries()[fact.id]
    if said.average:
        return Placed(fact, time, "annual_average")
    if said.each_year:
        return Placed(fact, time, "year")
    if said.summed and fact.id not in _STOCKS and not entry.rate:
        return Placed(fact, time, "sum")
    if said.kept or entry.steady:
        return Placed(fact, time, "year")
    listed = said.carried and (entry.flow or fact.id in _TRADED)
    tied = said.tied and not entry.rate and fact.id not in _STOCKS
    if (listed or tied or fact.id in _BROUGHT) and said.reach is None and said.bound is None:
        return Placed(fact, time, "sum")
    if entry.flow and not said.moved and (fact.id in _COUNTED or said.reach in ("完成", "实现", "共完成", "引进", "落实", "安排")):
        return Placed(fact, time, "sum")
    return Placed(fact, Period(time.last, time.last), "year")


def cumulated(placed: list[Placed]) -> list[Placed]:
    """累计完成4800亿元,年均增长9.5%: the sum is of the years of the average beside it."""
    spread = next((p.period for p in placed if p.basis == "annual_average" and p.period.several), None)
    if spread is None or not any(_summed_alone(p, spread) for p in placed):
        return placed
    return [replace(p, period=spread, basis="sum") if _summed_alone(p, spread) else p for p in placed]


def _summed_alone(item: Placed, spread: Period) -> bool:
    """Whether a sum was placed in the last of these years, since no others are named."""
    fact, flows = item.fact, entries()[item.fact.id].flow or item.fact.id in _TRADED
    return fact.role == "value" and fact.said.summed and flows and item.period == Period(spread.last, spread.last)


def _spread(time: Period, frame: Frame, years: Years) -> Period:
    """The years an average is taken over where the sentence names only the last of them."""
    if time.several:
        return time
    for known in (frame.time, _pair(years.plan_period if frame.planned else years.review_period)):
        if known and known.several and known.last == time.last:
            return known
    if frame.planned and years.plan and time.last >= years.plan:  # the next five years, where only the first is known
        return Period(years.plan, time.last if time.last > years.plan else years.plan + 4)
    return _plan_of(time)


def _pair(years: tuple[int, int] | None) -> Period | None:
    return Period(*years) if years else None


def _plan_of(time: Period) -> Period:
    """The five-year plan that ends with this year, else the five years up to it."""
    number = (time.last - 1966) // 5 + 3
    first, last = plan_years(number)
    return Period(first, last) if last == time.last else Period(time.last - 4, time.last)


def default_time(frame: Frame, years: Years) -> Period | None:
    """The plan year where the report announces, else the review year."""
    year = years.plan if frame.planned else years.review
    return Period(year, year) if year else None


def of_its_end(value: Placed, change: Placed) -> bool:
    """四年共14.23亿美元,其中2006年4.47亿美元,比2002年增长82.8%: the last year's change is not the sum's."""
    base = change.fact.said.base
    return value.basis == "sum" and base is not None and not base.several


def striven(first: Placed, later: Placed) -> bool:
    """确保突破300亿元,力争达到320亿元: the second is more than what is aimed at."""
    return later.fact.verb != first.fact.verb and later.fact.verb in _MORE


_MORE = ("力争", "争取", "冲刺", "奋力", "努力", "力求")
