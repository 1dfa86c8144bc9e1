"""Above a text that bears no report's title: the headline that says what it is instead, and the lines between the two.

在全县经济工作会议上的讲话 / (2018年2月26日): a reader of the text wants them, and they tell that it is no report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from converter.expressions import rare
from converter.lexicons import either, load
from converter.stripping.front import YEAR, told
from converter.stripping.glance import Glance
from converter.stripping.labels import Label
from converter.stripping.segments import FRONT, REMOVED

HEADLINE = "headline"
_NEAR = 8  # lines above the text among which its headline is
_LEAST, _MOST = 8, 90  # characters of a headline: a shorter one is a column's name
_BESIDE = 40  # characters of who speaks, and when
_UNKNOWN = ("unknown_line_outside_the_text", "continued")
_APART = ("title", "li")  # the page's own title and links, by tag
_DATED = rare(rf"[(\[]?{YEAR}")
_GOES_ON = rare(r"(?:[与和及暨的]|次会议|大会|年)\Z")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"[^。;!?|>]*{either(load('masthead')['document_kinds'])}(?:\([^()]{{1,12}}\))?\Z")


def headlined(lines: Sequence[Glance], labels: list[Label], *, opened: bool) -> list[Label]:
    """The labels of the lines above the text, with a headline found where no line is the title of a report.

    opened: the text opens as a report does; then news about a report are none: 代表热议政府工作报告."""
    if any(fate == FRONT and kind == "title" for fate, kind, _ in labels):
        return labels
    near = range(len(lines) - 1, max(-1, len(lines) - 1 - _NEAR), -1)
    at = next((i for i in near if (_free(labels[i]) or _met(labels[i], lines[i].compact)) and _heads(lines[i], opened)), None)
    if at is None:
        return labels
    out = list(labels)
    for i in range(_begins(lines, labels, at), at + 1):
        out[i] = FRONT, "title", HEADLINE
    for i in range(at + 1, len(lines)):
        if _free(labels[i]) and len(lines[i].compact) <= _BESIDE and lines[i].line.hints.link_share == 0:
            out[i] = FRONT, "meeting" if _DATED.match(lines[i].compact) else "speaker", HEADLINE
    return out


def _begins(lines: Sequence[Glance], labels: Sequence[Label], at: int) -> int:
    """Where a headline that is printed on several lines begins: below a motto, behind a line that goes on, at 关于."""
    above = [i for i in range(at - 1, max(-1, at - _LINES), -1) if all(_free(label) for label in labels[i:at])]
    if "关于" not in lines[at].compact:
        about = next((i for i in above if "关于" in lines[i].compact), None)
        if about is not None:
            return about
    joined = above and (lines[at].compact[0] == "—" or _GOES_ON.search(lines[at - 1].compact) is not None)
    return at - 1 if joined else at


_LINES = 5


def _free(label: Label) -> bool:
    """Whether nothing but the line's place made it the site's."""
    return label[0] == REMOVED and label[2] in _UNKNOWN


def _met(label: Label, compact: str) -> bool:
    """在中国共产党临江县第十五次代表大会上的报告 looks like a meeting's line; in the congress of the people it may be a report's."""
    return label[:2] == (FRONT, "meeting") and not (compact.endswith("报告") and ("人民代表大会" in compact or "人大" in compact))


def _heads(glance: Glance, opened: bool) -> bool:
    hints = glance.line.hints
    fits = _LEAST <= len(glance.compact) <= _MOST and hints.tag not in _APART and hints.link_share < 0.5
    return fits and _kinds().match(glance.compact) is not None and not (opened and told(glance.compact))
