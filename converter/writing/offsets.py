"""Offsets for readers that count in UTF-16 (JavaScript, Java, C#), and back to code points, which everything here counts in.

Each works on parsed JSON. A pair of whole numbers is a span, whatever the field is called: documents have no other such pairs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Any, Literal

Json = dict[str, Any]
Offsets = Literal["code_points", "utf16"]
CODE_POINTS: Offsets = "code_points"
UTF16: Offsets = "utf16"


def to_utf16(document: Json) -> Json:
    """The document with offsets in UTF-16 units; source.offsets says so."""
    long = _long(document)
    return _marked(_moved(document, lambda at: at + bisect_left(long, at)) if long else document, UTF16)


def to_code_points(document: Json) -> Json:
    """A document of `to_utf16` as it was. Raises ValueError for an offset that stands within a character."""
    ends = [at + number for number, at in enumerate(_long(document))]  # each character's first unit

    def back(at: int) -> int:
        before = bisect_right(ends, at - 1)
        if before and ends[before - 1] == at - 1:
            raise ValueError(f"offset {at} is within a character, by UTF-16")
        return at - before

    return _marked(_moved(document, back) if ends else document, CODE_POINTS)


def is_utf16(document: Any) -> bool:
    """Whether a document says that its offsets are UTF-16 units."""
    source = document.get("source") if isinstance(document, dict) else None
    return isinstance(source, dict) and source.get("offsets") == UTF16 and isinstance(source.get("text"), str)


def _long(document: Json) -> list[int]:
    """Where characters of two UTF-16 units stand, in code points."""
    return [at for at, mark in enumerate(document["source"]["text"] or "") if mark > "\uffff"]


def _moved(value: Any, move: Callable[[int], int]) -> Any:
    if isinstance(value, dict):
        return {key: _moved(under, move) for key, under in value.items()}
    if isinstance(value, list):
        pair = len(value) == 2 and all(type(one) is int for one in value)
        return [move(one) for one in value] if pair else [_moved(one, move) for one in value]
    return value


def _marked(document: Json, offsets: Offsets) -> Json:
    """The same with source.offsets, which is left out where offsets are code points; the reports of a compilation too."""
    source = {key: value for key, value in document["source"].items() if key != "offsets"}
    reports = document.get("reports")
    marked = document | {"source": source | ({"offsets": offsets} if offsets != CODE_POINTS else {})}
    return marked | {"reports": [_marked(one, offsets) for one in reports]} if isinstance(reports, list) else marked
