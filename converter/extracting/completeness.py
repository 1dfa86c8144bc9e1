"""Whether the whole report is there, and what kind of document it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Literal

from converter.expressions import rare
from converter.extracting.values.dates import small_number
from converter.lexicons import either, load
from converter.models.structure import Completeness, Page, Part
from converter.sectioning.roles import by_words
from converter.sectioning.signed_off import last_words
from converter.sectioning.tree import Sectioned
from converter.stripping.closing import is_closing
from converter.stripping.front import front
from converter.stripping.opening import opens

DocumentType = Literal["government_work_report", "compilation", "resolution", "other"]

_N = r"([\d一二三四五六七八九十]{1,3})"
_PAGE = rare(rf"第{_N}[/／]{_N}页|第{_N}页[,，/(]?共{_N}页|\((\d{{1,3}})/(\d{{1,3}})\)|页码:?{_N}/{_N}|[Pp]age{_N}of{_N}")
_PAGES = rare(rf"共{_N}页[,，/]?(?:当前)?第{_N}页")
# Others report to the same meeting, in the same words.
_OTHERS = (
    r"(?:法院|检察院|(?:人大|人民代表大会|政协)(?:常委会|常务委员会)|政治协商会议.{0,20}委员会"
    r"|中国共产党.{0,24}委员会|中共.{0,16}(?<!革命)委员会|纪律检查委员会)"
)
_BY_OTHERS = rare(
    rf"我(?:代表|受)[^,。;:]{{0,20}}{_OTHERS}|.{{0,40}}{_OTHERS}(?:的)?(?:工作)?报告\Z"
    r"|[^。]{0,40}预算[^。]{0,20}报告(?:\(.{0,12}\))?\Z"
)
_RESOLUTION = re.compile(r"会议(?:听取|审议|认为|同意|批准|决定|号召)|决议")
_RESOLVED = rare(r"关于.{2,40}决议|会议决定|决定批准|会议号召")  # a report carries resolutions out: 认真执行人大决议


def completeness(sectioned: Sectioned, kind: DocumentType) -> Completeness:
    """Status and missing parts. Proper start: a title, a meeting line or the opening; the end: the last words.

    What is no report has none of a report's parts to miss.
    """
    if kind in ("resolution", "other"):
        return Completeness(status="complete", page=_page(sectioned))
    missing: list[Part] = [part for part, there in _parts(sectioned).items() if not there]
    return Completeness(status=_status(sectioned, missing), missing=tuple(missing), page=_page(sectioned))


def _parts(sectioned: Sectioned) -> dict[Part, bool]:
    roles = {s.role for s, _ in sectioned.walk()}
    first = [p for section, _ in sectioned.walk() for p in section.paragraphs][:6]
    last = _last(sectioned)
    return {
        "title": _titled(sectioned),
        "opening": any(opens("".join(sectioned.mended.view(p.span).shadow.split())[:200]) for p in first),
        "review": bool(roles & {"review", "achievements"}) or _reviewed_first(sectioned),
        "plan": bool(roles & {"tasks", "targets", "requirements"}),
        "closing": any(is_closing(c) for c in last) or _signed_off(last),
    }


def _reviewed_first(sectioned: Sectioned) -> bool:
    """Whether the text above the first heading reviews at length, as reports without a heading for it do."""
    first = next(iter(sectioned.sections), None)
    if first is None or first.title is not None or first.role != "opening":
        return False
    view = sectioned.mended.view
    texts = ["".join(view(p.span).shadow.split()) for p in first.paragraphs]
    return sum(map(len, texts)) > _LONG and by_words(texts, first=False)[0] == "review"


_LONG = 800  # characters: an introduction is shorter


def _compacts(sectioned: Sectioned) -> Iterator[str]:
    view = sectioned.mended.view
    return ("".join(view(p.span).shadow.split()) for s, _ in sectioned.walk() for p in s.paragraphs)


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
    if any(s.fate == "front" and s.kind == "title" for s in segments):
        return True
    shadow = sectioned.mended.source.shadow
    removed = ("".join(shadow[s.start : s.end].split()) for s in segments if s.fate == "removed" and s.kind in _HEADLINES)
    return any((found := front(c, None)) and found[0] == "title" for c in removed)


def _status(sectioned: Sectioned, missing: list[Part]) -> Literal["complete", "truncated", "fragment"]:
    body = [s for s in sectioned.mended.segments if s.fate in ("front", "body")]
    started = "opening" not in missing or bool(body and body[0].fate == "front")
    gone = set(missing) & {"review", "plan", "closing"}
    if "opening" in missing and _later_page(sectioned):
        return "fragment"
    if not gone:
        return "complete"
    return "truncated" if started else "fragment"


def _later_page(sectioned: Sectioned) -> bool:
    """Whether the page bears its title with the number of a page: 2024年区政府工作报告(第5/21页)."""
    shadow = sectioned.mended.source.shadow
    paged = ("".join(shadow[s.start : s.end].split()) for s in sectioned.mended.segments if s.fate == "removed" and s.kind == "pagination")
    return any((found := front(_COUNT.sub("", c), None)) and found[0] == "title" for c in paged)


_COUNT = rare(r"[(_—-]?第?\d{1,3}(?:/\d{1,3})?页?\)?\Z")


def _page(sectioned: Sectioned) -> Page | None:
    mended = sectioned.mended
    for segment in mended.segments:
        if segment.fate == "removed" and segment.kind == "pagination":
            printed = "".join(mended.source.shadow[segment.start : segment.end].split())
            if (found := _PAGE.search(printed) or _PAGES.search(printed)) is not None:
                number, of = sorted(small_number(g) for g in found.groups() if g)  # of the number and the count in whatever order
                return Page(number=number, of=of) if number else None
    return None


_PLACE = rare("[全我](?:省|市|区|县|州|盟|旗|镇|乡|街道|自治区)|国务院")


def _own(sectioned: Sectioned, compacts: list[str]) -> bool:
    """Whether a title names a part of a report and the text speaks of its own place: 全区, 我市."""
    named = any((s.evidence or "").startswith("title") and s.role in _ROLES for s, _ in sectioned.walk())
    return named and any(_PLACE.search(c) for c in compacts)


def _reports(compacts: list[str]) -> bool:
    """Several paragraphs dense with what governments do, without the forms of an order: a piece of a report."""
    whole = "".join(c for c in compacts if len(c) > _HEADLINE)
    acts = re.findall(either(load("roles")["acts"]), whole)
    return len(acts) >= _ACTS and len(acts) * _DENSE >= len(whole) and not re.search(either(load("roles")["orders"]), whole)


_HEADLINE = 25  # characters: shorter ones are no paragraphs
_ACTS, _DENSE = 20, 80  # so many, one in so many characters: a report has one in 40, news one in 500
_MIDDLE = 3  # paragraphs of a page from the middle that speak of their own place
_ROLES = ("review", "tasks", "targets", "requirements", "self_government")


_FIRST = 3  # paragraphs in which a report says whose it is


def _by_others(sectioned: Sectioned, compacts: Sequence[str]) -> bool:
    """Whether a court, the congress's own committee, a party or the treasury reports: in its title or its first words."""
    mended = sectioned.mended
    titled = ("".join(mended.source.shadow[s.start : s.end].split()) for s in mended.segments if s.fate == "front" and s.kind == "title")
    titles = list(titled)
    said = any(_BY_OTHERS.match(c) for c in titles) or any(_BY_OTHERS.search(c[:80]) for c in compacts if "报告" in c[:80])
    return said and not any("政府工作报告" in title for title in titles)


def document_type(sectioned: Sectioned) -> DocumentType:
    """A report has a salutation or opening, a report's title, or a review and a plan; a resolution speaks of 会议; else other."""
    parts = _parts(sectioned)
    if _by_others(sectioned, list(islice(_compacts(sectioned), _FIRST))):
        return "other"
    if parts["opening"]:
        return "government_work_report"
    compacts = list(_compacts(sectioned))
    start = "".join(compacts[:3])[:400]
    if _RESOLUTION.search(start) and _RESOLVED.search("".join(compacts) + sectioned.mended.source.name):
        return "resolution"
    spoken = any("我们" in c or "各位代表" in c for c in compacts)  # a communiqué has parts like a report's, but nobody speaks
    parted = parts["review"] and parts["plan"] and spoken and _own(sectioned, compacts)
    ended = parts["closing"] and any("各位代表" in c for c in compacts)
    named = parts["title"] and (parts["review"] or parts["plan"])
    placed = sum(bool(_PLACE.search(c)) for c in compacts)
    middle = placed > 0 and (_later_page(sectioned) or (spoken and placed >= _MIDDLE) or _reports(compacts))
    return "government_work_report" if parted or ended or named or middle else "other"
