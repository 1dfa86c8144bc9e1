"""The law of conservation as a check. What breaks it, case by case, lies in tests/contract/invalid."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from converter.checking.conservation import violations
from tests.minimal import minimal

TEXT = st.text(alphabet=st.sampled_from("经济增长5%。,\u3000\u00a0 \n\t*_"), max_size=60)


def parsed(text: str) -> dict[str, Any]:
    """A good document as parsed JSON."""
    document: dict[str, Any] = json.loads(minimal(text).model_dump_json())
    return document


@given(TEXT)
def test_holds_where_nothing_is_lost(text: str) -> None:
    """A document that keeps every character keeps the law, blank lines, white space and odd characters included."""
    assert violations(parsed(text)) == []


@given(TEXT.filter(lambda text: any(c.isalnum() for c in text)), st.data())
def test_one_character_is_enough(text: str, data: st.DataObject) -> None:
    """Take one word character out of a paragraph's text, and the law is broken."""
    document = parsed(text)
    paragraphs = [p for s in document["sections"] for p in s["paragraphs"] if any(c.isalnum() for c in p["text"])]
    paragraph = data.draw(st.sampled_from(paragraphs))
    at = data.draw(st.sampled_from([i for i, c in enumerate(paragraph["text"]) if c.isalnum()]))
    paragraph["text"] = paragraph["text"][:at] + paragraph["text"][at + 1 :]
    assert [finding.code for finding in violations(document)] == ["GWR114"]


def test_white_space_is_free() -> None:
    """White space may differ between a paragraph's text and the source: words broken over lines are joined."""
    document = parsed("经济\u3000增长")
    document["sections"][0]["paragraphs"][0]["text"] = "经济增长"
    assert violations(document) == []
