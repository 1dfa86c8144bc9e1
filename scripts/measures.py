"""What can be measured without labels: the law, how much is kept, and whether what was printed bold was found."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter.checking.conservation import violations
from converter.checking.walking import walk

_NUMBERED = re.compile(r"^\s*([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])")
_WORD = re.compile(r"[^\W_]")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Kept:
    """One converted file: whether the law holds, and the share of its word characters that are report text."""

    name: str
    lawful: bool
    share: float


def kept(name: str, document: dict[str, Any]) -> Kept:
    """The law and the share of body and front in one document."""
    text = document["source"]["text"]
    words = sum(len(_WORD.findall(text, *row["span"])) for row in document["ledger"] if row["fate"] in ("body", "front"))
    return Kept(name, not violations(document), words / max(1, len(_WORD.findall(text))))


def bold_headings(bold: Path, document: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The numbered headings that were bold in the original: all of them, and those that were not found."""
    wanted = [entry for entry in json.loads(bold.read_text("utf-8")) if _NUMBERED.match(entry)]
    titles = [_squash((s["number"] or "") + s["title"]) for _, s in walk(document["sections"]) if s["title"]]
    return wanted, [entry for entry in wanted if not any(_same(_squash(entry), title) for title in titles)]


def _same(entry: str, title: str) -> bool:
    """A bold entry may run on into the paragraph, or stop before the title's end."""
    return entry.startswith(title) or title.startswith(entry)


def _squash(text: str) -> str:
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text))
