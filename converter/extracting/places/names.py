"""How a place may be called: 文山壮族苗族自治州, 文山自治州, 文山州, 文山; and finding such names in text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import add
from typing import cast

from converter.expressions import rare
from converter.extracting.places.table import Division, divisions
from converter.frozen import dataclass
from converter.lexicons import either, load, table
from converter.text import Span

_SUFFIXES = ("自治区", "特别行政区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "省", "市", "州", "盟", "县", "区", "旗")
_ENDED = rare(rf"(?:{'|'.join(_SUFFIXES)})\Z")
_LONGEST = 15


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, and what it may stand for. A bare name (沈阳, 辽宁) has no suffix and weighs less."""

    text: str
    span: Span
    rows: tuple[Division, ...]
    bare: bool


@cache
def _peoples() -> re.Pattern[str]:
    return re.compile(f"(?:{either(load('places')['peoples'])}){{1,6}}(?=自治|区$)")


@table
def _not_bare() -> frozenset[str]:
    return frozenset(load("places")["not_bare"])


@cache
def stem(name: str) -> str:
    """The name without its suffix and the peoples in it: 文山, 铁西, 内蒙古. At least two characters, else the name itself."""
    for printed in (_peoples().sub("", name), name) if "自治" in name or "族区" in name else (name,):
        short = _ENDED.sub("", printed, 1)
        if len(short) > 1:
            return short
    return name


def _forms(name: str) -> Iterator[tuple[str, bool]]:
    """Every form of an official name with whether it is bare."""
    yield name, False
    short = stem(name)
    if name.endswith(("自治州", "自治县", "自治旗")) and short != name:
        yield short + name[-3:], False
        yield short + name[-1], False
    if short != name and short not in _not_bare():
        yield short, True


@table
def index() -> dict[str, tuple[tuple[Division, ...], bool]]:
    """Rows by every form of their names, and whether the form is bare. A form that is a full name somewhere is never bare."""
    rows, names = divisions(), dict[str, list[int]]()
    for number, row in enumerate(rows):
        names.setdefault(row.name, []).append(number)
    full: dict[str, list[int]] = {}
    bare: dict[str, list[int]] = {}
    for name, numbers in names.items():  # of 7,000 rows many share a name; each is looked at once
        for form, is_bare in _forms(name):
            side = bare if is_bare else full
            side[form] = sorted(side[form] + numbers) if form in side else numbers
    for alias, name in cast(dict[str, str], load("places")["aliases"]).items():
        more, side = full.get(name, []), full if alias.endswith(_SUFFIXES) else bare
        side[alias] = side.get(alias, []) + [number for number in dict.fromkeys(more) if number not in full.get(alias, ())]
    found = {form: (tuple(map(rows.__getitem__, numbers)), True) for form, numbers in bare.items()}
    return found | {form: (tuple(map(rows.__getitem__, numbers)), False) for form, numbers in full.items()}


@table
def _initials() -> frozenset[str]:
    return frozenset(form[:2] for form in index())


def mentions(text: str) -> list[Mention]:
    """The names in a text from left to right, the longest at each place."""
    out = []
    free = 0
    known, heads = index(), _initials()
    for at in [i for i, pair in enumerate(map(add, text, text[1:])) if pair in heads]:
        if at < free:
            continue
        for size in range(min(_LONGEST, len(text) - at), 1, -1):
            if (hit := known.get(text[at : at + size])) is not None:
                out.append(Mention(text[at : at + size], (at, at + size), *hit))
                free = at + size
                break
    return out
