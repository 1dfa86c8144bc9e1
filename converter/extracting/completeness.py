"""Whether the whole report is there, and which page of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal

from converter.expressions import rare
from converter.extracting.notes.regions import lined
from converter.extracting.tenses import told
from converter.extracting.values.dates import small_number
from converter.models.structure import Completeness, Page, Part
from converter.sectioning.roles import by_words
from converter.sectioning.signed_off import last_words
from converter.sectioning.tree import Sectioned
from converter.stripping.closing import is_closing
from converter.stripping.front import front
from converter.stripping.headlines import HEADLINE
from converter.stripping.opening import opens

DocumentType = Literal["government_work_report", "compilation", "resolution", "other"]

_N = r"([\d一二三四五六七八九十]{1,3})"
_PAGE = rare(rf"第{_N}[/／]{_N}页|第{_N}页[,，/(]?共{_N}页|\((\d{{1,3}})/(\d{{1,3}})\)|页码:?{_N}/{_N}|[Pp]age{_N}of{_N}")
_PAGES = rare(rf"共{_N}页[,，/]?(?:当前)?第{_N}页")


def completeness(sectioned: Sectioned, kind: DocumentType) -> Completeness:
    """Status and missing parts. Proper start: a title, a meeting line or the opening; the end: the last words.

    What is no report has none of a report's parts to miss.
    """
    if kind in ("resolution", "other"):
        return Completeness(status="complete", page=_page(sectioned))
    missing: list[Part] = [part for part, there in parts_of(sectioned).items() if not there]
    return Completeness(status=_status(sectioned, missing), missing=tuple(missing), page=_page(sectioned))


def parts_of(sectioned: Sectioned) -> dict[Part, bool]:
    """Which parts of a report are there."""
    titled = _titled(sectioned)
    opening = _opened(sectioned, titled=titled)
    there = _reviewed_and_planned(sectioned) if titled or opening else _told(sectioned)
    ended = _closed(_last(sectioned)) or _closed(_above_notes(sectioned))
    return {
        "title": titled,
        "opening": opening,
        "review": "review" in there,
        "plan": "plan" in there,
        "closing": ended and ("plan" in there or "review" not in there),  # else the words are the last of the review
    }


def _opened(sectioned: Sectioned, *, titled: bool) -> bool:
    """Whether the report turns to the meeting. 各位代表! alone stands further on too: without a title above it, it says nothing."""
    first = [p for section, _ in sectioned.walk() for p in section.paragraphs][:6]
    starts = ("".join(sectioned.mended.view(p.span).shadow.split())[:200] for p in first)
    return any(opens(c) and (titled or len(c) > _SALUTED or not c.endswith("!")) for c in starts)


def _reviewed_and_planned(sectioned: Sectioned) -> set[Part]:
    """Whether review and plan are there, by the roles of the sections."""
    roles = {s.role for s, _ in sectioned.walk()}
    parts: dict[Part, bool] = {"review": bool(roles & _REVIEW) or _reviewed_first(sectioned), "plan": bool(roles & _PLAN)}
    return {part for part, there in parts.items() if there}


_REVIEW, _PLAN = {"review", "achievements"}, {"tasks", "targets", "requirements"}


def _told(sectioned: Sectioned) -> set[Part]:
    """The same of a piece that begins in the middle: its first heading is not the report's first, and says less than its words do."""
    view = sectioned.mended.view
    above = [s for s, up in sectioned.walk() if not up and s.title is not None and _PARTED.search(view(s.title).shadow)]
    named = {s.role for s in above if (s.evidence or "").startswith("title")}
    texts = ["".join(view(p.span).shadow.split()) for s, _ in sectioned.walk() if s.role != "annex" for p in s.paragraphs]
    planned = min((s.span[0] for s in above if s.role in _PLAN), default=0)
    parts: dict[Part, bool] = {"review": bool(named & _REVIEW), "plan": bool(named & _PLAN)}
    return told(texts, _before(sectioned, planned)) | {part for part, there in parts.items() if there}


def _before(sectioned: Sectioned, start: int) -> int:
    """How many paragraphs stand before a place."""
    return sum(p.span[0] < start for s, _ in sectioned.walk() if s.role != "annex" for p in s.paragraphs)


_PARTED = rare(r"(?:19|20)\d\d年|[今明]年|回顾|总结|任务|安排|部署|打算|要求|目标")


def _closed(last: Sequence[str]) -> bool:
    """Whether one of the last paragraphs calls on everybody and no long one follows, or the very last is one of last words."""
    called = next((i for i in range(len(last) - 1, -1, -1) if is_closing(last[i])), None)
    return _signed_off(last) or (called is not None and all(len(c) <= _BRIEF for c in last[called + 1 :]))


_BRIEF = 120  # characters of what may follow the call: thanks, wishes, a poem


