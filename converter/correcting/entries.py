"""Corrections as people write them: NAME.corrections.yaml, read, checked, every mistake named with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from converter.expressions import rare
from converter.reading.handwritten import composed, fields, said, short
from converter.reading.sidecar import CORRECTIONS
from converter.reading.source import Unreadable
from converter.text import shadow

SUFFIX = CORRECTIONS
KINDS = ("set", "heading", "indicator", "line")


@dataclass(frozen=True)
class Entry:
    """One correction: what it is about (kind, address: words as printed, or a field's name), what it says, who and why.

    nth: which of several places with these words, from 1; where: file and line, for messages.
    """

    kind: str
    address: str
    says: dict[str, Any]
    author: str
    reason: str
    where: str
    nth: int | None = None
    only: dict[str, Any] = field(default_factory=dict)  # of an indicator: its id, where words are not enough

    def __str__(self) -> str:
        return f"{self.kind} {self.address}"


# Controls and half characters: nothing that is printed.
_UNPRINTED = rare("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_MOST = 1e15  # in amount; larger is a slip, and no number of other programs


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and not _UNPRINTED.search(value)


def _year(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2999


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _MOST


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000


def _day(value: Any) -> bool:
    """A day of the calendar, or a month where no day is printed."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value, re.A):
        return False
    try:
        return bool(date.fromisoformat(value if len(value) > len("2024-12") else f"{value}-01"))
    except ValueError:
        return False


def _code(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"\d{6}", value))


Check = tuple[Callable[[Any], bool], str]
# The fields that `set` knows.
FIELDS: dict[str, Check] = {
    "place": (_code, 'a code of six digits in quotation marks: "210106"'),
    "title": (_text, "text"),
    "report_year": (_year, "a year"),
    "review_year": (_year, "a year"),
    "plan_year": (_year, "a year"),
    "delivered_on": (_day, 'a day in quotation marks: "2024-12-18"'),
    "published_on": (_day, 'a day in quotation marks: "2024-12-27"'),
    "publisher": (_text, "text"),
    "speaker.name": (_text, "text"),
    "speaker.title": (_text, "text"),
    "meeting.congress": (_text, "text"),
    "meeting.term": (_count, "a number"),
    "meeting.session": (_count, "a number"),
}
# What each kind may say, besides reason, author and nth.
SAYS: dict[str, dict[str, Check]] = {
    "set": {},
    "heading": {"level": (lambda v: _count(v) and v <= 9, "a number from 1 to 9")},
    "indicator": {
        "value": (_number, "a number"),
        "value_high": (_number, "a number"),
        "unit": (_text, "text"),
        "growth": (_number, "a number"),
        "growth_high": (_number, "a number"),
        "growth_unit": (lambda v: v in ("%", "percentage_point", "fold"), "%, percentage_point or fold"),
        "kind": (lambda v: v in ("actual", "estimate", "target"), "actual, estimate or target"),
        "period": (lambda v: isinstance(v, str) and bool(re.fullmatch(r"\d{4}(-\d{4})?", v)), 'a year in quotation marks: "2024"'),
        "wrong": (lambda v: v is True, "true: no figure of this indicator"),
    },
    "line": {"fate": (lambda v: v in ("body", "removed"), "body or removed")},
}


def squeezed(text: str) -> str:
    """Words as they are compared: on the shadow, without white space."""
    return "".join(shadow(text).split())


def load(data: bytes, name: str) -> tuple[Entry, ...]:
    """The corrections in a file. Raises Unreadable with file and line for what is no correction, and where two are of one value."""
    root = composed(data, name)
    if root is None or (root.id == "scalar" and said(root, name) is None):
        return ()
    given = fields(root, name) if root.id == "mapping" else {"": root}
    rows = given.get("corrections")
    if set(given) - {"author", "corrections"} or (rows is not None and rows.id != "sequence" and said(rows, name) is not None):
        raise Unreadable(f"{name}:1: expected author: NAME and corrections: a list")
    author = said(given["author"], name) if "author" in given else None
    listed = rows.value if rows is not None and rows.id == "sequence" else ()
    entries = tuple(_entry(_row(node, name), f"{name}:{node.start_mark.line + 1}", author) for node in listed)
    _refuse_twice(entries)
    return entries


def _row(node: Any, name: str) -> Any:
    """What a row says; one with a key twice is refused."""
    if node.id == "mapping":
        fields(node, name)
    return said(node, name)


def _entry(row: Any, where: str, author: Any) -> Entry:
    if not isinstance(row, dict):
        raise Unreadable(f"{where}: a correction begins with one of {', '.join(KINDS)}")
    kinds = [kind for kind in KINDS if kind in row]
    if len(kinds) != 1 or not _text(row[kinds[0]]):
        raise Unreadable(f"{where}: a correction has one of {', '.join(KINDS)}, with words")
    kind, by, why = kinds[0], row.get("author", author), row.get("reason")
    for key, value in (("reason", why), ("author", by)):
        if not _text(value):
            raise Unreadable(f"{where}: {key} is missing: a correction says who made it and why")
    if "nth" in row and (kind == "set" or not _count(row["nth"])):
        raise Unreadable(f"{where}: nth is a number from 1, and goes with words, not with set")
    says = {k: v for k, v in row.items() if k not in (kind, "author", "reason", "nth", "id")}
    only = {"id": row["id"]} if "id" in row else {}
    _refuse_wrong(kind, row[kind], says, only, where)
    return Entry(kind, row[kind].strip(), says, str(by), str(why), where, row.get("nth"), only)


def _refuse_wrong(kind: str, address: str, says: dict[str, Any], only: dict[str, Any], where: str) -> None:
    if kind == "set" and address not in FIELDS:
        raise Unreadable(f"{where}: no field {short(repr(address))}; there are {', '.join(FIELDS)}")
    known = {"value": FIELDS[address]} if kind == "set" else SAYS[kind]
    if only and (kind != "indicator" or not _text(only["id"])):
        raise Unreadable(f"{where}: id goes with indicator, and is text")
    for key, value in says.items():
        if key not in known:
            raise Unreadable(f"{where}: {kind} does not know {short(repr(key))}; it knows {', '.join([*known, 'author', 'reason', 'nth'])}")
        if not known[key][0](value):
            raise Unreadable(f"{where}: {key} must be {known[key][1]}")
    if not says:
        raise Unreadable(f"{where}: says nothing; {kind} knows {', '.join(known)}")


def _refuse_twice(entries: tuple[Entry, ...]) -> None:
    """Two corrections of one value cannot both be right."""
    seen: dict[tuple[Any, ...], Entry] = {}
    for entry in entries:
        for key in entry.says:
            mine = (entry.kind, squeezed(entry.address), entry.only.get("id"), entry.nth or 1, key)
            if mine in seen:
                raise Unreadable(f"{entry.where}: {short(str(entry))} is corrected twice; the first is at {seen[mine].where}")
            seen[mine] = entry
