"""Two documents side by side, the index of a folder, and hostile text."""

from __future__ import annotations

import pytest

from converter.models.document import Document
from converter.models.metadata import Jurisdiction, Metadata
from converter.models.structure import Diagnostic
from converter.viewing.pages import index, many, one, two
from tests.browser.conftest import WINDOWS, Open, document
from tests.browser.entries import entries
from tests.minimal import minimal

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("window", WINDOWS)]

HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> </script></style><!-- ]]> "
    "\"quoted\" 'single' `tick` ${1+1} {{7*7}} {% raw %} &lt;b&gt; &#60; javascript:alert(1) \u202egnp.exe\u202c \u2066x\u2069 "
    "\u200b\x1b[31m\x00\x07"
)


def hostile() -> Document:
    """Every field that a source or a document can fill, filled with what would like to be more than text."""
    made = minimal(f"{HOSTILE}\n一、{HOSTILE}\n正文。", name=f'a"><script>{HOSTILE}')
    meta = Metadata(
        title=HOSTILE, publisher=HOSTILE, jurisdiction=Jurisdiction(name=HOSTILE, path=(HOSTILE, HOSTILE)), evidence={HOSTILE: ((0, 9),)}
    )
    section = made.sections[0].model_copy(
        update={"title": HOSTILE, "number": HOSTILE, "evidence": HOSTILE, "title_span": (0, 20), "id": 'x" onclick="alert(1)'}
    )
    said = (
        Diagnostic(code=HOSTILE, severity="warning", message=HOSTILE, span=(0, 5)),
        Diagnostic(code="x", severity="error", message=HOSTILE),
    )
    return made.model_copy(update={"metadata": meta, "sections": (section,), "diagnostics": said})


def test_hostile_text_stays_text(opened: Open, window: str) -> None:
    """Nothing in a document runs, loads, reorders or ends what surrounds it, on any of the pages."""
    found = hostile()
    for text in (one(found), one(found, "en"), two(found, found), two(found, minimal()), many([found, found, minimal()])):
        page = opened(text, window).page
        assert page.title() != "owned"
        assert page.locator("img, iframe, object, embed, link[rel=stylesheet]").count() == 0
        assert page.locator("script").count() == 2
        assert page.evaluate("[...document.querySelectorAll('*')].some(e => e.getAttributeNames().some(n => n.startsWith('on')))") is False
        assert "<script>document.title" in (page.text_content("main") or "")
        assert "⟨U+202E⟩" in (page.text_content("main") or "")
        assert not set("\u202e\u2066\u200b\x1b\x07") & set(page.text_content("body") or "")


def test_the_policy_lets_nothing_else_run(opened: Open, window: str) -> None:
    """A script put into the page later does not run, an inline handler does not, and nothing can be fetched."""
    found = opened(one(minimal()), window)
    script = """() => { const s = document.createElement('script'); s.textContent = 'document.title = "owned"'; document.body.append(s);
        document.body.insertAdjacentHTML('beforeend', '<b onclick="document.title=`owned`">x</b>'); document.body.lastChild.click();
        return fetch('https://example.org/').then(() => 'fetched', () => 'refused') }"""
    assert found.page.evaluate(script) == "refused"
    assert found.page.title() != "owned"
    assert len(found.said) >= 3
    assert all("Content Security Policy" in line or "Fetch API" in line for line in found.said)
    found.said.clear()
    found.asked = [url for url in found.asked if not url.startswith("https:")]


def test_ten_megabytes(opened: Open, window: str) -> None:
    """A document of 10 MB opens, its removed text can be shown, and it can be searched."""
    if window == "phone":
        pytest.skip("once is enough")
    line = "各位代表:经济增长5%,就业稳定<script>alert(1)</script>。" * 3
    text = "\n".join(f"{n}{line}" for n in range(10_000_000 // (len(line.encode()) + 6)))
    page = opened(one(minimal(text)), window).page
    page.set_default_timeout(60_000)
    page.click("#ui-removed")
    page.fill("#ui-search", "20000各位")
    page.locator("#ui-hits", has_text="1 / 1").wait_for()


def test_two_copies_of_one_report(opened: Open, window: str) -> None:
    """What differs is marked, character by character; the switch leaves only that; a button goes from one to the next."""
    first, second = (
        minimal("各位代表:\n经济增长5%。\n完了。\n请予审议,谢谢。"),
        minimal("各位代表:\n经济增长6%。\n完了。\n请予审议,谢谢大家。"),
    )
    page = opened(two(first, second), window).page
    assert page.locator(".texts .pair").count() == 4
    assert page.locator(".texts del").all_text_contents() == ["5"]
    assert page.locator(".texts ins").all_text_contents() == ["6", "大家"]
    page.click("#ui-different")
    assert page.locator(".texts .pair:visible").count() == 2
    page.click("#ui-following")
    page.keyboard.press("n")
    assert "谢谢" in (page.text_content(".texts .here") or "")


def test_two_years_of_one_place(opened: Open, window: str) -> None:
    """Figures of both, the series, and headings of one meaning beside each other."""
    page = opened(two(document("000"), document("002")), window).page
    assert page.locator(".series svg").count() > 0
    assert page.locator(".both tbody tr").count() > 10
    heading = page.locator(".texts .pair", has_text="2013年工作回顾")
    assert "2024年工作总结" in (heading.text_content() or "")


def test_the_index_of_three_thousand(opened: Open, window: str) -> None:
    """Search and filters over 3,000 documents narrow the list at once, together, and back."""
    lines = entries(3000)
    page = opened(index(lines), window).page
    assert page.text_content("#ui-count") == "3000"
    assert 0 < page.locator("#ui-rows tr").count() < 200
    assert page.locator("#ui-more").is_visible()
    page.fill("#ui-query", "第7市 2010")
    assert not page.locator("#ui-more").is_visible()
    assert page.text_content("#ui-count") == str(sum(e.place.endswith("第7市") and e.year == 2010 for e in lines)) == "1"
    page.fill("#ui-query", "")
    page.select_option("#ui-province", "甲省")
    page.select_option("#ui-year", "2010")
    page.select_option("#ui-level", "county")
    expected = [e for e in lines if e.path[0] == "甲省" and e.year == 2010 and e.level == "county"]
    assert page.text_content("#ui-count") == str(len(expected))
    page.select_option("#ui-state", "truncated")
    assert page.text_content("#ui-count") == str(sum(e.status == "truncated" for e in expected))
    page.fill("#ui-query", "nirgends")
    assert page.locator("#ui-none").is_visible()


def test_the_index_sorts(opened: Open, window: str) -> None:
    """A click on a heading sorts, a second one turns it round, and what is not known comes last."""
    if window == "phone":
        pytest.skip("the list has no headings at this width")
    page = opened(index(entries(300)), window).page
    page.click("[data-sort=year]")
    years = page.locator("#ui-rows td:nth-child(2)").all_text_contents()
    assert years == sorted(years, reverse=True)
    page.click("[data-sort=year]")
    assert page.text_content("#ui-rows td:nth-child(2)") == "2000"
    assert page.get_attribute("th:has([data-sort=year])", "aria-sort") == "ascending"
