"""Pages of one report become its document; what is missing, doubled, misplaced or foreign is named."""

from __future__ import annotations

import json
import random
from itertools import pairwise

import pytest

from converter.checking.conservation import violations
from converter.joining import Unjoinable, join
from converter.pipeline import convert, document
from converter.reading.source import Source
from converter.writing.documents import dumps
from tests.joining.cutting import SEEDS, anywhere, barred, framed, lines, meant, sources

WHOLE = {name: meant(convert(text.encode(), "whole.txt")) for name, text in SEEDS.items()}


def said(source: Source) -> dict[str, str]:
    """What joining remarked: code → message."""
    return {r.code: r.message for r in source.remarks if r.code.startswith("GWR04")}


@pytest.mark.parametrize("count", range(3, 22))
@pytest.mark.parametrize("name", sorted(SEEDS))
def test_pages_join_to_the_whole(name: str, count: int) -> None:
    """A seed cut into pages, in any order, a site's lines around each: sections and facts are those of the whole."""
    rng = random.Random(f"{name} {count}")
    pages = sources(framed(lines(SEEDS[name], count, rng), rng))
    rng.shuffle(pages)
    joined = document(join(pages, "joined.txt"))
    assert meant(joined) == WHOLE[name]
    assert [page.number for page in joined.source.pages] == list(range(1, count + 1))
    assert list(violations(json.loads(dumps(joined)))) == []


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_bar_of_numbers_tells_the_page(name: str) -> None:
    """上一页 [1] 2 [3] 下一页: the page is the one that is no link; titles of other reports below the text mean nothing."""
    rng = random.Random(name)
    pages = sources(barred(lines(SEEDS[name], 6, rng)))
    rng.shuffle(pages)
    assert meant(document(join(pages, "joined.txt"))) == WHOLE[name]


@pytest.mark.parametrize("name", ["000", "001", "003", "004"])
def test_sentences_go_on_over_the_seam(name: str) -> None:
    """Pages that end within a sentence: the paragraph is one."""
    pages = sources(barred(anywhere(SEEDS[name], 6, random.Random(name))))
    assert meant(document(join(pages, "joined.txt"))) == WHOLE[name]


def test_a_paragraph_goes_on_without_indentation() -> None:
    """Where paragraphs are indented, a page that begins without a blank goes on with the last paragraph."""
    rows = [f"　　第{n}项工作扎实推进，全区主要指标保持较快增长，各项事业全面进步。" for n in "甲乙丙丁戊己"]
    rest = "人民生活持续改善，社会大局保持稳定，民生支出继续增加。"
    first, second = "\n".join(["一、2015年工作回顾", *rows[:3]]), "\n".join([rest, *rows[3:]])
    joined = document(join(sources([first, second], "页{}.txt"), "joined.txt"))
    texts = [p.text for s in joined.sections for p in s.paragraphs]
    assert any(text.endswith(f"全面进步。{rest}") for text in texts)


@pytest.mark.parametrize("pattern", ["c_123_{}.html", "报告 ({}).txt", "第{}页.txt", "page-{}.txt"])
def test_names_tell_the_order(pattern: str) -> None:
    """Without printed numbers the names decide."""
    pages = sources(lines(SEEDS["002"], 6, random.Random(pattern)), pattern)[::-1]
    joined = join(pages, "joined.txt")
    assert meant(document(joined)) == WHOLE["002"]
    assert "by their names" in said(joined)["GWR043"]


def test_the_first_page_of_a_site_has_no_number() -> None:
    """content.html, content_2.html, content_3.html."""
    pages = sources(lines(SEEDS["004"], 3, random.Random(1)), "content_{}.html")
    first = Source(**{**vars(pages[0]), "name": "content.html"})
    joined = join([pages[2], pages[1], first], "joined.txt")
    assert [sheet.source.name for sheet in joined.sheets] == ["content.html", "content_2.html", "content_3.html"]


def test_nothing_tells_the_order() -> None:
    """Pages in their order stay in it, with a word that nobody can know; nothing is guessed."""
    parts = lines(SEEDS["003"], 4, random.Random(3))
    pages = [Source(**{**vars(s), "name": name}) for s, name in zip(sources(parts), "qxzk", strict=True)]
    joined = join(pages, "joined.txt")
    assert meant(document(joined)) == WHOLE["003"]
    assert "GWR044" in said(joined)


@pytest.mark.parametrize("count", range(3, 22))
def test_any_page_missing_is_named(count: int) -> None:
    """Of any number of pages, in any order, any that is not there; whatever else is said, no page is called missing that is there."""
    rng = random.Random(count)
    name = sorted(SEEDS)[count % len(SEEDS)]
    pages = sources(framed(lines(SEEDS[name], count, rng), rng))
    gone = rng.randrange(count)
    rest = pages[:gone] + pages[gone + 1 :]
    rng.shuffle(rest)
    named = [remark.message for remark in join(rest, "joined.txt").remarks if remark.code == "GWR041"]
    assert [message.split(" missing ")[0] for message in named] == [f"page {gone + 1} is"]


