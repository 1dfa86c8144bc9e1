"""Pages as text: policy, words, and documents of every kind."""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from converter.models.document import Document
from converter.viewing.entries import entry
from converter.viewing.labels import for_script, label, labels
from converter.viewing.pages import index, many, one, two
from converter.viewing.terminal import shown
from tests.minimal import minimal

ROOT = Path(__file__).parents[2]
VIEWING = ROOT / "converter" / "viewing"
VALID = sorted((ROOT / "tests" / "contract" / "valid").glob("*.json"))
DOCUMENTS = [Document.model_validate_json(path.read_text("utf-8")) for path in VALID]
PAGES = {
    "one": lambda d: one(d), "english": lambda d: one(d, "en"),
    "two": lambda d: two(d, minimal()), "many": lambda d: many([d, d, minimal()]),
    "index": lambda d: index([entry(d, "a.json", "a.json", "甲")]),
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.stem for path in VALID])
def test_every_valid_document_has_its_pages(document: Document, page: Callable[[Document], str]) -> None:
    """Whatever the contract allows can be shown; ids stand once, the policy fits, nothing outside is linked."""
    text = page(document)
    ids = Counter(re.findall(r'\bid="([^"]+)"', text))
    assert [key for key, count in ids.items() if count > 1] == []
    policy = (re.search(r'Content-Security-Policy" content="([^"]+)"', text) or [""])[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert f"{tag}-src 'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert re.findall(r'\b(?:src|srcset|action)="|\bon[a-z]+="|\bstyle="|url\(|@import', text) == []
    assert re.findall(r'<link(?! rel="icon" href="data:,")', text) == []


@pytest.mark.parametrize("color", [True, False])
@pytest.mark.parametrize("width", [20, 80, 200])
@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.stem for path in VALID])
def test_the_terminal_takes_every_document(document: Document, width: int, color: bool) -> None:
    """Every valid document is shown at every width, and colours only where they are asked for."""
    text = shown(document, "zh", width=width, color=color)
    assert ("\x1b[" in text) is color


def test_the_terminal_obeys_nothing() -> None:
    """What a document says cannot move the cursor or colour the screen."""
    document = minimal().model_copy(update={"metadata": minimal().metadata.model_copy(update={"title": "\x1b[31m[red]\u202e标题\r\n"})})
    text = shown(document, "en", width=80, color=False)
    assert "⟨U+001B⟩[31m[red]⟨U+202E⟩标题" in text
    assert "\x1b" not in text


def test_words_are_in_both_languages() -> None:
    """Every word a template, a script or the code asks for is in the lists, and none of ours is left unused."""
    own = {key for key in labels() if "." not in key}
    files = [p.read_text("utf-8") for folder in ("templates", "assets") for p in (VIEWING / folder).iterdir()]
    files += [p.read_text("utf-8") for p in VIEWING.glob("*.py")]
    asked = set(re.findall(r"\b(?:ts?|ta|tp|w|word)\('([a-z_]+)'\)", "".join(files)))
    assert asked - own == set()
    quoted = set(re.findall(r"['\"]([a-z_]+)['\"]", "".join(files)))
    named = {f"keys_{key}" for key in quoted}
    assert own - quoted - named == set()
    assert all(zh and en for zh, en in labels().values())


def test_labels_of_codes() -> None:
    """Codes are called by their labels; an unknown one by itself."""
    assert label("section_role.review", "zh") == "工作回顾"
    assert label("removed_kind.related_links", "en") == "related links"
    assert label("indicator.gdp", "en") == "gross domestic product"
    assert label("indicator.made_up", "zh") == "made_up"


def test_json_in_a_script_element_cannot_end_it() -> None:
    """No tag and no line separator stands in the JSON of a page."""
    assert for_script({"a": "</script>\u2028<!--"}) == '{"a":"\\u003c/script>\\u2028\\u003c!--"}'
