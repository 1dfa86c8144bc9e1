"""The page of one document, used as a reader would use it, on a desk and on a telephone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import NAMES, WINDOWS, Open, document, page_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("window", WINDOWS)]
WITH_FIGURES = [name for name in NAMES if name != "003"]  # 003 breaks off before it states figures of its own or a plan


def view(page: Page, name: str, window: str) -> None:
    """Text, data or outline: side by side on a desk, one at a time on a telephone."""
    if window == "phone":
        page.click(f"[data-view={name}]")


def bare(page: Page, selector: str) -> str:
    """The words under a selector, without the page's own labels and without white space."""
    script = """s => [...document.querySelectorAll(s)].map(e => { const copy = e.cloneNode(true);
        copy.querySelectorAll('.tag, .self').forEach(e => e.remove()); return copy.textContent }).join('')"""
    return re.sub(r"\s", "", page.evaluate(script, selector))


def in_window(page: Page, selector: str) -> bool:
    """Whether the first element of this selector can be seen without scrolling."""
    script = """s => { const r = document.querySelector(s).getBoundingClientRect();
        return r.height > 0 && r.bottom > 52 && r.top < innerHeight }"""
    for _ in range(40):  # the page may still be scrolling
        if page.evaluate(script, selector):
            return True
        page.wait_for_timeout(50)
    return False


