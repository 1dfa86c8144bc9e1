"""The comparison of scripts/evaluate_facts.py: a row of the list beside what a sentence gives."""

from __future__ import annotations

import csv

import pytest

from scripts.evaluate_facts import TARGETS, agrees
from tests.extracting.indicators.stating import read

SENTENCE = "今年主要预期目标是：地区生产总值增长6.5%-7%。"
ROW = {"name": "某市_2016", "period": "2016", "figure": "6.5", "high": "7", "unit": "%", "bound": "range", "verb": "预期"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"verb": "力争"}, ["verb"]),
        ({"verb": "?"}, []),
        ({"high": "", "bound": "eq"}, ["high", "bound"]),
        ({"figure": "7"}, ["figure"]),
        ({"period": "2016-2020"}, ["figure"]),
        ({"unit": "亿元"}, ["figure"]),
    ],
)
def test_a_row_beside_a_sentence(changed: dict[str, str], expected: list[str]) -> None:
    """Another figure, unit or period is another statement; of the same one, each column is judged; ? is not."""
    (found,) = read(f"targets 2015 prefecture\n{SENTENCE}")
    assert agrees(ROW | changed, found) == expected


def test_the_list_is_whole() -> None:
    """Every row names a report, a period, a figure with its unit and a bound; a range has two ends."""
    with TARGETS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) > 60
    assert all(row[column] for row in rows for column in ("name", "period", "figure", "unit", "bound"))
    assert all((row["bound"] == "range") == bool(row["high"]) for row in rows)
