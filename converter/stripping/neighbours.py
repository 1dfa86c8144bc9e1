"""Rules that know a line of the report's own masthead by the line above or below it as well."""

from __future__ import annotations

import re
from collections.abc import Iterable

from converter.expressions import rare
from converter.stripping.front import DAY, NUMERALS, OFFICE_ALONE, YEAR, front, is_name

_BRACKETED_DAY = rare(rf"[(\[]{DAY}[)\]]\Z")


def dated(compact: str, above: str) -> bool:
    """The day in a bracket below the title or the speaker, whatever follows."""
    return bool(_BRACKETED_DAY.match(compact)) and (front(above, "meeting") or ("",))[0] in ("title", "speaker")


def rest(compact: str, above: str) -> bool:
    """The last characters of a meeting line that is broken: …第三次会议 / 上."""
    return len(compact) <= _REST_LONGEST and bool(_REST.match(compact)) and bool(_UNENDED.match(above))


_REST_LONGEST = 8
_REST = rare(
    rf"(?:(?:第?[{NUMERALS}\d]{{0,3}}次)?会?议?(?:上|通过)\)?|(?:第?[{NUMERALS}\d]{{1,3}})?次?会?议|[\d{NUMERALS}年月]{{0,7}}日?\))\Z"
)
_UNENDED = rare(rf"[—]{{0,3}}\(?(?:{DAY}.{{0,6}}在|{YEAR}|.{{0,30}}人民代表大会).{{0,60}}(?<![上过)])\Z")


def another_day(compact: str, masthead: Iterable[str]) -> bool:
    """Whether a day alone is none that the lines below it print: the page's own above ——2022年1月6日在…会议上."""
    alone = _DAY_ALONE.fullmatch(compact)
    days = {found.groups() for line in masthead for found in _DAY_ALONE.finditer(line)} if alone else set()
    return bool(days) and alone is not None and alone.groups() not in days


_DAY_ALONE = re.compile(r"[(\[]?((?:19|20)\d\d)年0?(\d{1,2})月0?(\d{1,2})日[)\]]?")


def called(compact: str, above: str) -> bool:
    """A bare name below the office that it goes with, whatever follows."""
    return bool(OFFICE_ALONE.match(above)) and is_name(compact)
