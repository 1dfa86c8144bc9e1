"""Check one document, or one raw report by converting it."""

from __future__ import annotations

import json
from typing import Any

from converter.checking import conservation, published
from converter.checking.findings import INPUT, Finding


def check_document(document: Any) -> list[Finding]:
    """What is wrong with a document given as parsed JSON. The law is looked at where the schema is followed."""
    return published.breaches(document) or conservation.violations(document)


def check_report(data: bytes, name: str) -> list[Finding]:
    """What is wrong with a raw report: the document it gives, and the diagnostics in it; Unreadable where it gives none."""
    from converter.pipeline import convert
    from converter.writing.documents import dumps

    document = json.loads(dumps(convert(data, name), compact=True))
    return [*check_document(document), *_input(document, data), *_noticed(document)]


def _input(document: dict[str, Any], data: bytes) -> list[Finding]:
    """Plain text in UTF-8 is kept to the character: only the mark in front and the kind of line break may go."""
    source = document["source"]
    if (source["media_type"], source["encoding"]) != ("text/plain", "utf-8"):
        return []
    decoded = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return [] if decoded == source["text"] else [Finding(INPUT, "source.text is not the decoded input")]


def _noticed(document: dict[str, Any]) -> list[Finding]:
    """The document's own diagnostics that people should look at, with the line they stand on."""
    text = document["source"]["text"]
    return [
        Finding(said["code"], said["message"], said["severity"], said["span"] and text.count("\n", 0, said["span"][0]) + 1)
        for said in document["diagnostics"]
        if said["severity"] != "info"
    ]
