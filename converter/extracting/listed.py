"""The indicators of the code list, as the lexicon has them. Whoever checks a document needs these, and nothing that reads one."""

from __future__ import annotations

import re

from converter.expressions import rare
from converter.frozen import dataclass
from converter.lexicons import load, table


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the lexicon."""

    id: str
    name: str
    dimension: str
    rate: bool
    flow: bool
    steady: bool
    topic: re.Pattern[str] | None
    governed_not: re.Pattern[str] | None
    left_not: tuple[str, ...]
    urban: bool


@table
def entries() -> dict[str, Entry]:
    """The lexicon by id."""
    return {row["id"]: _entry(row) for row in load("indicators")["indicators"]}


def _entry(row: dict[str, object]) -> Entry:
    left = row.get("left_not") or []
    assert isinstance(left, list)
    return Entry(
        id=str(row["id"]),
        name=str(row["name"]),
        dimension=str(row["dimension"]),
        rate=bool(row.get("rate")),
        flow=bool(row.get("flow")),
        steady=bool(row.get("steady")),
        topic=_optional(row, "topic"),
        governed_not=_optional(row, "governed_not"),
        left_not=tuple(left),
        urban=bool(row.get("urban")),
    )


def _optional(row: dict[str, object], key: str) -> re.Pattern[str] | None:
    return rare(str(row[key])) if row.get(key) else None


@table
def counted(id: str) -> frozenset[str]:
    """The dimensions a level of this indicator may have."""
    dimension = entries()[id].dimension if id in entries() else ""
    return frozenset((dimension, "money_usd") if dimension == "money" else (dimension,))
