"""Labels for the three stretches of a page: above the text, the text, below its last words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from converter.lexicons import either, load, patterns
from converter.stripping.chrome import chrome
from converter.stripping.front import front, plain_title
from converter.stripping.glance import Glance
from converter.stripping.opening import HEADING, teaser
from converter.stripping.segments import BODY, FRONT, REMOVED

Label = tuple[str, str | None, str]  # fate, kind, rule

_CONTENTS = re.compile(r"目录?(?:CONTENTS)?\Z|[一二三四五六七八九十(].{2,60}?[.…·]{3,}\d+\Z")
_FAR = 15  # chrome lines between a title and the masthead below it: farther up it is a link to the page


def head(lines: Sequence[Glance], after: str, *, greeted: bool) -> list[Label]:
    """Above the text: the masthead is front, everything else is the site's. Read upwards, since the copy nearest the text
    counts; greeted: the text opens with the salutation, so that a bare name above it is the speaker's."""
    labels: list[Label] = []
    seen: set[str] = set()
    below: str | None = "opening" if greeted else "text"
    gap = 0
    for glance in reversed(lines):
        label = _front_label(glance, below, seen, gap) or _chrome_label(glance, after, "navigation")
        gap = 0 if label[0] == FRONT else gap + 1
        below = label[1] if label[0] == FRONT else below if label[1] == "image_caption" else "chrome"
        labels.append(label)
    return _inherit(labels[::-1], lines)


def _front_label(glance: Glance, below: str | None, seen: set[str], gap: int) -> Label | None:
    compact = glance.compact
    if chrome(compact):
        return None
    found = front(compact, below) or (("contents", "contents") if _CONTENTS.match(compact) or HEADING.match(compact) else None)
    if not found:
        return None
    plain = plain_title(compact).strip("*#《》\"'")
    decorated = found[0] == "title" and plain != compact.strip("*#《》\"'")
    if plain in seen or (decorated and seen) or gap > _FAR:
        return REMOVED, "duplicate", "repeated_title"
    seen.add(plain)
    return FRONT, found[0], found[1]


def _chrome_label(glance: Glance, after: str, default: str) -> Label:
    known = chrome(glance.compact)
    if known:
        return REMOVED, *known
    if teaser(glance, after):
        return REMOVED, "editor_note", "teasers"
    if glance.prose:
        return REMOVED, "editor_note", "prose_above_the_text"
    return REMOVED, "", default


# A short line nobody knows belongs to the chrome it follows: the 大 中 小 of a font bar, a name after 责任编辑:, a broken licence.
_REACH = {"toolbar": 12, "share": 12, "byline": 12, "license": 400, "related_links": 60}


def _inherit(labels: list[Label], lines: Sequence[Glance]) -> list[Label]:
    out: list[Label] = []
    for (fate, kind, rule), glance in zip(labels, lines, strict=True):
        if kind == "":
            before = _continues(out, lines, len(glance.compact))
            kind, rule = (before, "continued") if before else (rule, "unknown_line_outside_the_text")
        out.append((fate, kind, rule))
    return out


def _continues(out: list[Label], lines: Sequence[Glance], length: int) -> str | None:
    if not out or out[-1][0] != REMOVED:
        return None
    kind, above = out[-1][1] or "", lines[len(out) - 1].compact
    reach = 12 if kind == "breadcrumb" and len(above) <= 8 else _REACH.get(kind, 0)
    return kind if length <= reach else None


def middle(lines: Sequence[Glance]) -> list[Label]:
    """The text: everything stays but lines that are chrome by their own words; a font bar's letters stay without it."""
    out: list[Label] = []
    for glance in lines:
        known = None if _too_long(glance) else chrome(glance.compact)
        if known and known[0] not in _ONLY_OUTSIDE:
            out.append((REMOVED, *known))
        elif out and out[-1][1] == "toolbar" and _BAR_REST.match(glance.compact):
            out.append((REMOVED, "toolbar", "continued"))
        else:
            out.append((BODY, None, "text"))
    return out


_BAR_REST = re.compile(r"[大中小|】\]×+-]{1,3}\Z")
_ONLY_OUTSIDE = frozenset({"navigation", "login"})  # words a report may begin a line with


