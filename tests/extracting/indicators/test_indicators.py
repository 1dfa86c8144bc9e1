"""Indicators: figures bound to names, whose they are, of which year, reached or aimed at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.extracting.context import PlaceWords, Years
from converter.extracting.indicators import indicators, targets_status
from converter.extracting.listed import entries
from tests.extracting.indicators.stating import read, show
from tests.extracting.trees import tree
from tests.spec import Case, cases

HERE = "extracting/indicators"
ALL = [case for name in ("binding", "scope", "kinds", "targets", "wordings") for case in cases(f"{HERE}/{name}.md")]


@pytest.mark.parametrize("case", ALL, ids=str)
def test_statements(case: Case) -> None:
    """What a sentence says, and nothing else."""
    assert "\n".join(map(show, read(case.input))) == case.expected


@pytest.mark.parametrize("case", ALL, ids=str)
def test_quotes_are_the_source_at_their_spans(case: Case) -> None:
    """Every quote is, character for character, the source at its span."""
    body = case.input.partition("\n")[2]
    for x in read(case.input):
        assert body[slice(*x.span)] == x.quote


def test_a_broken_line_is_left_out_of_the_quote() -> None:
    """A statement over two lines is one statement; its quote has no line feed, its span has."""
    from dataclasses import replace

    text = "地区生产总值增\n长5%。"
    whole = tree(text.replace("\n", " "), "review")
    source = replace(whole.mended.source, text=text)
    found, _ = indicators(replace(whole, mended=replace(whole.mended, source=source)), Years(2025, 2024, 2025), PlaceWords())
    assert [(x.quote, text[slice(*x.span)]) for x in found] == [("地区生产总值增长5%", "地区生产总值增\n长5%")]


def test_said_twice_is_one_statement() -> None:
    """The target of the list is repeated in the explanation below it: one entry, the first."""
    found = read("targets 2024 province\n城镇新增就业45万人以上。\n确定城镇新增就业45万人以上的目标，体现了就业优先。")
    assert [x.paragraph for x in found] == ["p0"]


def test_semicolons_without_number() -> None:
    """Stretches with nothing in them are gone back over, but not without end."""
    assert [x.id for x in read("review 2024 province\n" + "；" * 3000 + "地区生产总值5亿元。")] == ["gdp"]


def test_a_figure_that_cannot_be_bound_is_a_remark() -> None:
    """分别 with more figures than subjects is not guessed."""
    text = "地区生产总值一季度、上半年、前三季度、全年分别增长3%、3.4%、4%、4.5%左右。"
    found, remarks = indicators(tree(text, "review"), Years(2025, 2024, 2025), PlaceWords("province"))
    assert not found
    assert [r.code for r in remarks] == ["GWR410"]


@pytest.mark.parametrize(
    ("plan", "period"),
    [
        ("到2015年，单位地区生产总值能耗降低15%。", "2011-2015"),
        ("到2015年，进出口总额翻一番。", "2011-2015"),
        ("2011年，进出口总额翻一番。", "2011"),
    ],
)
def test_what_no_single_year_can_bring_is_the_plans(plan: str, period: str) -> None:
    """A fold or a fall of energy by the plan's last year is of the whole plan; by its first year it is that year's."""
    found, _ = indicators(tree(plan, "targets"), Years(2011, 2010, 2011, plan_period=(2011, 2015)), PlaceWords("province"))
    assert [x.period for x in found] == [period]


def test_a_glossary_states_nothing() -> None:
    """A definition explains; its figures are nobody's outcome."""
    assert not read("annex 2024 province\n固定资产投资：全省固定资产投资增长5%。")


@pytest.mark.parametrize(
    ("plan", "missing", "status"),
    [
        ("地区生产总值增长5%。", (), "stated"),
        ("固定资产投资增长5%。", (), "absent"),
        ("固定资产投资增长5%。", ("plan",), "section_missing"),
        ("地区生产总值力保争先目标5%。", (), "unread"),
        ("2024年，地区生产总值增长5%，来之不易。", (), "absent"),
        ("全国地区生产总值力保争先目标5%。", (), "absent"),
    ],
)
def test_targets_status(plan: str, missing: tuple[str, ...], status: str) -> None:
    """Not found is not the same as not said; what was reached last year or is another place's is no target that was not read."""
    parts, place = tree(plan, "targets"), PlaceWords("province")
    found, _ = indicators(parts, Years(2025, 2024, 2025), place)
    assert targets_status(found, parts, missing, place)["gdp"] == status


def test_income_is_stated_by_either() -> None:
    """A target for urban incomes is an income target."""
    parts = tree("城镇居民人均可支配收入增长5%。", "targets")
    found, _ = indicators(parts, Years(2025, 2024, 2025), PlaceWords("province"))
    assert targets_status(found, parts, ())["resident_income"] == "stated"


CONTRACT = """gdp gdp_per_capita industrial_value_added industry_value_added industrial_output fixed_asset_investment
general_public_budget_revenue retail_sales urban_income rural_income resident_income foreign_trade exports fdi
domestic_capital new_urban_jobs surveyed_unemployment registered_unemployment cpi grain_output rd_intensity urbanization_rate
energy_intensity
pm25 good_air_days_ratio market_entities services_value_added primary_value_added population"""


def test_the_lexicon_has_every_id_of_the_code_list() -> None:
    """The ids others read keep their names."""
    assert set(entries()) == set(CONTRACT.split())


WORDS = (
    "地区生产总值 城乡居民人均可支配收入 增长 分别 预计 达到 由 到 突破 5% 3.5%、4% 100亿元 XX亿元 “十四五”时期 2025年 五年来 年均"
    " 其中 ， 、 ； 。 和 与上年持平 占比 比2020年 1.5倍 翻番 左右 高新区 一般 12 3.4 5个"
)
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["review", "targets", "other"]))
def test_any_sequence_of_words_is_survived(text: str, role: str) -> None:
    """No order of names, words and figures raises; every quote stands at its span."""
    found, remarks = indicators(tree(text, role), Years(2025, 2024, 2025), PlaceWords("prefecture"))
    for x in found:
        assert text[slice(*x.span)] == x.quote
    for remark in remarks:
        assert remark.span is not None
        assert remark.span[1] <= len(text)