def _above_notes(sectioned: Sectioned) -> list[str]:
    """The last paragraphs above a glossary that no heading opens: [1]“三农”：…"""
    seen = lined(sectioned)
    first = min((view.offsets[0] for held in seen.held for view in held), default=0)
    above = (line.view for line in seen.every if line.role != "annex" and line.view.offsets[0] < first)
    return ["".join(view.shadow.split()) for view in above][-4:]


def _reviewed_first(sectioned: Sectioned) -> bool:
    """Whether the text above the first heading reviews at length, as reports without a heading for it do."""
    first = next(iter(sectioned.sections), None)
    if first is None or first.title is not None or first.role != "opening":
        return False
    view = sectioned.mended.view
    texts = ["".join(view(p.span).shadow.split()) for p in first.paragraphs]
    return sum(map(len, texts)) > _LONG and by_words(texts, first=False)[0] == "review"


_LONG = 800  # characters: an introduction is shorter


def _last(sectioned: Sectioned) -> list[str]:
    """The last paragraphs before the annexes, of the last section: what stands above a heading without text closed another part."""
    before = [s for s, _ in takewhile(lambda pair: pair[0].role != "annex" or pair[0].number is not None, sectioned.walk())]
    if not before:
        return []
    view = sectioned.mended.view
    return ["".join(view(p.span).shadow.split()) for p in before[-1].paragraphs][-4:]


def _signed_off(last: Sequence[str]) -> bool:
    """Whether the very last paragraph is one of last words."""
    return bool(last) and last_words(last[-1], saluted=len(last) > 1 and last[-2].startswith("各位代表") and len(last[-2]) <= _SALUTED)


_SALUTED = 12
_HEADLINES = ("duplicate", "navigation", "other")  # a site prints the title above its toolbars, apart from the text


def _titled(sectioned: Sectioned) -> bool:
    segments = sectioned.mended.segments
    if any(s.fate == "front" and s.kind == "title" and s.rule != HEADLINE for s in segments):
        return True
    shadow = sectioned.mended.source.shadow
    removed = ("".join(shadow[s.start : s.end].split()) for s in segments if s.fate == "removed" and s.kind in _HEADLINES)
    return any((found := front(c, None)) and found[0] == "title" for c in removed)


def _status(sectioned: Sectioned, missing: list[Part]) -> Literal["complete", "truncated", "fragment"]:
    body = [s for s in sectioned.mended.segments if s.fate in ("front", "body")]
    started = "opening" not in missing or bool(body and body[0].fate == "front")
    gone = set(missing) & {"review", "plan", "closing"}
    if "opening" in missing and (later_page(sectioned) or ("title" in missing and not _begins(sectioned))):
        return "fragment"
    if not gone:
        return "complete"
    return "truncated" if started else "fragment"


def _begins(sectioned: Sectioned) -> bool:
    """Whether a text without title and opening begins with the first heading of a report, or below lines of a masthead."""
    first = next(iter(sectioned.sections), None)
    segments = (s for s in sectioned.mended.segments if s.fate in ("front", "body"))
    fronted = next((s.fate == "front" for s in segments), False)
    return fronted or (first is not None and first.title is not None and (first.number is None or first.number[0] in "一1壹第"))


def later_page(sectioned: Sectioned) -> str:
    """The title that the page bears with its number, if it does: 2024年区政府工作报告(第5/21页). The first page is none of the later."""
    if (page := _page(sectioned)) is not None and page.number == 1:
        return ""
    return next((title for c in _paged(sectioned) if (title := _COUNT.sub("", c)) and (front(title, None) or ("",))[0] == "title"), "")


_COUNT = rare(r"[(_—-]?第?\d{1,3}(?:/\d{1,3})?页?\)?\Z")


def _paged(sectioned: Sectioned) -> Iterator[str]:
    shadow = sectioned.mended.source.shadow
    paged = (s for s in sectioned.mended.segments if s.fate == "removed" and s.kind == "pagination")
    return ("".join(shadow[s.start : s.end].split()) for s in paged)


def _page(sectioned: Sectioned) -> Page | None:
    for printed in _paged(sectioned):
        if (found := _PAGE.search(printed) or _PAGES.search(printed)) is not None:
            number, of = sorted(small_number(g) for g in found.groups() if g)  # of the number and the count in whatever order
            return Page(number=number, of=of) if number else None
    return _counted(sectioned)


def _counted(sectioned: Sectioned) -> Page | None:
    """The number behind the title, the count on a line of its own: 2016年区政府工作报告(3) … 共4页: 上一页 1 2 3 4 下一页."""
    number = next((int(found[1]) for c in _paged(sectioned) if (found := _NUMBER.search(c)) and front(c[: found.start()], None)), 0)
    of = next((small_number(found[1]) for c in _paged(sectioned) if (found := _ALL.search(c))), 0)
    return Page(number=number, of=of) if 0 < number <= of else None


_NUMBER = rare(r"\(第?(\d{1,3})页?\)\Z")
_ALL = rare(rf"共{_N}页")
