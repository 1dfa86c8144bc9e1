"""What a regular expression can begin with, so that a search tries it only there.

For the expressions of the lexicons: characters, classes, groups, alternatives, repeats, lookarounds. What is not one certain
character (`.`, `\\d`, `[^…]`) ends an opening.
"""

from __future__ import annotations

import re

SIZE = 3  # characters of an opening at most
_ANY = "\0"
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:>]))?")
_LOOK = re.compile(r"\(\?<?[=!]")
_REPEAT = re.compile(r"[?*+]|\{(\d*)(?:,\d*)?\}")
_CLASS = re.compile(r"\[(\^?)((?:\\.|[^\]\\])+)\]")

Openings = frozenset[str]
_NOTHING: Openings = frozenset([""])


def openings(source: str, size: int = SIZE) -> Openings:
    """The first `size` characters of everything the expression matches; fewer where the others are not certain or not there.

    An expression that may begin with anything at all is refused with ValueError.
    """
    found, at = _alternatives(source, 0)
    if at != len(source):
        raise ValueError(f"unbalanced: {source}")
    cut = frozenset(opening.split(_ANY)[0][:size] for opening in found)
    if "" in cut:
        raise ValueError(f"may begin with anything: {source}")
    return cut


def _alternatives(source: str, at: int) -> tuple[Openings, int]:
    out, here = frozenset[str](), _NOTHING
    while at < len(source) and source[at] != ")":
        if source[at] == "|":
            out, here, at = out | here, _NOTHING, at + 1
            continue
        item, at = _item(source, at)
        item, at = _repeated(item, source, at)
        here = _then(here, item)
    return out | here, at


def _item(source: str, at: int) -> tuple[Openings, int]:
    """A character, class, group or lookaround; the last matches no character itself."""
    look, group, set_of = (pattern.match(source, at) for pattern in (_LOOK, _GROUP, _CLASS))
    if look or group:
        found, end = _alternatives(source, (look or group).end())  # type: ignore[union-attr]
        return (_NOTHING if look else found), end + 1
    if set_of:
        plain = not set_of[1] and not re.search(r"\\|.-.", set_of[2])
        return frozenset(set_of[2] if plain else _ANY), set_of.end()
    if source[at] == "\\":
        known = source[at + 1] in ".()[]{}|*+?\\^$"
        return frozenset([source[at + 1] if known else _ANY]), at + 2
    return (_NOTHING if source[at] in "^$" else frozenset(_ANY if source[at] == "." else source[at])), at + 1


def _repeated(item: Openings, source: str, at: int) -> tuple[Openings, int]:
    found = _REPEAT.match(source, at)
    if not found:
        return item, at
    at = found.end() + (source[found.end() : found.end() + 1] in ("?", "+"))
    least = {"?": 0, "*": 0, "+": 1}.get(found[0], int(found[1] or 0))
    twice = _then(item, item)
    more = item if found[0] == "?" else item | twice | _then(twice, item)  # SIZE times at most
    return (more if least else more | _NOTHING), at


def _then(first: Openings, second: Openings) -> Openings:
    if all(len(a) >= SIZE for a in first):
        return first
    return frozenset(a if len(a) >= SIZE else (a + b)[:SIZE] for a in first for b in second)
