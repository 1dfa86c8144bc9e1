"""A browser of the machine, the pages of the seeds, and a record of everything a page asked for or complained about."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from converter.models.document import Document
from converter.pipeline import convert
from converter.viewing.pages import one

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
NAMES = [path.stem[:3] for path in SEEDS] + ["long"]
WINDOWS = {"desktop": (1440, 900), "phone": (390, 844)}
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Where Chromium is: GWR_CHROMIUM names one, else the one on the path."""
    return os.environ.get("GWR_CHROMIUM") or next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


@cache
def document(name: str) -> Document:
    """A seed by its number, or `long`: 30,000 characters made from the seeds."""
    if name == "long":
        return convert(_long().encode(), "long.txt")
    path = next(p for p in SEEDS if p.name.startswith(name))
    return convert(path.read_bytes(), path.name)


def _long() -> str:
    """The longest seed with the paragraphs of the others put into its middle, again and again, up to 30,000 characters."""
    texts = [path.read_text("utf-8") for path in SEEDS]
    lines = max(texts, key=len).split("\n")
    more = [line for text in texts for line in text.split("\n") if len(line) > 60]
    middle, size = len(lines) // 2, sum(len(line) + 1 for line in lines)
    filled: list[str] = []
    while size < 30_000:
        line = more[len(filled) % len(more)]
        filled.append(line)
        size += len(line) + 1
    return "\n".join([*lines[:middle], *filled, *lines[middle:]])


@cache
def page_of(name: str) -> str:
    """The page of a document, made once."""
    return one(document(name))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = chromium()
    if program is None:
        pytest.skip("no Chromium on this machine (GWR_CHROMIUM names one)")
    with playwright.sync_playwright() as started:
        # A machine of tests is often run by root, whom Chromium gives no sandbox.
        running = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


@dataclass
class Opened:
    """A page in the browser, with what it said and asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


Open = Callable[..., "Opened"]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page's text as a file; when the test ends, the console must be clean and nothing may have been requested."""
    with _windows(browser, tmp_path) as (made, open_):
        yield open_
        for one_ in made:
            assert one_.said == []
            assert [url for url in one_.asked if not url.startswith(("file:", "data:"))] == []
            assert len([url for url in one_.asked if url.startswith("file:")]) <= 1


@contextmanager
def _windows(browser: Browser, folder: Path) -> Iterator[tuple[list[Opened], Open]]:
    made: list[Opened] = []

    def open_(text: str, window: str = "desktop", fragment: str = "") -> Opened:
        width, height = WINDOWS[window]
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        page = context.new_page()
        page.set_default_timeout(10_000)
        found = Opened(page)
        page.on("console", lambda message: found.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: found.said.append(str(error)))
        page.on("request", lambda request: found.asked.append(request.url))
        file = folder / f"page{len(made)}.html"
        file.write_text(text, "utf-8")
        page.goto(f"{file.as_uri()}{fragment}")
        made.append(found)
        return found

    try:
        yield made, open_
    finally:
        for one_ in made:
            one_.page.context.close()