@pytest.mark.parametrize("name", NAMES)
def test_figure_and_sentence(opened: Open, window: str, name: str) -> None:
    """A click on a figure of the table scrolls to its words and marks them; a click on the words marks the row."""
    figures = document(name).indicators
    page = opened(page_of(name), window).page
    if not figures:
        assert page.locator("tr[data-for]").count() == 0
        return
    for number in {0, len(figures) // 2, len(figures) - 1}:
        view(page, "facts", window)
        page.click("#ui-tab-figures")
        row = page.locator(".figures tr[data-for]").nth(number)
        key = row.get_attribute("data-for")
        row.locator("a").click()
        lit = page.locator(f'#ui-article [data-m~="{key}"]')
        words = bare(page, f'#ui-article [data-m~="{key}"]')
        assert re.sub(r"\s", "", figures[number].quote) in words
        assert all(lit.evaluate_all("all => all.map(e => e.classList.contains('lit'))"))
        assert in_window(page, "#ui-article .lit")
        assert page.url.endswith(f"#{key}")
        lit.first.click()
        target = page.locator(f'#ui-article [data-m~="{key}"]').first.get_attribute("data-figure")
        assert page.locator(f'tr.lit[data-for="{target}"]').count() > 0
        assert in_window(page, f"#row-{target}")


@pytest.mark.parametrize("name", NAMES)
def test_the_switch_shows_every_removed_piece(opened: Open, window: str, name: str) -> None:
    """Off: nothing removed is seen. On: every piece of the ledger is, struck through, with kind and rule, and all of the source."""
    found = document(name)
    page = opened(page_of(name), window).page
    assert page.locator("del.rm:visible").count() == 0
    page.click("#ui-removed")
    assert page.get_attribute("#ui-removed", "aria-checked") == "true"
    for number, row in enumerate(found.ledger):
        if row.fate == "removed":
            piece = page.locator(f'del.rm[data-row="{number}"]')
            piece.first.evaluate("e => e.scrollIntoView()")  # a paragraph far off is laid out when it comes near
            piece.first.wait_for(state="visible")
            assert (row.rule or "") in (piece.first.text_content() or "")
            assert "line-through" in piece.first.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert bare(page, "#ui-article") == re.sub(r"\s", "", found.source.text or "")
    page.click("#ui-removed")
    assert page.locator("del.rm:visible").count() == 0


@pytest.mark.parametrize("name", NAMES)
def test_the_list_of_removed_pieces_leads_to_each(opened: Open, window: str, name: str) -> None:
    """A click in the list switches everything removed on and shows the piece."""
    page = opened(page_of(name), window).page
    for number in range(page.locator("[data-show]").count()):
        view(page, "facts", window)
        page.click("#ui-tab-removed")
        page.locator("[data-show]").nth(number).click()
        assert in_window(page, "del.rm.lit")


@pytest.mark.parametrize("name", NAMES)
def test_search(opened: Open, window: str, name: str) -> None:
    """Search counts what stands in the text, full-width or half-width; Enter goes on, Escape ends."""
    page = opened(page_of(name), window).page
    text = page.evaluate("""() => [...document.querySelectorAll('.block')].map(b => { const copy = b.cloneNode(true);
        copy.querySelectorAll('.tag, .self, .rm').forEach(e => e.remove()); return copy.textContent }).join('\\n')""")
    page.keyboard.press("/")
    page.keyboard.type("工作")
    count = text.count("工作")
    page.locator("#ui-hits", has_text=f"1 / {count}").wait_for()
    page.keyboard.press("Enter")
    assert page.text_content("#ui-hits") == f"{2 if count > 1 else 1} / {count}"
    page.keyboard.press("Shift+Enter")
    assert page.evaluate("CSS.highlights.get('hits').size") == count
    page.keyboard.press("Escape")
    assert page.evaluate("CSS.highlights.has('hits')") is False


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_by_the_keyboard_alone(opened: Open, window: str, name: str) -> None:
    """Paragraph by paragraph, figure by figure, switch, tabs, help, language: without a pointer."""
    page = opened(page_of(name), window).page
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    page.keyboard.press("k")
    assert first
    assert page.evaluate("document.activeElement.id") == first != second
    page.keyboard.press("n")
    assert in_window(page, "#ui-article .lit")
    page.keyboard.press("r")
    assert page.get_attribute("#ui-removed", "aria-checked") == "true"
    page.keyboard.press("f")
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("#ui-tab-targets", "aria-selected") == "true"
    assert page.locator("#ui-panel-targets").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#ui-article .lit").count() == 0
    page.keyboard.press("?")
    assert page.locator("#ui-keys").is_visible()
    page.keyboard.press("Escape")
    page.locator("#ui-keys").wait_for(state="hidden")
    page.keyboard.press("l")
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("name", ["002", "long"])
def test_notes_open_at_their_anchors(opened: Open, window: str, name: str) -> None:
    """A click on an anchor shows term and explanation beside it; Escape closes them."""
    notes = [note for note in document(name).notes if note.anchors]
    page = opened(page_of(name), window).page
    anchor = page.locator("button.anchor").first
    anchor.click()
    pop = page.locator("#ui-pop")
    assert pop.is_visible()
    assert any(note.term in (pop.text_content() or "") and note.definition in (pop.text_content() or "") for note in notes)
    box = pop.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= WINDOWS[window][0]
    page.keyboard.press("Escape")
    assert not pop.is_visible()


@pytest.mark.parametrize("name", NAMES)
def test_notices_lead_to_their_places(opened: Open, window: str, name: str) -> None:
    """Every notice with a place, and every flaw on top, leads there."""
    page = opened(page_of(name), window).page
    links = page.locator(".head a.to")
    for number in range(links.count()):
        links.nth(number).click()
        assert in_window(page, "#ui-article .lit")


@pytest.mark.parametrize("name", NAMES)
def test_links_are_stable(opened: Open, window: str, name: str) -> None:
    """The address of a paragraph, or of a figure, opens the page there."""
    found = document(name)
    paragraph = found.sections[-1].paragraphs[-1].id if found.sections[-1].paragraphs else found.sections[0].paragraphs[0].id
    page = opened(page_of(name), window, f"#{paragraph}").page
    assert in_window(page, f"#{paragraph}")
    if found.indicators:
        figure = found.indicators[-1]
        key = f"f-{figure.id}-{figure.kind}-{figure.period}"
        again = opened(page_of(name), window, f"#{key}").page
        assert in_window(again, f'[data-m~="{key}"].lit')


@pytest.mark.parametrize("name", NAMES)
def test_every_id_once_and_every_link_somewhere(opened: Open, window: str, name: str) -> None:
    """No id stands twice, and no link of the page leads nowhere."""
    page = opened(page_of(name), window).page
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    dead = page.evaluate("""[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1)).filter(k =>
        !document.getElementById(k) && !k.startsWith('removed-') && !document.querySelector(`[data-m~="${k}"]`))""")
    assert dead == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_sticks_out(opened: Open, window: str, name: str) -> None:
    """No view is wider than the window."""
    page = opened(page_of(name), window).page
    for shown in ("text", "facts", "outline") if window == "phone" else ("text",):
        view(page, shown, window)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", NAMES)
def test_small(opened: Open, window: str, name: str) -> None:
    """The page of a seed is under 400 KB and complete when it is loaded (how quickly: python -m benchmarks.viewer)."""
    page = opened(page_of(name), window).page
    assert page.evaluate("document.documentElement.classList.contains('js')")
    assert len(page_of(name).encode()) < (400_000 if name != "long" else 800_000)
