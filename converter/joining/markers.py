"""Which page a page says it is: 第5/21页, 第5页 共21页, (5/21), the page bar of a site; else its file name or address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from converter.joining.pages import Page

_PRINTED = (
    re.compile(r"第(?P<number>\d{1,3})/(?P<of>\d{1,3})页"),
    re.compile(r"第(?P<number>\d{1,3})页[,/(|]?共(?P<of>\d{1,3})页"),
    re.compile(r"共(?P<of>\d{1,3})页[^。]{0,12}?第(?P<number>\d{1,3})页"),
    re.compile(r"\((?P<number>\d{1,3})/(?P<of>\d{1,3})\)\Z"),
    re.compile(r"\A(?P<number>\d{1,3})/(?P<of>\d{1,3})\Z"),
    re.compile(r"报告[^。]{0,20}第(?P<number>\d{1,3})页\)?\Z"),
    re.compile(r"报告\(?(?P<number>\d{1,2})\)?\Z"),  # the title with the page's number behind it
)
_BAR = re.compile(r"(?:上一页|下一页|首页|尾页|末页)")
_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_BARE = re.compile(r"(?<![\[\d])(\d{1,3})(?![\]\d])")
_LONGEST = 120


def printed(pages: Sequence[Page]) -> list[Page]:
    """The pages with the numbers that their own lines say: those of the way of saying it that tells most pages apart.

    A page may carry two (a page of a report that is itself page 5 of 21 of a compilation).
    """
    best: list[Page] = list(pages)
    for found in (*(_all(pattern, pages) for pattern in _PRINTED), [_bar(page) for page in pages]):
        said = [_chosen(page, candidates, _usual(found)) for page, candidates in zip(pages, found, strict=True)]
        if _told(said) > _told(best):
            best = said
    return best


Candidates = list[tuple[int, int | None, str]]  # number, of, the line that says so


def _all(pattern: re.Pattern[str], pages: Sequence[Page]) -> list[Candidates]:
    return [[c for glance in (*page.lines, *page.outside) for c in _said(pattern, glance.compact)] for page in pages]


def _said(pattern: re.Pattern[str], compact: str) -> Candidates:
    found = pattern.search(compact) if len(compact) <= _LONGEST else None
    number, of = (int(found["number"]), found.groupdict().get("of")) if found else (0, None)
    return [(number, int(of) if of else None, compact)] if number and (of is None or number <= int(of)) else []


def _usual(found: Sequence[Candidates]) -> int | None:
    """The number of pages that most pages name."""
    counts = Counter(of for candidates in found for of in {of for _, of, _ in candidates})
    return counts.most_common(1)[0][0] if counts else None


def _chosen(page: Page, candidates: Candidates, of: int | None) -> Page:
    best = next((c for c in candidates if c[1] == of), candidates[0] if candidates else None)
    return replace(page, number=best[0], of=best[1], evidence=best[2]) if best else page


def _told(pages: Sequence[Page]) -> int:
    return len({page.number for page in pages if page.number is not None})


def _bar(page: Page) -> Candidates:
    """上一页 [1] [2] 3 [4] 下一页: the number that is written unlike the others."""
    out: Candidates = []
    for glance in (*page.lines, *page.outside):
        if len(glance.compact) <= _LONGEST and _BAR.search(glance.compact):
            linked, bare = _BRACKETED.findall(glance.compact), _BARE.findall(glance.compact)
            odd = bare if len(bare) == 1 and len(linked) > 1 else linked if len(linked) == 1 and bare else []
            out += [(int(n), None, glance.compact) for n in odd]
    return out


_NUMBERED = re.compile(r"(?P<base>.*?)[-_. (（第pP=]{0,4}?(?:page|Page)?[-_=]?(?<!\d)(?P<number>\d{1,3})[页)）]?\Z")


def named(pages: Sequence[Page]) -> list[Page]:
    """The pages with the numbers of their addresses or file names, where these differ in one number only.

    Sites call the first page content.html and the second content_1.html or content_2.html.
    """
    stems = [_stem(page) for page in pages]
    found = [_NUMBERED.match(stem) for stem in stems]
    bases = Counter(m["base"] for m in found if m)
    if not bases:
        return list(pages)
    base, often = bases.most_common(1)[0]
    numbers = [int(m["number"]) if m and m["base"] == base else None for m in found]
    if often == len(pages) - 1:  # the first page alone has no number, or only the number of the whole
        low = min(n for n in numbers if n is not None)
        numbers = [low - 1 if n is None and base.startswith(stem) else n for n, stem in zip(numbers, stems, strict=True)]
    if None in numbers or len(set(numbers)) < len(numbers):
        return list(pages)
    return [replace(page, number=n, of=None, evidence=stem) for page, n, stem in zip(pages, numbers, stems, strict=True)]


def _stem(page: Page) -> str:
    where = page.source.url or page.source.name
    return PurePath(where.split("#")[0]).stem if not page.source.url else re.sub(r"\.\w{2,5}\Z", "", where.split("#")[0])
