"""Corrections by people: applied, recorded, kept through new lexicons, and loudly named where they no longer fit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from converter.adding import together
from converter.checking.conservation import violations
from converter.correcting import load
from converter.lexicons import Overlay, using
from converter.models.document import Document
from converter.pipeline import convert
from converter.reading.source import Unreadable
from converter.writing.documents import dumps

SEED = Path(__file__).parents[2] / "seeds" / "002_fa97d507ddd9a17d.txt"
ALL = """
author: 王明
corrections:
  - set: place
    value: "371203"
    reason: 另有其地
  - set: speaker.name
    value: 李大伟
    reason: 误认
  - set: plan_year
    value: 2026
    reason: 年份有误
  - heading: (二)着力
    level: 1
    reason: 原文为一级标题
  - indicator: 地区生产总值1300亿元
    value: 1301.5
    reason: 与公报核对
    author: 张华
  - indicator: 社会消费品零售总额705亿元
    wrong: true
    reason: 不是本区的
  - line: "时间: 2024-12-27 打印: 打印"
    fate: body
    reason: 保留
  - line: "各位代表:"
    fate: removed
    reason: 试删
"""


def corrected(text: str, data: bytes | None = None) -> Document:
    """The seed's document with these corrections."""
    return convert(data or SEED.read_bytes(), SEED.name, entries=load(text.encode(), "002.corrections.yaml"))


def stale(document: Document) -> list[str]:
    """What was not applied."""
    return [one.message for one in document.diagnostics if one.code == "GWR051"]


def test_every_kind_is_applied() -> None:
    """Place, speaker, year, level, figure, line: the document has what people say, and the law still holds."""
    document = corrected(ALL)
    meta = document.metadata
    assert stale(document) == []
    assert (meta.jurisdiction.code, meta.jurisdiction.level, meta.jurisdiction.path[0]) == ("371203", "county", "山东省")
    assert meta.speaker is not None
    assert (meta.speaker.name, meta.speaker.title) == ("李大伟", "铁西区人民政府区长")
    assert document.id.startswith("371203-2025-")
    assert [s.title for s in document.sections if s.number == "(二)"] != []
    assert [str(i.value) for i in document.indicators if i.id == "gdp" and i.value] == ["1301.5"]
    assert not any(i.id == "retail_sales" and i.value == 705 for i in document.indicators)
    assert "2026" in {i.period for i in document.indicators if i.kind == "target"}
    text = document.source.text or ""
    fates = {text[slice(*row.span)].strip(): row.fate for row in document.ledger}
    assert fates["各位代表:"] == "removed"
    assert fates["时间: 2024-12-27 打印: 打印"] == "body"
    assert violations(json.loads(dumps(document))) == []


def test_the_document_says_what_people_set() -> None:
    """Each correction with what was read without it, who set it and why; fields name it as their evidence."""
    document = corrected(ALL)
    by = {c.address: c for c in document.corrections}
    assert len(by) == 8
    one = by["indicator 地区生产总值1300亿元"]
    assert (json.loads(one.before), json.loads(one.after)) == ({"value": 1300}, {"value": 1301.5})
    assert (one.author, one.reason) == ("张华", "与公报核对")
    assert json.loads(by["set place"].before) == {"value": "210106"}
    assert json.loads(by["heading (二)着力"].before)["level"] > 1
    assert [s.origin for s in document.metadata.evidence["speaker"] if not isinstance(s, tuple)] == ["correction by 王明"]
    assert "corrections" not in json.loads(dumps(convert(SEED.read_bytes(), SEED.name)))


def test_corrections_survive_another_source_around_them() -> None:
    """The same report with other lines above, other white space and full-width marks: every address still fits."""
    text = SEED.read_text("utf-8").replace("\n", "\n\n").replace("地区生产总值1300亿元", "地区生产总值１３００亿元")
    document = corrected(ALL, ("某某网站首页\n\n" + text).encode())
    assert stale(document) == []
    assert len(document.corrections) == 8


class Fewer:
    """Lexicons that know fewer words of sites."""

    lexicons = ()

    def over(self, name: str, words: Any) -> Any:
        """The words of one lexicon."""
        return {**words, "byline_labels": ["来源"]} if name == "boilerplate" else words


# An own lexicon that takes the line which a person keeps for a site's, knows another name of each corrected figure, and of the place.
MORE = """
chrome: {starts: {advertisement: ['时间:2024-12-27']}}
indicators:
  gdp: {names: ['全年预计完成地区生产总值']}
  retail_sales: {names: ['社会消费品零售']}
places: {aliases: {沈铁: 铁西区}}
"""
# One that no longer knows the figure's name.
NONE = "indicators: {gdp: {not: ['1300亿元']}}"


def own(text: str) -> Overlay | None:
    """An own lexicon."""
    return together([(text.encode(), "own.yaml")])


