"""Several reports in one input are told apart, and one report is never cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.pipeline import convert
from converter.stripping.compilations import cut
from tests.build import source
from tests.spec import Case, cases

SEEDS = {path.name[:3]: path.read_text("utf-8") for path in (Path(__file__).parents[1] / "seeds").glob("*.txt")}
WHOLE = ("000", "002", "003", "004")  # 001 is a middle piece without an opening
LAST = {"000": "政府服务效能", "002": "“三品一特”", "003": "迎检成绩保持全省第一", "004": "民心凝聚民力"}  # words near the end of each text
PAIRS = [(a, b) for a in WHOLE for b in WHOLE]


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
@pytest.mark.parametrize("glue", ["\n", "\n\n\n", "\n第二篇\n"], ids=["line", "blank lines", "heading"])
def test_two_seeds_are_two_reports(pair: tuple[str, str], glue: str) -> None:
    """Two seeds joined into one file are a compilation of two reports, cut at or above the masthead of the second."""
    first, second = (SEEDS[name].strip("\n") for name in pair)
    text = first + glue + second
    lines = cut(source(text))
    assert len(lines) == 2
    assert lines[1] is not None
    assert LAST[pair[0]] in text[: lines[1][0].start]
    opening = second.index("我代表")
    assert second[opening : opening + 20] in text[lines[1][0].start :]


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_one_seed_is_one_report(name: str) -> None:
    """A single report is never cut, however often it turns to the deputies."""
    assert cut(source(SEEDS[name])) == [None]


@pytest.mark.parametrize("name", WHOLE)
def test_a_report_with_its_own_opening_as_abstract_is_one(name: str) -> None:
    """An abstract in front that repeats the opening makes no second report."""
    seed = SEEDS[name]
    at = seed.index("各位代表")
    assert cut(source(f"{seed[at : at + 160]}\n\n{seed}")) == [None]


@pytest.mark.parametrize("name", WHOLE)
def test_a_report_with_links_to_others_is_one(name: str) -> None:
    """Titles and teasers of other reports below the text make no second report."""
    links = "相关阅读：\n2015年临江县政府工作报告\n各位代表：现在，我代表县人民政府向大会报告工作，请予审议……\n2014年江口县政府工作报告"
    assert cut(source(f"{SEEDS[name]}\n{links}")) == [None]


def test_three_reports() -> None:
    """A compilation has a child for every report; ids tell them apart, and the ledger stays the parent's."""
    document = convert("\n".join(SEEDS[n] for n in ("002", "000", "004")).encode(), "three.txt")
    assert document.document_type == "compilation"
    assert document.reports is not None
    assert [r.document_type for r in document.reports] == ["government_work_report"] * 3
    assert len({r.id for r in document.reports}) == 3
    assert all(r.source.text is None and r.ledger == () for r in document.reports)


@pytest.mark.parametrize("pair", [("002", "004"), ("000", "002"), ("004", "000")], ids="+".join)
def test_children_read_as_if_alone(pair: tuple[str, str]) -> None:
    """A report in a compilation has the sections, the title and the completeness that it has in a file of its own."""
    joined = convert("\n".join(SEEDS[n].strip("\n") for n in pair).encode(), "two.txt")
    assert joined.reports is not None
    for name, child in zip(pair, joined.reports, strict=True):
        alone = convert(SEEDS[name].strip("\n").encode(), "one.txt")
        assert [(s.number, s.title, s.role) for s in child.sections] == [(s.number, s.title, s.role) for s in alone.sections]
        assert child.metadata.title == alone.metadata.title
        assert child.completeness == alone.completeness


@pytest.mark.parametrize("case", cases("test_compilations.md"), ids=str)
def test_made_up_pages(case: Case) -> None:
    """Where the reports of a page begin: the first line of each; a page with one report has one."""
    body = "\n".join(
        f"第{n}个方面的工作扎实推进，地区生产总值、固定资产投资、财政收入等主要指标保持较快增长，各项事业全面进步。" for n in range(40)
    )
    text = case.input.replace("[long text]", body)
    parts = cut(source(text))
    firsts = [text[p[0].start : p[0].end] for p in parts if p]
    assert "\n".join(firsts or ["one report"]) == case.expected
