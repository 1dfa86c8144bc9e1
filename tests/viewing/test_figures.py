"""Figures as they are shown, and which are drawn beside each other."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from converter.models.document import Document
from converter.models.facts import Indicator
from converter.models.metadata import Jurisdiction, Metadata
from converter.viewing import amounts
from converter.viewing.charts import nice, rows, said
from converter.viewing.measures import facing, point
from converter.viewing.series import one_place, series
from tests.minimal import minimal


def fact(kind: str = "target", period: str = "2025", **more: Any) -> Indicator:
    """A statement about the gross product."""
    return Indicator.model_validate(
        {"id": "gdp", "name": "地区生产总值", "kind": kind, "period": period, "quote": "…", "span": (0, 1), **more}
    )


def report(year: int, *facts: Indicator, code: str | None = "210100") -> Document:
    """A report of a year with these statements."""
    meta = Metadata(jurisdiction=Jurisdiction(code=code), report_year=year, review_year=year - 1, plan_year=year)
    return minimal().model_copy(update={"metadata": meta, "indicators": facts})


@pytest.mark.parametrize(
    ("found", "level", "change"),
    [
        (fact(value=1300, unit="亿元", growth=7, growth_unit="%"), "1300 亿元", "+7%"),
        (fact(value="12345.60", unit="亿元", comparator="at_least"), "≥ 12,345.6 亿元", ""),
        (fact(growth=5, growth_high="5.5", growth_unit="%", comparator="range"), "", "+5–5.5%"),
        (fact(growth=-3, growth_unit="%", comparator="at_most"), "", "≤ −3%"),
        (fact(growth="0.5", growth_unit="percentage_point"), "", "+0.5 个百分点"),
        (fact(growth=2, growth_unit="fold"), "", "× 2"),
        (fact(unit="亿元"), "… 亿元", ""),
        (fact(comparator="sync", reference="经济增长"), "", "同步于 经济增长"),
        (fact(comparator="above_other", reference="全国平均", reference_difference=-1), "", "低于 全国平均 1 个百分点"),
        (fact(value="1e400", unit="元"), "1e+400 元", ""),
        (fact(comparator="qualitative"), "", ""),
    ],
)
def test_amounts(found: Indicator, level: str, change: str) -> None:
    """Number, unit and bound as they are read; a bound stands at the figure it bounds."""
    assert (amounts.level(found), amounts.change(found, "zh")) == (level, change)


def test_outcome_beside_target() -> None:
    """Growth beside growth, else level beside level of one unit; other years, sums and other units are not compared."""
    meta = Metadata(review_year=2024, plan_year=2025)
    outcome = fact("actual", "2024", value=1300, unit="亿元", growth=7, growth_unit="%")
    assert [f.measure for f in facing([("a", outcome), ("b", fact(growth=5, growth_unit="%"))], meta)] == ["growth"]
    assert [f.measure for f in facing([("a", outcome), ("b", fact(value=1400, unit="亿元"))], meta)] == ["level"]
    assert facing([("a", outcome), ("b", fact(value=1400, unit="万元"))], meta) == []
    assert facing([("a", outcome), ("b", fact(period="2030", growth=5, growth_unit="%"))], meta) == []
    assert facing([("a", outcome), ("b", fact(growth=5, growth_unit="%", basis="annual_average"))], meta) == []


def test_no_axis_for_the_infinite() -> None:
    """A figure that no axis can hold is not drawn."""
    assert point(fact(growth="1e300", growth_unit="%"), "growth") is None
    assert point(fact(growth=2, growth_unit="fold"), "growth") is None


def test_scale() -> None:
    """The scale holds every value and nought, in round steps; a fall lies left of nought."""
    meta = Metadata(review_year=2024, plan_year=2025)
    chart = rows(facing([("a", fact("actual", "2024", growth=-4, growth_unit="%")), ("b", fact(growth=6, growth_unit="%"))], meta))
    assert [tick for _, tick in chart.ticks] == ["-4", "-2", "0", "2", "4", "6"]
    assert chart.rows[0].outcome < chart.zero < chart.rows[0].target
    assert said(chart.rows[0].facing.outcome) == "−4%"


@pytest.mark.parametrize(("step", "round_"), [(0.03, 0.1), (0.4, 0.5), (1, 1), (1.2, 2), (3, 5), (7, 10), (23, 50), (999, 1000)])
def test_round_steps(step: float, round_: float) -> None:
    """Steps are 1, 2 or 5 times a power of ten."""
    assert nice(step) == pytest.approx(round_)


def test_series_set_targets_beside_outcomes() -> None:
    """The target of a year comes from that year's report, its outcome from the next one's; a missing year breaks the line."""
    reports = [
        report(2021, fact("actual", "2020", growth=2, growth_unit="%"), fact(period="2021", growth=6, growth_unit="%")),
        report(
            2022, fact("actual", "2021", growth=8, growth_unit="%"), fact(period="2022", growth=5, growth_unit="%", comparator="at_least")
        ),
        report(2024, fact("estimate", "2023", growth=5, growth_unit="%")),
    ]
    (found,) = series(reports)
    assert [d.year for d in found.outcomes] == [2020, 2021, 2023]
    assert [(d.year, d.says, d.arrow) for d in found.targets] == [(2021, "6%", 0), (2022, "≥5%", 1)]
    assert len(found.line) == 1
    assert series(reports[:0]) == []


def test_places() -> None:
    """Documents are of one place only where the place is known."""
    assert one_place([report(2024), report(2025)])
    assert not one_place([report(2024), report(2025, code="210200")])
    assert not one_place([report(2024, code=None), report(2025, code=None)])


def test_decimal_is_printed_as_it_was() -> None:
    """No digits are added or lost."""
    assert [amounts.number(Decimal(n)) for n in ("0", "7.0", "100", "0.10", "-2.5", "1234567")] == [
        "0",
        "7",
        "100",
        "0.1",
        "-2.5",
        "1,234,567",
    ]
