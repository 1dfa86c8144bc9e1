"""Own lexicons: what they add is read and named in the document; without them nothing changes; mistakes are named with file and line."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import converter
from converter.adding import together
from converter.adding.expressions import BEHIND, LINE, NAME, WORD, wrong
from converter.adding.parts import _WORDS
from converter.checking.documents import check_document
from converter.lexicons import load, using
from converter.models.document import Document
from converter.pipeline import convert
from converter.reading.source import Unreadable
from converter.writing.documents import dumps

SEED = Path(__file__).parents[2] / "seeds" / "002_fa97d507ddd9a17d.txt"
WORDS = """
lexicon: 某站
version: "3"
chrome:
  byline_labels: [小编辑]
  toolbar: [护目]
  toolbar_sure: [护目]
  starts:
    advertisement: ['识别下图.{0,20}$']
indicators:
  gdp:
    names: ['区内总产值']
    not: ['之外']
places:
  divisions:
    - {code: "999901", name: 天河新区, since: 2010, until: 2030}
  aliases: {天新: 天河新区}
  not_bare: [沈阳]
"""
TEXT = """天河新区2024年政府工作报告
识别下图来看看
护目 大 中 小
小编辑:李华
各位代表:
我代表市政府向大会报告工作,请予审议。
一、2023年工作回顾
全区区内总产值增长6.1%。区内总产值之外增长5%。
"""


def made(*lexicons: str, text: str = TEXT) -> Document:
    """The document of a text with these lexicons."""
    with using(together([(one.encode(), f"{n}.yaml") for n, one in enumerate(lexicons, 1)])):
        return convert(text.encode(), "report.txt")


def kinds(document: Document) -> list[str]:
    """What was removed, by kind and rule."""
    return [f"{row.kind} {row.rule}" for row in document.ledger if row.fate == "removed"]


def test_every_part_is_read() -> None:
    """Phrases of a site, a name of an indicator and what it is not, a place and its alias."""
    document = made(WORDS)
    assert kinds(document) == ["advertisement beginnings", "toolbar toolbars", "byline bylines"]
    assert [(i.id, str(i.growth)) for i in document.indicators] == [("gdp", "6.1")]
    assert (document.metadata.jurisdiction.code, document.metadata.jurisdiction.name) == ("999901", "天河新区")
    assert made(WORDS, text=TEXT.replace("天河新区", "天新")).metadata.jurisdiction.code == "999901"


def test_without_them_all_is_as_before() -> None:
    """The same text before and after has the document it has without own words, and so have the seeds."""
    before = dumps(convert(TEXT.encode(), "report.txt")), dumps(convert(SEED.read_bytes(), SEED.name))
    made(WORDS)
    with using(together([(WORDS.encode(), "1.yaml")])):
        with_words = dumps(convert(SEED.read_bytes(), SEED.name))
    assert (dumps(convert(TEXT.encode(), "report.txt")), dumps(convert(SEED.read_bytes(), SEED.name))) == before
    assert with_words != before[1]
    assert "own_lexicons" not in json.loads(before[0])["producer"]


def test_the_document_names_them() -> None:
    """Name, version and digest of each, in order; a file that says no name is called as its file."""
    own = made(WORDS, "indicators: {cpi: {names: [物价总指数]}}").producer.own_lexicons
    assert [(one.name, one.version, len(one.sha256)) for one in own] == [("某站", "3", 64), ("2", None, 64)]


def test_the_document_names_the_built_in_ones() -> None:
    """By a digest of all their words, the same in every document of one version."""
    assert made().producer.lexicons == made(WORDS).producer.lexicons
    assert len(made().producer.lexicons or "") == 12


def test_a_place_of_ones_own_is_checked_where_its_lexicon_is() -> None:
    """Without the lexicon the code cannot be looked up; with it, another name for the code is found."""
    document = json.loads(dumps(made(WORDS)))
    assert [f.code for f in check_document(document) if f.code == "GWR136"] == []
    document["metadata"]["jurisdiction"]["path"] = ["某省"]
    with using(together([(WORDS.encode(), "1.yaml")])):
        assert [f.code for f in check_document(document) if f.code == "GWR136"] == ["GWR136"]


def test_from_python() -> None:
    """Options take text, bytes or paths of lexicons, for one call."""
    options = converter.Options(lexicons=(WORDS,))
    assert converter.convert(TEXT, options=options).indicators != ()
    assert converter.convert(TEXT).indicators == ()
    halves = TEXT.partition("一、")
    joined = converter.join([halves[0], halves[1] + halves[2]], options=options)
    assert [i.id for i in joined.indicators] == ["gdp"]


def test_threads_keep_to_their_own() -> None:
    """Several lexicons at a time, and none: each conversion reads with those that it was called with."""
    names = ["甲总产值", "乙总产值", None] * 4

    def read(name: str | None) -> list[str]:
        words = (f"indicators: {{gdp: {{names: [{name}]}}}}",) if name else ()
        found = converter.convert(TEXT.replace("区内总产值增长", "甲总产值增长"), options=converter.Options(lexicons=words))
        return [one.quote[:4] for one in found.indicators]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(read, names)) == [["甲总产值"] if name == "甲总产值" else [] for name in names]


def test_an_empty_file_adds_nothing() -> None:
    """But is named."""
    assert [one.name for one in made("").producer.own_lexicons] == ["1"]
    assert made("").indicators == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[甲, ]]", ":1: no YAML"),
        ("3", ":1: expected a mapping: lexicon, version, chrome, indicators, places"),
        ("chrom: {}", ":1: no key 'chrom'; there are lexicon, version, chrome, indicators, places"),
        ("version: 3", ":1: expected a word; a number or yes, no is one in quotation marks"),
        ("chrome:\n  toolbars: [甲]", ":2: no key 'toolbars'; there are byline_labels, toolbar"),
        ("chrome:\n  toolbar: 甲", ":2: expected a list"),
        ("chrome:\n  toolbar: [甲]\n  toolbar: [乙]", ":3: 'toolbar' is given twice"),
        ("chrome:\n  toolbar:\n    - 甲\n    - 甲：", ":4: 甲：: '：' matches nothing: text is compared half-width, so write ':'"),
        ("chrome:\n  toolbar: [甲 乙]", ":2: 甲 乙: a blank matches nothing"),
        ("chrome:\n  starts: {nonsense: [甲]}", ":2: no key 'nonsense'; there are navigation"),
        ("chrome:\n  starts:\n    tags: ['甲(']", ":3: 甲(: no regular expression: missing )"),
        ("chrome:\n  starts:\n    tags: ['甲(乙)']", ":3: 甲(乙): a group must be (?:…)"),
        ("chrome:\n  starts:\n    tags: ['(?i)tags']", ":3: (?i)tags: flags as (?i) are not known here"),
        ("chrome:\n  starts:\n    tags: ['.{0,40}']", ":3: .{0,40}: may match anything"),
        ("chrome:\n  starts:\n    tags: ['[一二三]、.+']", ":3: [一二三]、.+: may match anything: '一、2024年工作回顾' begins like that"),
        ("chrome:\n  starts:\n    tags: ['(?:甲+)+乙']", ":3: (?:甲+)+乙: takes too long on some lines"),
        (f"chrome:\n  starts:\n    tags: ['甲{'a*' * 15}{'乙' * 100}']", ":3: 甲a*a*a*a*a*"),  # found by the fuzzer: it hung
        (f"chrome:\n  {'x' * 900}: [甲]", f":2: no key '{'x' * 200}"),
        ("chrome:\n  starts:\n    tags: ['(?:甲|甲甲)+乙']", ":3: (?:甲|甲甲)+乙: takes too long on some lines"),
        ("indicators:\n  gpd: {names: [甲]}", ":2: no key 'gpd'; there are gdp_per_capita, gdp,"),
        ("indicators:\n  gdp: {name: [甲]}", ":2: no key 'name'; there are names, not"),
        ("indicators:\n  gdp: {names: ['.产值']}", ":2: .产值: may begin with anything"),
        ("indicators:\n  gdp: {names: ['总产值（全市）']}", ":2: 总产值（全市）: '（' matches nothing"),
        ("indicators:\n  gdp: {not: ['(?:甲*)*乙']}", ":2: (?:甲*)*乙: takes too long"),
        ("places:\n  divisions:\n    - {code: 210199, name: 甲新区}", ":3: expected a word; a number"),
        ('places:\n  divisions:\n    - {code: "2101", name: 甲新区}', ":3: 2101: a code has six digits"),
        ('places:\n  divisions:\n    - {code: "210199"}', ":3: name is missing"),
        ('places:\n  divisions:\n    - {code: "210106", name: 甲新区}', ":3: 210106 is 铁西区 in the table of divisions"),
        ('places:\n  divisions:\n    - {code: "210199", name: 甲新区, since: 20}', ":3: expected a year"),
        ('places:\n  divisions:\n    - {code: "210199", name: 甲新区, since: 2020, until: 2010}', ":3: 甲新区: ends before it begins"),
        ("places:\n  aliases: {甲新: 甲新区}", ":2: 甲新: no place is called 甲新区"),
        ("places:\n  aliases: {甲: 沈阳市}", ":2: 甲: two characters or more are a name"),
        ("places:\n  aliases: {巴州: 沈阳市}", ":2: 巴州: is 巴音郭楞蒙古自治州 already"),
    ],
)
def test_mistakes_are_named_with_their_line(text: str, said: str) -> None:
    """Nothing of a file that is wrong is used."""
    with pytest.raises(Unreadable) as caught:
        made(text)
    assert str(caught.value).startswith(f"1.yaml{said}")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 350


def test_two_files_that_do_not_agree() -> None:
    """One alias for two places, or two names for one code, is nobody's to decide."""
    for one, other in (("aliases: {甲新: 沈阳市}", "aliases: {甲新: 大连市}"), *[tuple(_row(name) for name in ("甲新区", "乙新区"))]):
        with pytest.raises(Unreadable, match=r"2\.yaml: .*1\.yaml says"):
            made(f"places: {{{one}}}", f"places: {{{other}}}")


def _row(name: str) -> str:
    return f'divisions: [{{code: "210199", name: {name}}}]'


def test_the_built_in_words_pass_the_same_checks() -> None:
    """Whatever is asked of a user's words holds for ours."""
    words, rows = load("boilerplate"), load("indicators")["indicators"]
    found = [(word, wrong(word, WORD)) for key in _WORDS for word in words[key]]
    found += [(source, wrong(source, LINE)) for sources in words["starts"].values() for source in sources]
    found += [(source, wrong(source, NAME)) for row in rows for source in row["names"]]
    found += [(source, wrong(source, BEHIND)) for row in rows for source in row.get("not", ())]
    assert [(word, said) for word, said in found if said] == []
    assert len(found) > 500
