"""Below the last words: annexes of the report, and the site's own lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from converter.expressions import rare
from converter.stripping.annexes import ENTRY, NUMBERED_ENTRY, is_annex_heading
from converter.stripping.chrome import chrome
from converter.stripping.entries import between_entries
from converter.stripping.front import front
from converter.stripping.glance import Glance
from converter.stripping.labels import Label, inherit
from converter.stripping.opening import HEADING, YEAR_HEADING
from converter.stripping.segments import BODY, REMOVED
from converter.stripping.sites import kind_of, to_reader


def tail(lines: Sequence[Glance], before: str, above: str = "") -> list[Label]:
    """Below the last words: annexes are text until chrome begins; what repeats the text or looks like links is the site's.

    before: the text; above: what stands above it, so that a title that comes again is told from that of another report.
    """
    out: list[Label] = []
    state = "closed"
    glossary = _runs([bool(_TERM.match(g.compact)) and not chrome(g.compact) for g in lines])
    over = _over(lines)
    for i, entry in enumerate(glossary):
        state = "chrome" if state == "annex" and i >= over and _stray(lines[max(0, i - _RUN) : i + 1]) else state
        new, label = ("annex", (BODY, None, "annex")) if entry else _tail_label(lines[i : i + AHEAD], state, before, above)
        listed = label[1] == "related_links" or (state == "links" and label[1] == "")
        state = "links" if new == "chrome" and listed else new
        out.append(label)
    return inherit(between_entries(lines, out), lines)


_TERM = rare(r"[^。,;:]{2,36}(?::|是指|指|即)[^:].{4,}[。;]\Z")
AHEAD = 20  # lines looked at below a line of chrome in an annex
_RUN = 3  # so many lines of `term: what it means.` in a row are a glossary, whatever stands above them


def _over(lines: Sequence[Glance]) -> int:
    """Index of the line from which on nothing is told any more: no sentence, no entry, no cell of a table that is not the site's."""
    for i in range(len(lines) - 1, -1, -1):
        glance, compact = lines[i], lines[i].compact
        told = glance.prose or glance.ends or ENTRY.match(compact) or _CELL.match(compact) or is_annex_heading(compact)
        if told and not chrome(compact):
            return i + 1
    return 0


def _stray(lines: Sequence[Glance]) -> bool:
    """Whether a short line below several entries that all end as sentences do is none of them."""
    *entries, last = lines
    if len(entries) < _RUN or len(last.compact) > _STRAY or last.ends or front(last.compact, None):
        return False
    return all(g.compact.endswith(("。", ";")) and ENTRY.match(g.compact) for g in entries)


_STRAY = 30  # characters of a link; an entry that ends without a full stop is longer


def _runs(marks: Sequence[bool]) -> list[bool]:
    """Which marks stand in a run of _RUN or more."""
    out: list[bool] = []
    for mark, group in groupby(marks):
        size = len(list(group))
        out += [mark and size >= _RUN] * size
    return out


def _tail_label(window: Sequence[Glance], state: str, before: str, above: str) -> tuple[str, Label]:
    glance, compact = window[0], window[0].compact
    known = chrome(compact)
    if known and (known[1] in ("separators", "captions") or _FOLIO.match(compact)):
        return state, (REMOVED, *known)  # a folio or ruler between pages ends nothing
    link = state in _BELOW and not _entries_below(window[1 : _BELOW[state]])
    if empty_sheet(window):
        return "links", (REMOVED, "related_links", "empty_sheet")
    if is_annex_heading(compact) and not (known and known[0] != "byline") and not link:
        return "annex", (BODY, None, "annex")
    if known and state == "annex" and not (_is_entry(glance) and _explains(compact, known)) and _goes_on(window):
        return state, (REMOVED, *known)
    if known and not (state == "annex" and _is_entry(glance) and _explains(compact, known)):
        return "chrome", (REMOVED, *known)
    if state == "annex" and len(compact) > _COLUMN and not ENTRY.match(compact) and (kind := _to_you(compact)):
        return "chrome", (REMOVED, kind, "to_reader")
    if state == "annex" or NUMBERED_ENTRY.match(compact):
        return "annex", (BODY, None, "annex")
    return _tail_unknown(glance, state, before, above)


