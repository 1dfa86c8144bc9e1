"""The table of codes: everything that a conversion notices or a check finds, as written in codes.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from converter import words

_TABLE = Path(__file__).with_name("codes.yaml")
_CHINESE = Path(__file__).with_name("codes_zh.yaml")
SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
_VERDICTS = {"schema": "合乎模式", "consistency": "前后一致", "confidence": "读得确实"}

# The hundreds of the codes.
STAGES = {
    "0": "Reading the input",
    "1": "Checking a document",
    "2": "Structure",
    "3": "Removing what is not the report's",
    "4": "Facts",
    "5": "Place and masthead",
}


class Code(NamedTuple):
    """One code: severity and verdict it belongs to, a title, what it means, and what to do."""

    severity: str
    verdict: str
    title_zh: str
    title: str
    means: str
    advice: str


@cache
def codes() -> dict[str, Code]:
    """Every code with its row, in the order of the table."""
    return {code: Code(*row) for code, row in _rows(_TABLE).items()}


@cache
def chinese() -> dict[str, tuple[str, str]]:
    """What every code means and what to do, in Chinese."""
    return {code: (means, advice) for code, (means, advice) in _rows(_CHINESE).items()}


def _rows(table: Path) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = words.read(table)
    return rows


def explained(code: str, *, in_chinese: bool = False) -> str | None:
    """What the code means, for people; None for one that does not exist."""
    row = codes().get(code)
    if row is None:
        return None
    if in_chinese:
        means, advice = chinese()[code]
        said = f"{SEVERITIES[row.severity]}（{_VERDICTS[row.verdict]}）"
        return f"{code} {row.title_zh} {row.title}\n{said}\n\n{means}\n怎么办：{advice}\n"
    return f"{code} {row.title} {row.title_zh}\n{row.severity}, {row.verdict}\n\n{row.means}\nWhat to do: {row.advice}\n"