def _too_long(glance: Glance) -> bool:
    return len(glance.compact) > 160 or glance.compact.count("。") > 1


@cache
def _annex() -> re.Pattern[str]:
    words = load("boilerplate")["annex"]
    number = r"(?:[一二三四五六七八九十\d]{1,2}[、.])?"
    tail = r"(?:[一二三四五六七八九十\d]{0,2})(?:\(.{0,40}\))?[】\])》\"]?[:。]?\Z"
    return re.compile(
        rf"[—-]{{0,2}}[【\[(《\"]?{number}(?:(?:{either(words['whole'])}){tail}|.{{0,32}}?(?:{patterns(words['ends'])}){tail}|(?:{either(words['starts'])})[^。]{{0,36}}\Z)"
    )


_NUMBER = r"[\[(【①-⑳〔]?[\d一二三四五六七八九十①-⑳]{0,3}[\])】.、〕]*"
ENTRY = re.compile(rf"{_NUMBER}.{{1,60}}?(?::|是指|即|指|——).{{4,}}|[\[(【]\d{{1,3}}[\])】].+|\d{{1,3}}[.、].{{2,}}")
_NUMBERED_ENTRY = re.compile(r"[\[(【]?\d{1,3}[\])】.、](?:.{1,60}?(?::|是指|即|指).{4,}|[\"《].{1,40}[。;]\Z)")


def is_annex_heading(compact: str) -> bool:
    """名词解释, 【注释】, 附件2, 附:2008年为民办实事, 2025年民生实事."""
    return len(compact) <= 45 and "。" not in compact[:-1] and bool(_annex().match(compact))


def begins_annex(compact: str) -> bool:
    """An annex's heading, or a numbered glossary entry without one."""
    return is_annex_heading(compact) or bool(_NUMBERED_ENTRY.match(compact))


def tail(lines: Sequence[Glance], before: str, above: str = "") -> list[Label]:
    """Below the last words: annexes are text until chrome begins; what repeats the text or looks like links is the site's.

    before: the text; above: what stands above it, so that a title that comes again is told from that of another report.
    """
    out: list[Label] = []
    state = "closed"
    glossary = _runs([bool(_TERM.match(g.compact)) and not chrome(g.compact) for g in lines])
    for i, entry in enumerate(glossary):
        new, label = ("annex", (BODY, None, "annex")) if entry else _tail_label(lines[i : i + 3], state, before, above)
        listed = label[1] == "related_links" or (state == "links" and label[1] == "")
        state = "links" if new == "chrome" and listed else new
        out.append(label)
    return _inherit(out, lines)


_TERM = re.compile(r"[^。,;:]{2,36}(?::|是指|指|即)[^:].{4,}[。;]\Z")
_RUN = 3  # so many lines of `term: what it means.` in a row are a glossary, whatever stands above them


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
    link = state == "links" and not _entries_below(window)
    if is_annex_heading(compact) and not (known and known[0] != "byline") and not link:
        return "annex", (BODY, None, "annex")
    if known and not (state == "annex" and _is_entry(glance)):
        return "chrome", (REMOVED, *known)
    if state == "annex" or _NUMBERED_ENTRY.match(compact):
        return "annex", (BODY, None, "annex")
    return _tail_unknown(glance, state, before, above)


def _entries_below(window: Sequence[Glance]) -> bool:
    """Whether an annex's name has something under it; among links it is a link to another page."""
    return any(g.prose or ENTRY.match(g.compact) or _CELL.match(g.compact) for g in window[1:])


_DAY = re.compile(r"月.{1,3}日\)?\Z")
_CELL = re.compile(r"\d{1,2}\Z|序号|项目")


_FOLIO = re.compile(r"[—-]{0,2}\d{1,3}(?:/\d{1,3})?[—-]{0,2}\Z|第\d{1,3}页")


def _is_entry(glance: Glance) -> bool:
    return glance.prose and bool(ENTRY.match(glance.compact))


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
    spoken = glance.ends or glance.prose or HEADING.match(compact) or _THANKS.match(compact)
    return (state, (BODY, None, "text")) if spoken else ("chrome", (REMOVED, "", "related_links"))


_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]*\Z|[A-Za-z<][^\u4e00-\u9fff]{12,}")
_THANKS = re.compile(r"谢谢|报告完毕|我的报告完了")