def _goes_on(window: Sequence[Glance]) -> bool:
    """Whether an annex goes on below what a page turn left in it: paragraphs follow, and between them no links or small print."""
    known = [chrome(g.compact) for g in window]
    first = next((i for i, k in enumerate(known) if k is None), len(window))
    foot = any(k[0] in _FOOT for k in known[:first] if k)
    prose = 0
    for glance, kind in zip(window[first:], known[first:], strict=True):
        if kind and kind[0] in _FOOT:
            return False
        prose += kind is None and glance.prose and glance.compact.endswith("。")
        if prose == (3 if foot else 2):
            return True
    return False


_FOOT = ("related_links", "license", "tags", "login")


def _entries_below(window: Sequence[Glance]) -> bool:
    """Whether an annex's name has something under it; among links it is a link to another page."""
    return any((g.prose or ENTRY.match(g.compact) or _CELL.match(g.compact)) and not chrome(g.compact) for g in window)


_BELOW = {"links": 3, "chrome": 10}  # lines from an annex's name on in which something of it stands, if it is none of the links


def empty_sheet(window: Sequence[Glance]) -> bool:
    """A bare 附件: of a page, with nothing or the names of files under it."""
    return bool(_SHEET.match(window[0].compact)) and (len(window) < 2 or chrome(window[1].compact) is not None)


_SHEET = re.compile(r"附件:?\Z")
_DAY = re.compile(r"月.{1,3}日\)?\Z")
_CELL = re.compile(r"\d{1,2}\Z|序号|项目")


_FOLIO = rare(r"[—-]{0,2}\d{1,3}(?:/\d{1,3})?[—-]{0,2}\Z|第\d{1,3}页")


def _is_entry(glance: Glance) -> bool:
    return glance.prose and bool(ENTRY.match(glance.compact))


_SMALL_PRINT = ("license", "share", "login", "editor_note")
_EXPLAINS = rare(r"[\[(【\"《\d①-⑳]|.{1,40}?:?(?:是指|指|即)")


def _explains(compact: str, known: tuple[str, str]) -> bool:
    """Whether a line with a colon explains a term; 免责声明:本文由用户上传 below a glossary does not."""
    return known[0] not in _SMALL_PRINT or (known[1] != "beginnings" and bool(_EXPLAINS.match(compact)))


def _tail_unknown(glance: Glance, state: str, before: str, above: str) -> tuple[str, Label]:
    compact = glance.compact
    found = front(compact, "meeting" if _DAY.search(compact) else None)
    if (found and found[0] == "title" and compact in above) or (len(compact) >= 12 and compact in before):
        return "chrome", (REMOVED, "duplicate", "repeated_below")
    if found and found[0] != "title":
        return "chrome", (REMOVED, "byline", "imprint")
    if found or state in ("chrome", "links") or _NOT_HAN.match(compact):
        kept = glance.prose and len(compact) >= 200 and "。" in compact
        return "chrome", (BODY, None, "prose_below_chrome") if kept else (REMOVED, "", "related_links")
    if _is_entry(glance):
        return "annex", (BODY, None, "annex")
    if kind := _to_you(compact):
        return "chrome", (REMOVED, kind, "to_reader")
    spoken = glance.ends or glance.prose or HEADING.match(compact) or YEAR_HEADING.match(compact) or _THANKS.match(compact)
    return (state, (BODY, None, "text")) if spoken else ("chrome", (REMOVED, "", "related_links"))


def _to_you(compact: str) -> str | None:
    """The kind of a line below the last words that speaks to a reader."""
    return to_reader(compact) or (kind_of(compact) if len(compact) <= _SAID and _YOU.search(compact) else None)


_COLUMN = 2  # characters of a table's head: 序号, 事项
_YOU, _SAID = rare(r"\A[^\"《]*[您你](?!我)"), 80  # not what somebody is quoted with; characters
_NOT_HAN = rare(r"[^\u4e00-\u9fff]*\Z|[A-Za-z<][^\u4e00-\u9fff]{12,}")
_THANKS = rare(r"谢谢|报告完毕|我的报告完了")