@pytest.mark.parametrize("overlay", [Fewer(), own(MORE)], ids=["fewer words", "more words"])
def test_corrections_survive_a_changed_lexicon(overlay: Overlay) -> None:
    """The line that a person keeps is kept whether the lexicon knows it or not, and every other correction of every kind fits."""
    with using(overlay):
        document = corrected(ALL)
        again = corrected(ALL)
    assert stale(document) == []
    assert [(c.address, c.after) for c in document.corrections] == [(c.address, c.after) for c in corrected(ALL).corrections]
    assert dumps(document) == dumps(again)
    text = document.source.text or ""
    assert {text[slice(*row.span)].strip(): row.fate for row in document.ledger}["时间: 2024-12-27 打印: 打印"] == "body"
    assert [str(i.value) for i in document.indicators if i.id == "gdp" and i.value] == ["1301.5"]
    assert violations(json.loads(dumps(document))) == []


def test_a_lexicon_that_knows_a_figure_no_more_makes_its_correction_stale() -> None:
    """The one correction is named with its line; the others are applied."""
    with using(own(NONE)):
        document = corrected(ALL)
    assert [said.split(":")[:2] for said in stale(document)] == [["002.corrections.yaml", "16"]]
    assert len(document.corrections) == 7


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("line: 没有这一行\n    fate: removed", "nothing fits these words any more"),
        ("indicator: 地区生产总值9999亿元\n    value: 1", "nothing fits these words any more"),
        ("heading: (二)\n    level: 1", "several lines do"),
        ("heading: 年初以来\n    level: 1", "no heading begins with these words"),
        ("set: place\n    value: '999999'", "place 999999 fits nothing"),
        ("line: '13'\n    fate: body\n    nth: 9", "not 9"),
    ],
)
def test_a_stale_address_is_named(entry: str, why: str) -> None:
    """An error with file and line; the document is that without the correction."""
    document = corrected(f"author: 王明\ncorrections:\n  - {entry}\n    reason: 试\n")
    assert [why in said and said.startswith("002.corrections.yaml:3: ") for said in stale(document)] == [True]
    plain = convert(SEED.read_bytes(), SEED.name)
    assert document.model_copy(update={"diagnostics": ()}) == plain.model_copy(update={"diagnostics": ()})


def test_a_speaker_that_was_not_read() -> None:
    """A name makes a speaker; an office alone makes none."""
    data = "各位代表:\n我代表市政府报告工作,请予审议。\n一、2023年工作回顾\n全市地区生产总值增长6%。".encode()
    text = "author: 王明\ncorrections:\n  - set: speaker.{}\n    value: 市长\n    reason: 试\n"
    assert corrected(text.format("name"), data).metadata.speaker is not None
    assert len(stale(corrected(text.format("title"), data))) == 1


def test_a_compilation() -> None:
    """Words are looked for in every report; a field does not say which report it is of."""
    two = SEED.read_bytes() + b"\n" + next(SEED.parent.glob("000*")).read_bytes()
    document = corrected(ALL, two)
    assert document.document_type == "compilation"
    assert [said.split(":")[1] for said in stale(document)] == ["4", "7", "10"]
    assert document.reports is not None
    assert [len(r.corrections) for r in document.reports] == [5, 2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("corrections: 3", ":1: expected"),
        ("nonsense: 1", ":1: expected"),
        ("a: [", "no YAML"),
        ("corrections:\n  - set: place\n", ":2: reason is missing"),
        ("corrections:\n  - set: place\n    reason: x\n", ":2: author is missing"),
        ("author: a\ncorrections:\n  - set: mayor\n    value: x\n    reason: x\n", ":3: no field 'mayor'"),
        ("author: a\ncorrections:\n  - set: place\n    value: 210106\n    reason: x\n", ":3: value must be a code of six digits"),
        ("author: a\ncorrections:\n  - set: delivered_on\n    value: 2024-12-18\n    reason: x\n", ":3: value must be a day in quotation"),
        (
            'author: a\ncorrections:\n  - set: delivered_on\n    value: "2024-13-45"\n    reason: x\n',
            ":3: value must be a day in quotation",
        ),
        (
            'author: a\ncorrections:\n  - set: delivered_on\n    value: "2023-02-29"\n    reason: x\n',
            ":3: value must be a day in quotation",
        ),
        ("author: a\ncorrections:\n  - line: x\n    fate: gone\n    reason: x\n", ":3: fate must be body or removed"),
        ("author: a\ncorrections:\n  - line: x\n    reason: x\n", ":3: says nothing"),
        ("author: a\ncorrections:\n  - line: x\n    lvel: 2\n    reason: x\n", ":3: line does not know 'lvel'"),
        ("author: a\ncorrections:\n  - line: x\n    heading: y\n    reason: x\n", ":3: a correction has one of"),
        ("author: a\ncorrections:\n  - x\n", ":3: a correction begins with"),
        (
            "author: a\ncorrections:\n  - line: 甲 乙\n    fate: body\n    reason: x\n  - line: 甲乙\n    fate: removed\n    reason: x\n",
            ":6: line 甲乙 is corrected twice; the first is at f.yaml:3",
        ),
    ],
)
def test_mistakes_are_named_with_their_line(text: str, said: str) -> None:
    """A file that is wrong is not applied in part."""
    with pytest.raises(Unreadable) as caught:
        load(text.encode(), "f.yaml")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_empty_file() -> None:
    """Nothing to correct."""
    assert load(b"", "f.yaml") == load("author: 王明\ncorrections:\n".encode(), "f.yaml") == ()
