"""The numbers Word generates in front of paragraphs: counted as Word counts them, written as it writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from converter.reading.docx.numerals import numeral
from converter.reading.docx.ooxml import Element, attribute, child, children, number, switched
from converter.reading.docx.styles import NO_MARKS, Marks, marks

_LEVELS = 9
_LONGEST = 255  # characters of a level's text, Word's own bound: printed once a paragraph, a longer one would outgrow its file
_PLACE = re.compile(r"%([1-9])")
# A number that ends so needs no space behind it; after "1." one is written, lest "1." and "5万元" read as 1.5万元.
_CLOSED = frozenset(")]:;,")
_BULLET = "•"  # for the private characters of symbol fonts


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how it prints."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    marks: Marks = NO_MARKS


@dataclass(frozen=True)
class Lists:
    """`numbering.xml`: lists by number id as (abstract id, levels, restarts), and the level that belongs to a style."""

    lists: dict[int, tuple[int, dict[int, Level], dict[int, int]]]


@dataclass
class Counter:
    """Counts paragraphs as they come; the state is the counters, one row of levels for each abstract list."""

    lists: Lists
    _values: dict[int, list[int | None]] = field(default_factory=dict)
    _seen: set[int] = field(default_factory=set)

    def next(self, number_id: int, level: int) -> tuple[str, Marks]:
        """The text of the next number of this list at this level ("" where it has none), and how it is set."""
        known = self.lists.lists.get(number_id)
        if known is None or not 0 <= level < _LEVELS:
            return "", NO_MARKS
        abstract, levels, restarts = known
        values = self._values.setdefault(abstract, [None] * _LEVELS)
        self._restart(number_id, restarts, values)
        own = levels.get(level, Level(pattern=f"%{level + 1}."))
        count = values[level]
        values[level] = own.start if count is None else count + 1
        _reset_below(level, levels, values)
        return _spaced(_printed(own, levels, values)), own.marks

    def _restart(self, number_id: int, restarts: dict[int, int], values: list[int | None]) -> None:
        if number_id not in self._seen:
            self._seen.add(number_id)
            for level, start in restarts.items():
                values[level] = start - 1
                values[level + 1 :] = [None] * (_LEVELS - level - 1)


def lists(root: Element | None) -> Lists:
    """The lists of `numbering.xml`."""
    abstract = {number(one, "abstractNumId"): one for one in children(root, "abstractNum")}
    instances = {number(one, "numId"): one for one in children(root, "num")}
    by_style = {attribute(link): one for one in abstract.values() if (link := child(one, "styleLink")) is not None}
    out: dict[int, tuple[int, dict[int, Level], dict[int, int]]] = {}
    for key, one in instances.items():
        base = abstract.get(number(child(one, "abstractNumId")))
        if base is not None and (linked := child(base, "numStyleLink")) is not None:
            base = by_style.get(attribute(linked), base)
        if key is not None and base is not None:
            out[key] = (number(base, "abstractNumId") or 0, _levels(base) | _overridden(one), _restarts(one))
    return Lists(out)


def _levels(element: Element) -> dict[int, Level]:
    return {at: _level(one) for one in children(element, "lvl") if (at := number(one, "ilvl")) is not None}


def _level(element: Element) -> Level:
    form = _format(element)
    start = number(child(element, "start"))
    return Level(
        start=1 if start is None else start,
        form=form,
        pattern=(attribute(child(element, "lvlText")) or "")[:_LONGEST],
        restart=number(child(element, "lvlRestart")),
        legal=bool(switched(child(element, "isLgl"))),
        marks=marks(child(element, "rPr")),
    )


def _format(element: Element) -> str:
    """The number format; newer ones stand in an alternative with an older one to fall back on."""
    found = child(element, "numFmt")
    if found is None:
        found = child(element, "AlternateContent", "Fallback", "numFmt")
    return attribute(found) or "decimal"


def _overridden(instance: Element) -> dict[int, Level]:
    found = ((number(one, "ilvl"), child(one, "lvl")) for one in children(instance, "lvlOverride"))
    return {at: _level(one) for at, one in found if at is not None and one is not None}


def _restarts(instance: Element) -> dict[int, int]:
    found = ((number(one, "ilvl"), number(child(one, "startOverride"))) for one in children(instance, "lvlOverride"))
    return {at: start for at, start in found if at is not None and start is not None and 0 <= at < _LEVELS}


def _reset_below(level: int, levels: dict[int, Level], values: list[int | None]) -> None:
    """Deeper levels start again, unless they say that they never do, or only after a higher level than this."""
    for deeper in range(level + 1, _LEVELS):
        restart = levels.get(deeper, Level()).restart
        if restart is None or level < restart:
            values[deeper] = None


def _printed(own: Level, levels: dict[int, Level], values: list[int | None]) -> str:
    if own.form == "bullet":
        return "".join(_BULLET if 0xE000 <= ord(one) <= 0xF8FF else one for one in own.pattern)

    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at, Level())
        value = values[at]
        return numeral(level.start if value is None else value, "decimal" if own.legal else level.form)

    return "" if own.form == "none" and not _PLACE.sub("", own.pattern) else _PLACE.sub(place, own.pattern)


def _spaced(text: str) -> str:
    text = text.rstrip()
    open_end = bool(text) and (text[-1].isascii() or text[-1].isalpha()) and text[-1] not in _CLOSED
    return text + " " if open_end else text
