"""Counts that a heading announces: 抓好八个方面工作, 办好十件实事."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Json, Report, pair
from converter.extracting.values.numerals import numeral
from converter.numbering import mark
from converter.text import shadow

_NUMBER = r"([二两三四五六七八九十]{1,3}|\d{1,2})"
_ANNOUNCED = re.compile(
    rf"(?:以下|下列|如下|抓好|做好)(?:以下|下列|这|的)?{_NUMBER}(?:个方面|方面|项)(?:重点)?(?:的)?(?:工作|任务|重点)?[。:;]?$"
)


def announced(report: Report) -> Iterator[Finding]:
    """Where the last words before numbered subsections announce a number of points, there are so many."""
    for at, section in report.sections:
        numbered = [inner for inner in section["sections"] if inner["number"]]
        last = _last_words(section)
        found = _ANNOUNCED.search(shadow(last)) if last and numbered else None
        told = numeral(found[1]) if found else None
        if last and told is not None and told != len(numbered) and told != _highest(numbered):
            said = f"{last[-16:]!r} announces {told}, its section has {len(numbered)}"
            yield Finding("GWR165", said, at, pair(section["title_span"] or section["span"]))


def _last_words(section: Json) -> str | None:
    """What stands right before the first subsection."""
    text = section["paragraphs"][-1]["text"] if section["paragraphs"] else section["title"]
    return None if text is None else str(text).rstrip()


def _highest(numbered: list[Json]) -> int:
    marks = [mark(shadow(inner["number"]) + " ") for inner in numbered]
    return max((one.number for one in marks if one), default=0)
