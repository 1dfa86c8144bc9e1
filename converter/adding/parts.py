"""The three parts of an own lexicon: phrases of sites, names of indicators, places; what each may say, and how it is checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args

from converter.adding.expressions import BEHIND, LINE, NAME, WORD, Check, wrong
from converter.adding.nodes import Here
from converter.extracting.places.table import divisions
from converter.lexicons import load
from converter.models.structure import RemovedKind

Part = dict[str, Any]
_WORDS = ("byline_labels", "toolbar", "toolbar_sure", "share", "share_sure", "login", "login_sure", "wall", "wall_sure")
_NAMES: dict[str, tuple[Check, ...]] = {"names": NAME, "not": BEHIND}


def checked(here: Here, checks: tuple[Check, ...]) -> list[str]:
    """The words or expressions of a list."""
    out = []
    for row in here.rows():
        said = wrong(row.text(), checks)
        if said:
            raise row.wrong(f"{row.text()[:60]}: {said}")
        out.append(row.text())
    return out


def chrome(here: Here) -> Part:
    """Words of tool bars, logins, bylines, and what lines of each kind begin with."""
    given = here.fields((*_WORDS, "starts"))
    out: Part = {key: checked(value, WORD) for key, value in given.items() if key != "starts"}
    kinds = given["starts"].fields(get_args(RemovedKind)) if "starts" in given else {}
    return out | {"starts": {kind: checked(value, LINE) for kind, value in kinds.items()}}


def indicators(here: Here) -> Part:
    """More names of indicators there are, and what behind a name makes it another thing."""
    known = tuple(row["id"] for row in load("indicators")["indicators"])
    return {id: _names(row) for id, row in here.fields(known).items()}


def _names(here: Here) -> Part:
    return {key: checked(value, _NAMES[key]) for key, value in here.fields(tuple(_NAMES)).items()}


def places(here: Here) -> Part:
    """Divisions that the table lacks, other names of places, names that are common words."""
    given = here.fields(("divisions", "aliases", "not_bare"))
    rows = [_division(row) for row in given["divisions"].rows()] if "divisions" in given else []
    known = {row["name"] for row in rows} | {row.name for row in divisions()}
    aliases = {alias: _alias(alias, name, known) for alias, name in given["aliases"].fields().items()} if "aliases" in given else {}
    return {"divisions": rows, "aliases": aliases, "not_bare": checked(given["not_bare"], WORD) if "not_bare" in given else []}


def _division(here: Here) -> Part:
    given = here.fields(("code", "name", "since", "until"))
    for key in ("code", "name"):
        if key not in given:
            raise here.wrong(f"{key} is missing")
    code, name = given["code"].text(), given["name"].text()
    years: dict[str, int] = {key: given[key].year() for key in ("since", "until") if key in given}
    first, last = years.get("since", 1900), years.get("until", 9999)
    if not re.fullmatch(r"[1-9]\d{5}", code):
        raise given["code"].wrong(f"{code}: a code has six digits and stands in quotation marks")
    said = wrong(name, WORD) or ("a place has two characters or more" if len(name) < 2 else None)
    if said or first > last:
        raise given["name"].wrong(f"{name}: {said or 'ends before it begins'}")
    taken = next((row for row in divisions() if row.code == code and row.first < last and first < row.last), None)
    if taken:
        raise given["code"].wrong(f"{code} is {taken.name} in the table of divisions, from {taken.first} on")
    return {"code": code, "name": name} | years


def _alias(alias: str, name: Here, known: set[str]) -> str:
    said = wrong(alias, WORD) or ("two characters or more are a name" if len(alias) < 2 else None)
    taken = load("places")["aliases"].get(alias, name.text())
    said = said or (f"is {taken} already" if taken != name.text() else None)
    if said or name.text() not in known:
        raise name.wrong(f"{alias}: {said or f'no place is called {name.text()}'}")
    return name.text()


PARTS: dict[str, Callable[[Here], Part]] = {"chrome": chrome, "indicators": indicators, "places": places}
