"""The panel by example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from converter.writing.panel import build
from converter.writing.panel.spool import Spool
from converter.writing.panel.tables import PANEL
from tests.spec import Case, cases
from tests.writing.samples import Json, report, statement

_FIGURE = re.compile(r"([\d.]+)(?:-([\d.]+))?(%?)$")


def documents(text: str) -> Iterator[Json]:
    """The reports of a case."""
    for number, block in enumerate(re.split(r"\n(?=\S)", text)):
        head, *lines = block.splitlines()
        place, year, *more = head.split()
        made = report(None if place == "None" else place, int(year), digest=more[1] if "copy" in more else f"{number:012x}")
        made["indicators"] = [_statement(made, line.split()) | {"span": [n, n + 1]} for n, line in enumerate(lines)]
        if place == "None":
            made["metadata"]["jurisdiction"] |= {"path": [], "name": None}
        if "truncated" in more:
            made["completeness"] = {"status": "truncated", "missing": ["closing"], "page": None}
        yield made


def _statement(made: Json, words: list[str]) -> Json:
    kind, period, figure, bound, *section = words
    match = _FIGURE.match(figure)
    assert match, figure
    low, high = float(match[1]), match[2] and float(match[2])
    role = section[0] if section else "targets" if kind == "target" else "review"
    paragraph = f"p-{role}"
    made["sections"].append(
        made["sections"][0] | {"id": role, "role": role, "paragraphs": [{"id": paragraph, "text": "", "span": [0, 1], "leads": []}]}
    )
    basis = "annual_average" if "-" in period else "year"
    stated: dict[str, Any] = {"comparator": bound, "basis": basis, "section": role, "paragraph": paragraph}
    if match[3]:
        return statement("gdp", kind, period, growth=low, growth_high=high, **stated)
    return statement("gdp", kind, period, value=low, unit="亿元", value_base=low * 1e8, unit_base="元", **stated)


def shown(row: dict[str, Any]) -> str:
    """A row as the cases print it."""
    parts = [str(row["place"]), str(row["year"]), row["kind"], f"{row['middle']:f}", row["measure_unit"]]
    names = ("target", "outcome", "shortfall", "last_target", "last_outcome", "last_shortfall", "target_change")
    parts += [f"{name}={row[name]:f}" for name in names if row[name] is not None]
    parts += [f"above={row['above_level']}:{row['above_difference']:f}"] if row["above_level"] else []
    parts += ["second"] if row["second_quote"] else []
    return " ".join(parts + ([f"copies={row['other_copies']}"] if row["other_copies"] else []))


def panel(*made: Json, plans: bool = False) -> list[dict[str, Any]]:
    """The rows of the panel of these documents."""
    with closing(Spool()) as spool:
        for document in made:
            spool.add(document)
        spool.index()
        batches = list(build.batches(spool, plans=plans, wide_rows=False))
    return [dict(zip(PANEL.names, row, strict=True)) for batch in batches for row in batch["panel"]]


@pytest.mark.parametrize("case", cases("writing/panel/linking.md"), ids=str)
def test_linking(case: Case) -> None:
    """Rows are linked as the case says."""
    found = sorted(shown(row) for row in panel(*documents(case.input)))
    assert found == sorted(case.expected.splitlines()), case.where


def test_plans_hold_what_the_years_do_not() -> None:
    """Every statement is for one year or for several, never both."""
    made = report(
        "330000",
        2021,
        *(statement("gdp", "target", p, growth=6, basis=b) for p, b in [("2021", "year"), ("2021-2025", "sum"), ("2025", "year")]),
    )
    assert [row["period"] for row in panel(made)] == ["2021"]
    assert [(row["year"], row["period"]) for row in panel(made, plans=True)] == [(2025, "2021-2025"), (2025, "2025")]


def test_targets_that_are_not_there() -> None:
    """A row without figures says why; what is stated for several years only is absent for this one."""
    said = {"gdp": "stated", "cpi": "absent", "retail_sales": "unread", "grain_output": "section_missing", "new_urban_jobs": "stated"}
    made = report(
        "330000",
        2021,
        statement("gdp", "target", "2021", growth=6),
        statement("new_urban_jobs", "target", "2021-2025", value=5, unit="万人"),
    )
    rows = panel(made | {"targets_status": said})
    assert {row["indicator"]: row["status"] for row in rows} == said | {"new_urban_jobs": "absent"}
    assert [row["middle"] for row in rows if row["status"] != "stated"] == [None] * 4
    assert {row["year"] for row in rows} == {2021}
    assert {row["indicator_name"] for row in rows} == {"地区生产总值", "居民消费价格", "社会消费品零售总额", "粮食产量", "城镇新增就业"}


def test_a_row_shows_where_it_stood() -> None:
    """Sentence, headings, span and digest come with every row."""
    made = report("330000", 2025, statement("gdp", "target", "2025", growth=5, comparator="about", quote="地区生产总值增长5%左右"))
    (row,) = panel(made)
    assert row["sentence"] == "地区生产总值增长5%左右[1]。"
    assert (row["heading_path"], row["span_start"], row["span_end"]) == ("2025年主要目标", 47, 63)
    assert (row["bound_word"], row["source_sha256"], row["gwr_version"]) == ("左右", made["source"]["sha256"], "0")
