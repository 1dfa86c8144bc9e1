"""Lines and columns of the raw input, for findings that know their place in the linearised text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from converter.checking.findings import Finding

_ENOUGH = 12  # characters by which a place is looked for in a page's own bytes


def in_raw(findings: Iterable[Finding], document: dict[str, Any], data: bytes) -> Iterator[Finding]:
    """Plain text has the lines of its input. In other formats the first words are looked for; found once, that is the place."""
    source = document["source"]
    if source["media_type"] == "text/plain":
        yield from findings
        return
    decoded = _decoded(data, source["encoding"])
    for finding in findings:
        yield _moved(finding, source["text"], decoded)


def _decoded(data: bytes, encoding: str | None) -> str:
    try:
        return data.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n") if encoding else ""
    except LookupError:
        return ""


def _moved(finding: Finding, text: str, decoded: str) -> Finding:
    if finding.span is None:
        return finding
    words = text[finding.span[0] : finding.span[0] + _ENOUGH].partition("\n")[0]
    if not words.strip() or decoded.count(words) != 1:
        return replace(finding, line=None, column=None)
    at = decoded.index(words)
    return replace(finding, line=decoded.count("\n", 0, at) + 1, column=at - decoded.rfind("\n", 0, at))
