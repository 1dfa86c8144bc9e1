"""Above the text: the report's masthead, and the site's own lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.expressions import rare
from converter.stripping.chrome import chrome
from converter.stripping.front import front, plain_title
from converter.stripping.glance import Glance
from converter.stripping.labels import Label, inherit
from converter.stripping.neighbours import another_day, called, dated, rest
from converter.stripping.opening import HEADING, teaser
from converter.stripping.segments import FRONT, REMOVED

_CONTENTS = rare(r"目录?(?:CONTENTS)?\Z|[一二三四五六七八九十(].{2,60}?[.…·]{3,}\d+\Z")
_LINKED = re.compile(r"^[·•>*]|\d-\d{1,2}\Z")  # another report in a list of links: · 2022年…工作报告 2022-02-10
_YEAR = re.compile(r"(?:19|20)\d\d年?度?\Z")
_TITLED = ""  # among the lines seen: one of them was a title
_FAR = 15  # chrome lines between a title and the masthead below it: farther up it is a link to the page


def head(lines: Sequence[Glance], after: str, *, greeted: bool, apart: frozenset[int] = frozenset()) -> list[Label]:
    """Above the text: the masthead is front, everything else is the site's. Read upwards, since the copy nearest the text
    counts; greeted: the text opens with the salutation, so that a bare name above it is the speaker's; apart: indices of lines
    below which there is something that is not among these."""
    labels: list[Label] = []
    seen: set[str] = set()
    below: str | None = "opening" if greeted else "text"
    gap = 0
    for glance, above in zip(reversed(lines), [*(g.compact for g in lines[-2::-1]), ""], strict=False):
        gap += glance.line.index in apart
        label = _front_label(glance, below, seen, gap, above) or _chrome_label(glance, after, "navigation")
        gap = 0 if label[0] == FRONT else gap + (label[1] != "duplicate")
        below = label[1] if label[0] == FRONT else below if label[1] == "image_caption" else "chrome"
        labels.append(label)
    return inherit(_listed(lines, labels[::-1], after), lines)


_LIST = re.compile(r"(?:目录|目次|CONTENTS)+:?\Z")
_ENTRIES = 80  # of a contents list


def _listed(lines: Sequence[Glance], labels: list[Label], after: str) -> list[Label]:
    """What stands below 目录 and comes again in the text is of the contents list, whatever it looks like: 三.加强政府自身建设."""
    top = next((i for i, glance in enumerate(lines) if glance.compact[:1] in "目C" and _LIST.match(glance.compact)), None)
    for i in range(top + 1, min(len(lines), top + _ENTRIES)) if top is not None else ():
        if labels[i][1] not in ("contents", "title") and _PAGED.sub("", lines[i].compact) in after:
            labels[i] = FRONT, "contents", "contents"
    return labels


_PAGED = rare(r"[.…·]*\d{0,3}\Z")


def _front_label(glance: Glance, below: str | None, seen: set[str], gap: int, above: str) -> Label | None:
    compact = glance.compact
    found = front(compact, below) or (("contents", "contents") if _CONTENTS.match(compact) or HEADING.match(compact) else None)
    found = found or (("speaker", "called") if called(compact, above) else None)
    found = found or (("meeting", "rest") if rest(compact, above) else None)
    found = found or (("meeting", "dated") if _TITLED not in seen and dated(compact, above) else None)
    if not found or (found[1] != "dotted_day" and chrome(compact)):
        return None
    if _YEAR.match(compact) and _YEAR.match(above):
        return None  # a list of years, one page each
    if found[1] == "meeting" and another_day(compact, seen):
        return REMOVED, "byline", "another_day"
    plain = plain_title(compact).strip("*#《》\"'")
    decorated = found[0] == "title" and plain != compact.strip("*#《》\"'")
    again = found[1] == "title" and gap > 0 and _TITLED in seen  # the masthead has its own, and the site's lines stand between
    if found[1] == "title" and _TITLED in seen and _LINKED.search(compact):
        return REMOVED, "related_links", "linked_title"
    if plain in seen or (decorated and _TITLED in seen) or gap > _FAR or again:
        return REMOVED, "duplicate", "repeated_title"
    seen |= {plain, _TITLED} if found[1] == "title" and "报告" in plain else {plain}
    return FRONT, found[0], found[1]


_COLUMNS = ("related_links", "other", "share")


def _chrome_label(glance: Glance, after: str, default: str) -> Label:
    known = chrome(glance.compact)
    if known and known[1] == "site_talk" and teaser(glance, after):
        return REMOVED, "editor_note", "teasers"
    if known and known[1] == "site_talk" and known[0] in _COLUMNS and not glance.prose:
        return REMOVED, default, "site_talk"  # 范文大全, 公文网 - 文秘之家 above a report: the site's name, its columns
    if known:
        return REMOVED, *known
    if teaser(glance, after):
        return REMOVED, "editor_note", "teasers"
    if glance.prose:
        return REMOVED, "editor_note", "prose_above_the_text"
    return REMOVED, "", default