@pytest.mark.parametrize("gone", [[2], [2, 3], [1], [6]])
def test_a_missing_page_is_named(gone: list[int]) -> None:
    """A page that is not there: which, and between which; the report is not complete."""
    rng = random.Random(5)
    pages = sources(framed(lines(SEEDS["000"], 6, rng), rng))
    joined = join([page for n, page in enumerate(pages, 1) if n not in gone], "joined.txt")
    which = f"page {gone[0]} is" if len(gone) == 1 else f"pages {gone[0]} to {gone[-1]} are"
    assert said(joined)["GWR041"].startswith(f"{which} missing ")
    assert document(joined).completeness.status != "complete"


def test_a_page_missing_without_numbers() -> None:
    """Without numbers the text says where it does not go on: (二) is followed by (五)."""
    text = SEEDS["000"]
    cuts = [0, text.index("(三)"), text.index("(五)"), len(text)]
    a, _, c = (text[low:high] for low, high in pairwise(cuts))
    assert "(2) is followed by (5)" in said(join(sources([a, c], "{}.txt"), "joined.txt"))["GWR045"]


def test_a_page_given_twice() -> None:
    """The second copy is left out and named, whatever the site put around it."""
    rng = random.Random(8)
    parts = lines(SEEDS["002"], 4, rng)
    pages = sources(framed(parts, rng))
    copy = sources(["某某网首页\n" + framed(parts, rng)[2]], "copy{}.txt")
    joined = join([*pages, *copy, pages[0]], "joined.txt")
    assert meant(document(joined)) == WHOLE["002"]
    assert [r.message.split(" is ")[0] for r in joined.remarks if r.code == "GWR042"] == ["copy1.txt", "page1.txt"]


def test_pages_of_two_reports() -> None:
    """By their titles, by how many pages there are, by two texts for one page, by two openings: refused, both pages named."""
    rng = random.Random(9)
    one, other = sources(lines(SEEDS["000"], 3, rng), "a{}.txt"), sources(lines(SEEDS["002"], 3, rng), "b{}.txt")
    with pytest.raises(Unjoinable, match=r"a1\.txt and b1\.txt are not pages of one report: one is titled"):
        join([*one[:2], *other[:2]], "joined.txt")
    four, five = (sources(framed(lines(SEEDS["004"], n, rng), rng), f"{n}-{{}}.txt") for n in (4, 5))
    with pytest.raises(Unjoinable, match="page 1 of 4, the other page 2 of 5"):
        join([four[0], five[1]], "joined.txt")
    with pytest.raises(Unjoinable, match="both say page 2, and their texts differ"):
        join([four[0], four[1], *sources(framed(lines(SEEDS["003"], 4, rng), rng), "c{}.txt")[1:2]], "joined.txt")


def test_a_compilation_over_pages_is_cut() -> None:
    """Pages of a compilation, titled as one: the reports are cut, the seams are not where they end."""
    rng = random.Random(4)
    text = "\n".join(SEEDS[name].strip("\n") for name in ("002", "004"))
    joined = document(join(sources(framed(lines(text, 5, rng), rng)), "joined.txt"))
    assert joined.document_type == "compilation"
    assert joined.reports is not None
    assert [len(r.indicators) for r in joined.reports] == [len(WHOLE[name]["indicators"]) for name in ("002", "004")]
    assert list(violations(json.loads(dumps(joined)))) == []


def test_web_pages() -> None:
    """HTML pages: what their structure puts outside the main content stays outside, tables and bold stay with their lines."""
    head = "<html><body><div class='nav'><a href='/'>首页</a> <a href='/zw'>政务</a></div><h1>临江县政府工作报告</h1><div class='article'>"
    foot = "</div><div class='foot'>版权所有 临江县人民政府</div></body></html>"
    parts = lines(SEEDS["004"], 4, random.Random(6))
    pages = [f"{head}{''.join(f'<p>{row}</p>' for row in part.splitlines() if row.strip())}{foot}" for part in parts]
    joined = document(join(sources(pages, "index_{}.html"), "joined.html"))
    assert [s[:4] for s in meant(joined)["sections"]] == [s[:4] for s in WHOLE["004"]["sections"]]
    assert meant(joined)["indicators"] == WHOLE["004"]["indicators"]
    assert list(violations(json.loads(dumps(joined)))) == []


def test_no_pages() -> None:
    """Nothing to join is said."""
    with pytest.raises(Unjoinable, match="no pages"):
        join([], "joined.txt")
