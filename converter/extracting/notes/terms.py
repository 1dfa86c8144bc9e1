"""Where a glossary entry's term ends and its definition begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.expressions import rare
from converter.extracting.notes.entries import Entry
from converter.lexicons import either, load

LONGEST = 60  # characters of a term
_HELD = rare(r"\"[^\"]{0,40}\"|《[^》]{0,60}》|\([^)]{0,40}\)")
_SENTENCE, _CLAUSE = re.compile("[。;!?]"), re.compile("[,:。;!?]")  # a term holds none of these
_ENDED = "。;!?:,、"
_VERBS = either(load("notes")["verbs"])
_DEFINES = rare(f" *{_VERBS}")

# Divider → where it may stand, tried on the entry's first line with quoted and bracketed words masked.
# Order is of trust; the glossary's own habit goes first.
DIVIDERS: dict[str, re.Pattern[str]] = {
    "colon": rare(r" ?: ?"),
    "blank": rare(r"(?<![A-Za-z0-9、,]) +(?!\()|(?<=[A-Za-z0-9]) +(?=[^\x00-\x7f]|[\"<])"),
    "framed": rare(r"(?<=】) ?(?=.)"),  # 【零跑腿】群众不必到窗口
    "dash": rare(r" ?—{1,2} ?"),
    "stop": rare(r"。(?=.)"),
    "twice": rare(rf"(?<=>)(?=<~*>{_VERBS})"),  # “三纵五横”“三纵”指…
    "verb": rare(rf"(?<=.)(?={_VERBS})"),
    "comma": rare(rf",(?={_VERBS})"),
    "quote": rare(r"(?<=>)(?=[^<、和与及等之的])"),  # “三年行动计划”市委市政府决定…
}


def _masked(shadow: str) -> str:
    """Quoted words as <~~>, bracketed ones as -----, same length: no divider stands inside them."""
    return _HELD.sub(_mask, shadow)


def _mask(held: re.Match[str]) -> str:
    words = held[0]
    return "-" * len(words) if words[0] == "(" else f"<{'~' * (len(words) - 2)}>"


def _cut(masked: str, name: str) -> tuple[int, int] | None:
    found = DIVIDERS[name].search(masked, 1, LONGEST)
    if not found or not masked[found.end() :].strip():
        return None
    term = masked[: found.start()]
    return found.span() if term.strip() and not (_SENTENCE if name == "colon" else _CLAUSE).search(term) else None


def habit(entries: Sequence[Entry]) -> str | None:
    """The divider most entries print: colon before blank, wherever each is found in half of them."""
    firsts = [_masked(e.lines[0].shadow[e.start :]) for e in entries]
    return next((name for name in DIVIDERS if 2 * sum(_cut(masked, name) is not None for masked in firsts) >= len(entries)), None)


def divide(entry: Entry, usual: str | None) -> tuple[int, int] | None:
    """End of the term and start of the definition in the entry's first line; None where the whole line is the term."""
    shadow = entry.lines[0].shadow[entry.start :]
    if entry.alone:
        return None
    masked = _masked(shadow)
    if len(entry.lines) > 1 and shadow.rstrip().endswith(":"):
        return None  # the definition stands on the next line
    if len(entry.lines) > 1 and _DEFINES.match(entry.lines[1].shadow) and not _cut(masked, "colon"):
        return None
    order = ([usual] if usual else []) + [name for name in DIVIDERS if name != usual]
    if len(entry.lines) > 1 and shadow.rstrip()[-1:] not in _ENDED:
        order.remove("quote")  # “放管服”改革 / 简政放权…: the line is the term
    cut = next((found for name in order if (found := _cut(masked, name))), None)
    return (cut[0] + entry.start, cut[1] + entry.start) if cut else None
