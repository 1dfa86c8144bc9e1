"""How large the pages are and how quickly they answer, in Chromium.

    python -m benchmarks.viewer
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from converter.viewing.pages import index
from tests.browser.conftest import NAMES, WINDOWS, chromium, page_of
from tests.browser.entries import entries

SWITCH = """() => { const before = performance.now(); document.getElementById('ui-removed').click();
    document.body.getBoundingClientRect(); return performance.now() - before }"""
FILTER = """query => { const box = document.getElementById('ui-query'); const before = performance.now(); box.value = query;
    box.dispatchEvent(new Event('input')); document.body.getBoundingClientRect(); return performance.now() - before }"""
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def measure(browser: Browser, name: str, text: str, folder: Path) -> None:
    """One line a page and window: size, time to load, time of an answer."""
    file = folder / f"{name}.html"
    file.write_text(text, "utf-8")
    for window, (width, height) in WINDOWS.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(file.as_uri())
        loaded = page.evaluate(LOADED)
        queries = ("市", "第7", "2010", "甲省 2003", "")
        answered = max(page.evaluate(FILTER, q) for q in queries) if name == "index" else page.evaluate(SWITCH)
        print(f"{name:6} {window:8} {len(text.encode()) / 1000:7.0f} KB  loaded {loaded:5.0f} ms  answers {answered:5.0f} ms")
        page.close()


def main() -> None:
    """Every seed, the long report, and an index of 3,000."""
    with sync_playwright() as started, tempfile.TemporaryDirectory() as folder:
        browser = started.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name in NAMES:
            measure(browser, name, page_of(name), Path(folder))
        measure(browser, "index", index(entries(3000)), Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
