"""A report's own words as a check on what structure says: its masthead, its opening, its last words."""

from __future__ import annotations

from collections.abc import Sequence

from converter.reading.drafts import Draft
from converter.stripping.chrome import chrome
from converter.stripping.closing import is_closing
from converter.stripping.content.stretch import Range
from converter.stripping.content.weights import Weight
from converter.stripping.front import front
from converter.stripping.opening import may_open, opens
from converter.text import shadow

_OPENING_LONGEST = 600
_FAR = 400  # lines between a report's opening and what weighs most of it
_MASTHEAD_FAR = 60  # lines above the text: a title farther up is a link to another page
_MASTHEAD_LONGEST = 110
_BREAK = 12  # lines of other things between two masthead lines


def compact(text: str) -> str:
    """The text as formulas are matched: its shadow without blanks."""
    return "".join(shadow(text).split())


def spoken_between(drafts: Sequence[Draft], weights: Sequence[Weight], found: Range) -> Range:
    """From a report's opening to its last words, in the stretch or near it; empty where the page has no opening."""
    low, high = max(0, found[0] - _FAR), min(len(drafts), found[1] + _FAR)
    opening = next((i for i in range(low, found[1]) if weights[i].size < _OPENING_LONGEST and _opens(drafts[i].text[:300])), None)
    if opening is None:
        return 0, 0
    last = next((i for i in range(high - 1, opening, -1) if weights[i].prose and addresses(compact(drafts[i].text))), opening)
    return opening, last + 1


def _opens(text: str) -> bool:
    return may_open(text) and opens(compact(text))


def addresses(text: str) -> bool:
    """Words that only a speaker says to the meeting: a call at the end, or 各位代表."""
    return is_closing(text) or text.startswith("各位代表") or "各位代表" in text[-200:]


def masthead(drafts: Sequence[Draft], opening: int) -> list[int]:
    """Lines above the opening that print the report's title, meeting and speaker, read upwards, so long as they stand near one another."""
    out: list[int] = []
    below: str | None = "opening"
    for i in range(opening - 1, max(-1, opening - _MASTHEAD_FAR), -1):
        if out and out[-1] - i > _BREAK:
            break
        known = _masthead_kind(drafts[i], below)
        if known and (out or known == "title" or opening - i <= _BREAK):
            out.append(i)
        below = known
    return out


def titles(drafts: Sequence[Draft], first: int) -> list[int]:
    """Lines above a text without opening that print a report's title."""
    near = range(max(0, first - _MASTHEAD_FAR), first)
    return [i for i in near if "政府工作报告" in compact(drafts[i].text) and _masthead_kind(drafts[i], None) == "title"]


def _masthead_kind(draft: Draft, below: str | None) -> str | None:
    """title, meeting or speaker; `below` is the kind of the line under it."""
    if len(draft.text) > _MASTHEAD_LONGEST or draft.hints.link_share == 1:
        return None
    text = compact(draft.text)
    known = front(text, below)
    return known[0] if known and not chrome(text) else None
