"""Pages given twice, and pages of two different reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from converter.joining.pages import Page, Trimmed, Unjoinable
from converter.reading.source import Remark
from converter.stripping.front import plain_title, title
from converter.stripping.opening import REPORTING, opens

ALIKE = 0.8  # share of the text of the shorter page that stands on the other one
NEAR = 14  # lines at the top of a page among which its title stands


def distinct(pages: Sequence[Page]) -> tuple[list[Page], list[Remark]]:
    """The pages less those given twice, with a remark for each that was left out."""
    kept: list[Page] = []
    remarks: list[Remark] = []
    texts = _texts(pages)
    for page, text in zip(pages, texts, strict=True):
        twin = next((k for k in kept if _same(k, page, texts[pages.index(k)], text)), None)
        if twin is None:
            kept.append(page)
        else:
            said = f"{page.name} is the page {twin.name} once more (sha256 {page.source.sha256[:12]}) and was left out"
            remarks.append(Remark("GWR042", "warning", said))
    return kept, remarks


def _texts(pages: Sequence[Page]) -> list[frozenset[str]]:
    """The running text of each page; what stands on most of three or more pages is the site's."""
    counts = Counter(line for page in pages for line in {g.compact for g in page.lines if g.prose})
    common = {line for line, n in counts.items() if len(pages) > 2 and n > len(pages) / 2}
    return [frozenset(g.compact for g in page.lines if g.prose) - common for page in pages]


def _same(one: Page, other: Page, here: frozenset[str], there: frozenset[str]) -> bool:
    if one.source.sha256 == other.source.sha256:
        return True
    shared, least = _size(here & there), min(_size(here), _size(there))
    return least > 0 and shared >= ALIKE * least


def _size(lines: frozenset[str]) -> int:
    return sum(map(len, lines))


def refuse_different(pages: Sequence[Trimmed]) -> None:
    """Raise Unjoinable where two pages say that they are of different reports."""
    for one, other in combinations(pages, 2):
        why = _numbers(one.page, other.page) or _titles(one.page, other.page)
        if why:
            raise Unjoinable(f"{one.name} and {other.name} are not pages of one report: {why}")
    opened = [page for page in pages if _opens(page)]
    if len(opened) > 1 and not _titled_alike([p.page for p in opened]):
        raise Unjoinable(f"{opened[0].name} and {opened[1].name} are not pages of one report: each opens one")


def _numbers(one: Page, other: Page) -> str | None:
    if one.of and other.of and one.of != other.of:
        return f"one says page {one.number} of {one.of}, the other page {other.number} of {other.of}"
    if one.number is not None and one.number == other.number:
        return f"both say page {one.number}, and their texts differ"
    return None


def _titles(one: Page, other: Page) -> str | None:
    here, there = titles(one), titles(other)
    if not here or not there or any(_fit(a, b) for a in here for b in there):
        return None
    return f"one is titled {here[0][:40]}, the other {there[0][:40]}"


_PAGE = re.compile(r"[(\[-]?第?\d{1,3}(?:/\d{1,3})?页?(?:[,/]?共\d{1,3}页)?[)\]]?\Z")
_YEAR = re.compile(r"[12]\d{3}")
_NAME = re.compile(r"政府|人民|工作|报告|年|[^\u4e00-\u9fff]")


def titles(page: Page) -> list[str]:
    """The report's titles above the text of a page, without page numbers and decoration."""
    return list(_above(page))


def _above(page: Page) -> Iterator[str]:
    top = [*page.outside[:NEAR], *page.lines[: min(NEAR, (len(page.lines) + 1) // 2)]]
    for glance in top:
        if glance.prose:
            return
        plain = plain_title(_PAGE.sub("", glance.compact))
        if title(plain, None) and "报告" in plain:
            yield plain


def _fit(one: str, other: str) -> bool:
    """Whether two titles may be of one report: no two years, and no two places."""
    years = _YEAR.findall(one), _YEAR.findall(other)
    if years[0] and years[1] and not set(years[0]) & set(years[1]):
        return False
    a, b = _NAME.sub("", one), _NAME.sub("", other)
    return not a or not b or a in b or b in a


def _titled_alike(pages: Sequence[Page]) -> bool:
    names = [set(titles(page)) for page in pages]
    return all(names) and all(any(_fit(x, y) for x in a for y in b) for a, b in combinations(names, 2))


def _opens(page: Trimmed) -> bool:
    return any(opens(g.compact[:200]) and REPORTING.search(g.compact[:200]) for g in page.kept)
