"""What kind of document an input is: a government's work report, a resolution about one, or another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, takewhile

from converter.expressions import rare
from converter.extracting.completeness import DocumentType, later_page, parts_of
from converter.lexicons import either, load, patterns
from converter.models.structure import Part
from converter.sectioning.tree import Sectioned
from converter.stripping.front import told
from converter.stripping.headlines import HEADLINE
from converter.stripping.opening import REPORTING

_RESOLUTION = re.compile(r"会议(?:听取|审议|认为|同意|批准|决定|号召)|决议")
_RESOLVED = rare(r"关于.{2,40}决议|会议决定|决定批准|会议号召")  # a report carries resolutions out: 认真执行人大决议
_PLACE = rare("[全我](?:省|市|区|县|州|盟|旗|镇|乡|街道|自治区)|国务院")
_NEWS = rare(r"(?:本[报网台刊]|新华社|中新社|通讯员|融媒)[^。]{0,14}(?:讯|电|消息|报道|记者)|\(记者")


def document_type(sectioned: Sectioned) -> DocumentType:
    """A report has a salutation or opening, a report's title, or a review and a plan; a resolution speaks of 会议; else other."""
    parts = parts_of(sectioned)
    first = list(islice(_compacts(sectioned), _FIRST))
    start = "".join(first)[:400]
    if not parts["opening"] and _RESOLUTION.search(start) and _resolved(sectioned):
        return "resolution"
    if _by_others(sectioned, first):
        return "other"
    headed = not parts["title"] and _headed(sectioned)
    if parts["opening"] and not (headed and not any(REPORTING.search(c[:200]) for c in first)):
        return "government_work_report"
    if headed or _news(sectioned, start):
        return "other"
    return "government_work_report" if _like_a_report(sectioned, parts) else "other"


_FIRST = 3  # paragraphs in which a report says whose it is


def _resolved(sectioned: Sectioned) -> bool:
    return _RESOLVED.search("".join(_compacts(sectioned)) + sectioned.mended.source.name) is not None


def _headed(sectioned: Sectioned) -> bool:
    """Whether a headline above the text says what it is instead of a report."""
    above = takewhile(lambda s: s.fate != "body", sectioned.mended.segments)
    return any(s.rule == HEADLINE for s in above) and not later_page(sectioned)


def _like_a_report(sectioned: Sectioned, parts: Mapping[Part, bool]) -> bool:
    """Whether a text that does not open as a report does has its parts, its last words or its ways."""
    compacts = list(_compacts(sectioned))
    spoken = any("我们" in c or "各位代表" in c for c in compacts)  # a communiqué has parts like a report's, but nobody speaks
    parted = parts["review"] and parts["plan"] and spoken and _own(sectioned, compacts)
    ended = parts["closing"] and any("各位代表" in c for c in compacts)
    named = parts["title"] and (parts["review"] or parts["plan"])
    return parted or ended or named or _middle(sectioned, compacts, spoken=spoken)


def _compacts(sectioned: Sectioned) -> Iterator[str]:
    view = sectioned.mended.view
    return ("".join(view(p.span).shadow.split()) for s, _ in sectioned.walk() for p in s.paragraphs)


@cache
def _others() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What others say in their first words, and how their reports are called."""
    words = load("masthead")
    others, subjects = patterns(words["others"]), patterns(words["other_subjects"])
    said = rf"我(?:谨|现)?(?:代表|受)(?![^,。;:]{{0,24}}政府)[^,。;:]{{0,20}}{others}|受[^,。;:]{{0,20}}委托[^。]{{0,40}}{subjects}"
    called = rf".{{0,40}}{others}(?:的|[12]\d{{3}}年度?)?(?:工作)?报告\Z|[^。]{{0,60}}{subjects}[^。]{{0,60}}报告(?:\(.{{0,12}}\))?\Z"
    return re.compile(said), re.compile(called)


def _by_others(sectioned: Sectioned, compacts: Sequence[str]) -> bool:
    """Whether a court, the congress's own committee, a party, a school or the treasury reports: in its title or its first words."""
    mended = sectioned.mended
    titled = ("".join(mended.source.shadow[s.start : s.end].split()) for s in mended.segments if s.fate == "front" and s.kind == "title")
    titles = list(islice(titled, _TITLES))
    if any("政府工作报告" in title for title in titles):
        return False
    said, called = _others()
    if any(called.match(title) for title in (*titles, "".join(titles))):
        return True
    return any(said.search(c[:80]) for c in compacts if "报告" in c[:80] and "政府工作" not in c[:80])


_TITLES = 4


def _news(sectioned: Sectioned, start: str) -> bool:
    """Whether a newspaper tells of a report, in its first words or its headline."""
    mended = sectioned.mended
    first = next((s for s in mended.segments if s.fate == "body"), None)
    headline = "".join(mended.source.shadow[first.start : first.end].split()) if first and first.end - first.start <= _EARLY else ""
    return (len(headline) <= _HEADLINE and told(headline)) or _NEWS.search(start, 0, _EARLY) is not None


_EARLY, _HEADLINE = 150, 60  # characters


def _own(sectioned: Sectioned, compacts: list[str]) -> bool:
    """Whether a title names a part of a report and the text speaks of its own place: 全区, 我市."""
    named = any((s.evidence or "").startswith("title") and s.role in _ROLES for s, _ in sectioned.walk())
    return named and any(_PLACE.search(c) for c in compacts)


def _middle(sectioned: Sectioned, compacts: list[str], *, spoken: bool) -> bool:
    """A page from the middle of a report: its title has the number of a page, or the text speaks of its own place."""
    paged = later_page(sectioned)
    placed = sum(bool(_PLACE.search(c)) for c in compacts)
    return "政府工作报告" in paged or (placed > 0 and (bool(paged) or (spoken and placed >= _MIDDLE) or _reports(compacts)))


def _reports(compacts: list[str]) -> bool:
    """Several paragraphs dense with what governments do, without the forms of an order: a piece of a report."""
    whole = "".join(c for c in compacts if len(c) > _SHORT)
    acts = re.findall(either(load("roles")["acts"]), whole)
    return len(acts) >= _ACTS and len(acts) * _DENSE >= len(whole) and not re.search(either(load("roles")["orders"]), whole)


_SHORT = 25  # characters: shorter ones are no paragraphs
_ACTS, _DENSE = 20, 80  # so many, one in so many characters: a report has one in 40, news one in 500
_MIDDLE = 3  # paragraphs of a page from the middle that speak of their own place
_ROLES = ("review", "tasks", "targets", "requirements", "self_government")
