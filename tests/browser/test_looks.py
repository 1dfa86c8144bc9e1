"""What the pages must be for everyone: readable by a screen reader, in the dark, on paper, in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from converter.viewing.pages import index, many, two
from tests.browser.conftest import Open, document, page_of
from tests.browser.entries import entries

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
PAGES = ["000", "001", "002", "003", "004", "long", "two", "many", "index"]


def made(name: str) -> str:
    """A page by its name."""
    if name == "two":
        return two(document("000"), document("002"))
    if name == "many":
        return many([document("000"), document("002"), document("004")])
    if name == "index":
        return index(entries(50))
    return page_of(name)


def serious(page: Page) -> list[str]:
    """What axe finds that is serious or worse."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = axe.Axe().run(page).response["violations"]
    return [f"{v['id']}: {n['html'][:120]}" for v in found if v["impact"] in ("serious", "critical") for n in v["nodes"][:3]]


@pytest.mark.parametrize(("window", "theme"), [("desktop", "light"), ("phone", "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(opened: Open, window: str, theme: str, name: str) -> None:
    """Names, roles, contrast: light and dark, with everything removed shown, and in every view of one report."""
    page = opened(made(name), window).page
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    assert serious(page) == []
    if page.locator("#ui-removed").count():
        page.click("#ui-removed")
        for tab in page.locator("[role=tab]").all() if name == "002" else page.locator("#ui-tab-targets").all():
            if window == "phone":
                page.click("[data-view=facts]")
            tab.click()
            page.evaluate("document.querySelector('.row a, .to')?.click()")
            assert serious(page) == []


def test_in_english(opened: Open) -> None:
    """Every word of the interface changes, names for screen readers too, and comes back; the report stays as it is."""
    page = opened(page_of("002")).page
    text = page.text_content("#ui-article .p")
    chinese = page.evaluate("[...document.querySelectorAll('[data-t]')].map(e => e.textContent)")
    page.click("#ui-language")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.text_content("#ui-tab-targets span") == "Targets"
    assert page.get_attribute("#ui-search", "placeholder") == "Search the text"
    left = page.evaluate("[...document.querySelectorAll('[data-t]:not(#ui-language *)')].map(e => e.textContent)")
    assert [word for word in left if any("\u4e00" <= c <= "\u9fff" for c in word)] == []
    assert "in step with 经济增长" in (page.text_content("#ui-panel-targets") or "")
    assert page.text_content("#ui-article .p") == text
    page.click("#ui-language")
    assert page.evaluate("[...document.querySelectorAll('[data-t]')].map(e => e.textContent)") == chinese


def test_dark(opened: Open) -> None:
    """The button turns light into dark, and the page remembers nothing that a file may not keep."""
    page = opened(page_of("002")).page
    script = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(script)
    page.click("#ui-theme")
    assert page.evaluate(script) != light
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") in ("dark", "light dark")


def test_on_paper(opened: Open) -> None:
    """Printed, the tools are gone and every table is there."""
    page = opened(page_of("002")).page
    page.emulate_media(media="print")
    assert not page.locator("#ui-bar").is_visible()
    assert not page.locator("#ui-outline").is_visible()
    for name in ("figures", "targets", "charts", "notes", "projects", "removed", "source"):
        assert page.locator(f"#ui-panel-{name}").is_visible()


def test_between_telephone_and_desk(opened: Open) -> None:
    """Where the outline has no column of its own, a button shows it over the text, and a click in it leads there."""
    page = opened(page_of("002")).page
    assert not page.locator("#ui-menu").is_visible()
    page.set_viewport_size({"width": 1000, "height": 700})
    assert not page.locator("#ui-outline").is_visible()
    page.click("#ui-menu")
    page.locator("#ui-outline a").nth(3).click()
    assert not page.locator("#ui-outline").is_visible()
    assert page.evaluate("scrollY") > 0
