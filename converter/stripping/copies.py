"""The report a second time on its page: for telephones, for printing, in a box to copy it from. One copy is enough."""

from __future__ import annotations

from collections.abc import Sequence

from converter.stripping.glance import Glance

_LONG = 60  # characters of a line that no text has twice by chance
_LEAST = 5  # so many of them come again,
_SHARE = 0.8  # and so much of all of them between the first and the last
_MORE = 3  # so many go on below the second of two
_AROUND = 12  # lines around: masthead, signature
_WHOLE = 1_000  # characters of a line that may hold the whole text, as a field of a form does


def copies(lines: Sequence[Glance]) -> frozenset[int]:
    """Indices of the lines (`Line.index`) that say again what stands above; none where the input holds its text once."""
    long = [(i, glance.compact) for i, glance in enumerate(lines) if len(glance.compact) >= _LONG]
    first = {text: i for i, text in reversed(long)}
    again = [i for i, text in long if first[text] != i] if len(first) < len(long) else []
    found = _second(lines, first, again) if len(again) >= _LEAST else []
    return frozenset(lines[i].line.index for i in (*found, *_fields(long)))


def _second(lines: Sequence[Glance], first: dict[str, int], again: Sequence[int]) -> list[int]:
    """The lines of the second copy, where it is one: all of it below the first, and hardly anything else in either."""
    places = [first[lines[i].compact] for i in again]
    low, high, begin, end = min(places), max(places) + 1, again[0], again[-1] + 1
    if high > begin or any(len(again) < _SHARE * _long(lines[a:b]) for a, b in ((low, high), (begin, end))):
        return []
    own = {g.compact for g in lines[max(0, low - _AROUND) : min(high + _AROUND, begin)]}
    while high < begin and end < len(lines) and lines[high].compact == lines[end].compact:
        high, end = high + 1, end + 1  # short lines below the last long one of both
    while begin > high and lines[begin - 1].compact in own:
        begin -= 1
    while end < len(lines) and lines[end].compact in own:
        end += 1
    if _long(lines[end:]) >= _MORE and not _long(lines[high:begin]):  # what stands above was an abstract, which the text goes on from
        again_own = {g.compact for g in lines[begin:end]}
        return [i for i in range(max(0, low - _AROUND), high) if lines[i].compact in again_own]
    return [i for i in range(begin, end) if lines[i].compact in own]


def _long(lines: Sequence[Glance]) -> int:
    return sum(len(g.compact) >= _LONG for g in lines)


def _fields(long: Sequence[tuple[int, str]]) -> list[int]:
    """Single lines that hold what other lines say, markup and all."""
    whole = [(i, text) for i, text in long if len(text) >= _WHOLE]
    probes = list(dict.fromkeys(text for _, text in long if len(text) < _WHOLE))[:_LEAST] if whole else []
    return [i for i, text in whole if all(probe in text for probe in probes)] if len(probes) == _LEAST else []
