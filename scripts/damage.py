"""Damage documents at random, a hundred times of each kind, and count what the checks catch.

    python -m scripts.damage INPUT... [--each 100] [--seed 5] [--misses]

INPUT: raw reports or documents. Prints a table by kind; with --misses what was not caught. 1 where less than 95% were.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from converter.checking.documents import check_document
from converter.checking.loading import is_document, load

Json = dict[str, Any]
Slot = tuple[Any, Any, str]  # what holds the value, its key, where it is
ENOUGH = 0.95
_FIGURES = ("value", "value_high", "growth", "growth_high", "reference_difference", "value_base")
_UNITS = ("unit", "growth_unit", "unit_base")
_OTHER_UNITS = ("亿元", "万元", "元", "万人", "亿美元", "%", "percentage_point", "fold", "吨", "户")
_TEXTS = ("text", "title", "quote", "definition", "term")
_CHARACTERS = "的一国中大为上人发展经济增长年政府工作建设推进全民生产业市区"


def slots(value: Any, wanted: Callable[[Any, Any, str], bool], at: str = "") -> Iterator[Slot]:
    """Every place in a document that is wanted."""
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in rows:
        here = f"{at}/{key}"
        if wanted(key, inner, here):
            yield value, key, here
        yield from slots(inner, wanted, here)


def _is_span(key: Any, value: Any, at: str) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(x) is int for x in value) and "/page" not in at


def move_span(document: Json, dice: random.Random) -> str | None:
    """Start, end or both of a span by one to thirty characters."""
    holder, key, at = dice.choice(list(slots(document, _is_span)))
    by = dice.choice((-1, 1)) * dice.randint(1, 30)
    start, end = holder[key]
    holder[key] = dice.choice(([start + by, end + by], [start + by, end], [start, end + by]))
    return at


def change_figure(document: Json, dice: random.Random) -> str | None:
    """A figure of an indicator, by a digit or a factor."""
    found = list(slots(document["indicators"], lambda key, value, _: key in _FIGURES and value is not None))
    if not found:
        return None
    holder, key, at = dice.choice(found)
    old = holder[key]
    holder[key] = dice.choice((old + 1, old * 10, round(old / 10, 4), old + 0.1, -old, old - 2))
    return None if holder[key] == old else f"/indicators{at}"


def change_unit(document: Json, dice: random.Random) -> str | None:
    """A unit of an indicator."""
    found = list(slots(document["indicators"], lambda key, value, _: key in _UNITS and value is not None))
    if not found:
        return None
    holder, key, at = dice.choice(found)
    choices = ("%", "percentage_point", "fold") if key == "growth_unit" else _OTHER_UNITS
    holder[key] = dice.choice([unit for unit in choices if unit != holder[key]])
    return f"/indicators{at}"


def drop_section(document: Json, dice: random.Random) -> str | None:
    """A section with all that is in it."""
    found = list(slots(document["sections"], lambda _, value, __: isinstance(value, dict) and "role" in value))
    holder, key, at = dice.choice(found)
    del holder[key]
    return f"/sections{at}"


def alter_text(document: Json, dice: random.Random) -> str | None:
    """A character of a copied text, or of the source, replaced, added or taken out."""
    found = list(slots(document, lambda key, value, at: key in _TEXTS and isinstance(value, str) and value != "" and "/evidence" not in at))
    holder, key, at = dice.choice([slot for slot in found if "/metadata" not in slot[2]])
    old = holder[key]
    place = dice.randrange(len(old))
    new = dice.choice([mark for mark in _CHARACTERS if mark != old[place]])
    holder[key] = old[:place] + dice.choice((new, new + old[place], "")) + old[place + 1 :]
    return None if "".join(holder[key].split()) == "".join(old.split()) else at


def lose_row(document: Json, dice: random.Random) -> str | None:
    """A row of the ledger."""
    place = dice.randrange(len(document["ledger"]))
    del document["ledger"][place]
    return f"/ledger/{place}"


def change_metadata(document: Json, dice: random.Random) -> str | None:
    """A value of the masthead: another year or number, another day, a changed word, or nothing."""
    leaves = list(slots(document["metadata"], lambda _, value, at: isinstance(value, (str, int)) and not at.startswith("/evidence")))
    holder, key, at = dice.choice(leaves)
    old = holder[key]
    if isinstance(old, bool):
        holder[key] = not old
    elif isinstance(old, int):
        holder[key] = old + dice.choice((-2, -1, 1, 2, 10))
    elif key in ("delivered_on", "published_on"):
        holder[key] = f"{int(old[:4]) + dice.choice((-1, 0, 1))}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    elif key == "level":
        holder[key] = dice.choice([level for level in ("province", "prefecture", "county", "township") if level != old])
    elif key in ("code", "code_revision"):
        place = dice.randrange(len(old))
        holder[key] = old[:place] + str((int(old[place]) + dice.randint(1, 9)) % 10) + old[place + 1 :]
    else:
        place = dice.randrange(len(old))
        holder[key] = old[:place] + dice.choice([mark for mark in _CHARACTERS if mark != old[place]]) + old[place + 1 :]
    return None if holder[key] == old else f"/metadata{at}"


KINDS = (move_span, change_figure, change_unit, drop_section, alter_text, lose_row, change_metadata)


def damaged(documents: list[Json], each: int, seed: int) -> Iterator[tuple[str, str, bool]]:
    """Kind, place and whether it was caught, of every damage done. What a document already had does not count as caught."""
    dice = random.Random(seed)
    known = [{(f.code, f.message) for f in check_document(document)} for document in documents]
    for kind in KINDS:
        done = 0
        while done < each:
            place = dice.randrange(len(documents))
            broken = copy.deepcopy(documents[place])
            where = kind(broken, dice)
            if where is not None:
                done += 1
                found = {(f.code, f.message) for f in check_document(broken)}
                yield kind.__name__, f"{broken['source']['name']} {where}", bool(found - known[place])


def documents(paths: list[Path]) -> Iterator[Json]:
    """Documents, from files that hold them or from raw reports."""
    from converter.pipeline import convert
    from converter.writing.documents import dumps

    for path in paths:
        data = path.read_bytes()
        yield from load(data) if is_document(path.name, data) else [json.loads(dumps(convert(data, path.name)))]


def main() -> int:
    """The table by kind."""
    parser = argparse.ArgumentParser(description="Count how much damage the checks catch.")
    parser.add_argument("inputs", type=Path, nargs="+")
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    rows = list(damaged(list(documents(given.inputs)), given.each, given.seed))
    for kind in KINDS:
        caught = [ok for name, _, ok in rows if name == kind.__name__]
        print(f"{kind.__name__:16} {sum(caught):4} of {len(caught)}")
    total = sum(ok for *_, ok in rows)
    print(f"{'all':16} {total:4} of {len(rows)} {total / len(rows):.1%}")
    if given.misses:
        print(*(f"not caught: {name} {where}" for name, where, ok in rows if not ok), sep="\n")
    return int(total < ENOUGH * len(rows))


if __name__ == "__main__":
    sys.exit(main())
