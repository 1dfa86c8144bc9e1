"""Take the pictures of the documentation, of pages made from the seeds.

python -m scripts.screenshots
"""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from converter.viewing.pages import two
from tests.browser.conftest import WINDOWS, chromium, document, page_of

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
COMPARED = "002 with 000"
_COLOURS = 256  # enough for text and flat colour, and a third of the size


@dataclass(frozen=True)
class Picture:
    """A page, what is done on it, and the name of the picture."""

    name: str
    page: str
    window: str
    script: str
    dark: bool = False


PICTURES = (
    Picture("reader", "002", "desktop", "document.querySelectorAll('.figures .to')[7].click()"),
    Picture(
        "removed", "000", "desktop", "for (const id of ['ui-removed', 'ui-tab-charts']) document.getElementById(id).click(); scrollTo(0, 0)"
    ),
    Picture("compare", COMPARED, "desktop", "document.querySelector('.texts').scrollIntoView()"),
    Picture(
        "phone",
        "002",
        "phone",
        "document.querySelector('[data-view=facts]').click(); document.getElementById('ui-tab-charts').click()",
        dark=True,
    ),
)


def take(browser: Browser, picture: Picture, folder: Path) -> None:
    """Write one picture."""
    width, height = WINDOWS[picture.window]
    text = two(document("000"), document("002")) if picture.page == COMPARED else page_of(picture.page)
    file = folder / "page.html"
    file.write_text(text, "utf-8")
    scheme: Literal["dark", "light"] = "dark" if picture.dark else "light"
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    page.goto(file.as_uri())
    page.evaluate(picture.script)
    page.wait_for_timeout(500)  # the page scrolls to its place
    shot = Image.open(io.BytesIO(page.screenshot()))
    shot.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE).save(
        IMAGES / f"{picture.name}.png", optimize=True
    )
    page.close()


def main() -> None:
    """Write all of them."""
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as started, tempfile.TemporaryDirectory() as folder:
        browser = started.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, picture, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
