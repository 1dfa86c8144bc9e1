"""Names of people in a masthead, and those who report beside the government."""

from __future__ import annotations

import re
from functools import cache

from converter.expressions import HAN, rare
from converter.lexicons import either, load

CALLED = rf"(?:{HAN}{{2,4}}|{HAN}{{1,8}}[·•・.](?:{HAN}|[·•・.]){{1,12}})"
_OFFICER = rare(rf"\(?(?:{HAN}|[、,]){{0,24}}(?:书记|院长|检察长|局长|部长|主任|校长|经理|董事长|理事长|会长)[、:]?(?P<name>{CALLED})\)?\Z")
_TREASURY = rare(rf"{HAN}{{0,16}}(?:财政[局厅部]|发展(?:和|与)?改革(?:委员会|委|局)|发改委|发改局|计划(?:委员会|局)|计委)\Z")


@cache
def surnamed() -> re.Pattern[str]:
    """A bare name that begins with a surname, or is of another tongue."""
    words = load("masthead")
    return re.compile(rf"{either(words['surnames'])}{HAN}{{1,2}}\Z|[{words['transliterating']}]{{4,8}}\Z")


@cache
def transliterated() -> re.Pattern[str]:
    """A name of another tongue, without a point."""
    return re.compile(rf"[{load('masthead')['transliterating']}]{{5,8}}\Z")


@cache
def not_names() -> re.Pattern[str]:
    """Words that lines which look like a bare name have."""
    return re.compile(either(load("masthead")["not_names"]))


def officer(compact: str) -> bool:
    """县财政局局长 王平: who reports to the same meeting beside the government; the treasury itself."""
    found = _OFFICER.match(compact)
    named = found is not None and bool(surnamed().match(found["name"]) or "·" in found["name"]) and not not_names().search(found["name"])
    return named or bool(_TREASURY.match(compact))
