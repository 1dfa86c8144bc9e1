"""Whose exports: an industry, its firms and its parks print trade of their own beside what they sell; projects promise some."""

from __future__ import annotations

import re

from converter.expressions import rare

TRADE = ("exports", "foreign_trade")

# 软件产业实现销售收入215亿元;出口7.2亿美元, “三资”企业产值达到23亿元,出口创汇1.27亿美元: not the whole place's
_TRADE_OF = re.compile(
    "(?:产业|行业|企业|公司|集团|软件|汽车|加工业|制造业)[^。;]{0,24}(?:销售收入|营业收入|业务收入|产值|产量)[^。,;]{0,16}(?:[,;][^,;。总全]{0,14})?[,;](?:完成|实现)?$"
)
# 民营经济增加值增长9%、出口增长10%, 外商投资企业的工业产值、实现利税和自营出口: coordinated with what is a part's
_TRADE_WITH = re.compile(
    '(?:软件|[民私]营(?:经济|企业)|非公(?:有制)?经济|外商投资企业|外资企业|三资"?企业|园区|开发区)'
    "[^。,;]{0,20}(?:收入|产值|增加值|利税|利润)[^。,;]{0,14}[、和与及]$"
    # 骨干企业实现产值46亿元、出口8000万美元: but 工业企业总产值、外贸出口分别增长8%、9% are two of the whole
    r"|(?:企业|公司|集团|产业|行业)[^。,;\d]{0,12}(?:收入|产值|增加值|税收|利税|利润)[^。,;、\d]{0,6}\d[^。,;、]{0,12}、(?:完成|实现)?$"
)


def of_part(text: str, id: str, begin: int, start: int) -> bool:
    """Whether the trade named at `start`, in the sentence from `begin` on, is an industry's or a kind of firm's."""
    clause = max(begin, *(text.rfind(mark, begin, start) + 1 for mark in ";,"))
    return (id == "exports" and _TRADE_OF.search(text, begin, start) is not None) or _TRADE_WITH.search(text, clause, start) is not None


PROMISED = (*TRADE, "industrial_output", "industrial_value_added", "industry_value_added", "general_public_budget_revenue")
# 项目达产后,可实现产值20亿元,出口创汇3000万美元
_PROMISE = rare("(?:达产|投产|建成|满产)(?:达效|运营)?后(?!劲)|项目[^。;]{0,40},年?可年?(?:实现|新增|创造?)")


def promised(text: str, begin: int, start: int) -> bool:
    """Whether the stretch from `begin` on tells what a project is to bring once it works."""
    return _PROMISE.search(text, begin, start) is not None
