"""What a regular expression can begin with, so that a search tries it only there.

For the expressions of the lexicons: characters, classes, groups, alternatives, repeats, lookarounds. What is not one certain
character (`.`, `\\d`, `[^…]`) ends an opening.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

SIZE = 3  # characters of an opening at most
ANY = "\0"
GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:>])|(?!\?))")
LOOK = re.compile(r"\(\?<?[=!]")
_REPEAT = re.compile(r"[?*+]|\{(\d*)(?:,\d*)?\}")
_CLASS = re.compile(r"\[(\^?)((?:\\.|[^\]\\])+)\]")

Openings = frozenset[str]
_MARKS = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])+\]|[()|]", re.S)
_RUN = re.compile(r"[^\\\[\](){}|?*+.^$]+(?![?*+{])")  # plain characters, the last one not repeated
_NOTHING: Openings = frozenset([""])


def openings(source: str, size: int = SIZE) -> Openings:
    """The first `size` characters of everything the expression matches; fewer where the others are not certain or not there.

    An expression that may begin with anything at all is refused with ValueError.
    """
    found, at = _alternatives(source, 0)
    if at != len(source):
        raise ValueError(f"unbalanced: {source}")
    cut = frozenset(opening.split(ANY)[0][:size] for opening in found)
    if "" in cut:
        raise ValueError(f"may begin with anything: {source}")
    return cut


def gate(sources: Iterable[str]) -> re.Pattern[str]:
    """A quick search for where any of the expressions can begin, in whatever case: without a find none of them matches anywhere."""
    known, free = beginning(sources, 2)
    cased = {"".join(written) for opening in known for written in product(*({c.lower(), c.upper()} for c in opening))}
    begun = [quick(cased, "|".join(map(re.escape, sorted(cased))))] if cased else []
    return re.compile("|".join([*begun, *(f"(?i:{source})" for source in free)]))


def quick(known: Iterable[str], source: str) -> str:
    """An expression for the first character of everything that `source` matches; known: its openings, of two characters at most.

    The engine passes over a text at once where one class stands in front, and a second class behind it leaves one place in ten.
    """
    first, second = ({opening[at] for opening in known if len(opening) > at} for at in (0, 1))
    short = {opening for opening in known if len(opening) == 1}
    follows = f"(?={one_of(second)})" if second else ""
    follows = f"(?:{follows}|(?<={one_of(short)}))" if short else follows
    return rf"{one_of(first)}{follows}(?<=(?={source})[\s\S])"


def one_of(characters: Iterable[str]) -> str:
    """The class of these characters."""
    return f"[{''.join(map(re.escape, sorted(characters)))}]"


def beginning(sources: Iterable[str], size: int = SIZE) -> tuple[frozenset[str], list[str]]:
    """The first `size` characters, or fewer, of what the expressions match, and those expressions that may begin with anything."""
    known, free = frozenset[str](), []
    for source in sources:
        try:
            known |= openings(source, size)
        except ValueError:
            free.append(source)
    return known, free


def _alternatives(source: str, at: int) -> tuple[Openings, int]:
    out, here = frozenset[str](), _NOTHING
    while at < len(source) and source[at] != ")":
        if source[at] == "|":
            out, here, at = out | here, _NOTHING, at + 1
        elif _told(here):
            at = _end(source, at, "|)")
        elif run := _RUN.match(source, at):
            here, at = _then(here, frozenset([run[0][:SIZE]])), run.end()
        else:
            found, at = item(source, at)
            found, at = _repeated(found, source, at)
            here = _then(here, found)
    return out | here, at


def _told(here: Openings) -> bool:
    """What comes later is no part of an opening."""
    return all(len(opening) == SIZE or ANY in opening for opening in here)


def _end(source: str, at: int, ends: str) -> int:
    """Where the first of the marks stands that is in no group or class from here on."""
    depth = 0
    for found in _MARKS.finditer(source, at):
        if not depth and found[0] in ends:
            return found.start()
        depth += {"(": 1, ")": -1}.get(found[0], 0)
    return len(source)


def item(source: str, at: int) -> tuple[Openings, int]:
    """A character, class, group or lookaround; the last matches no character itself."""
    if source[at] == "(":
        return _group(source, at)
    if source[at] == "[" and (found := _CLASS.match(source, at)):
        plain = not found[1] and not re.search(r"\\|.-.", found[2])
        return frozenset(found[2] if plain else ANY), found.end()
    if source[at] == "\\":
        known = source[at + 1] in ".()[]{}|*+?\\^$"
        return frozenset([source[at + 1] if known else ANY]), at + 2
    return (_NOTHING if source[at] in "^$" else frozenset(ANY if source[at] == "." else source[at])), at + 1


def _group(source: str, at: int) -> tuple[Openings, int]:
    if look := LOOK.match(source, at):
        return _NOTHING, _end(source, look.end(), ")") + 1
    if group := GROUP.match(source, at):
        found, end = _alternatives(source, group.end())
        return found, end + 1
    raise ValueError(f"a group of a kind that is not known: {source}")


def _repeated(one: Openings, source: str, at: int) -> tuple[Openings, int]:
    least, most, at = repeat(source, at)
    if most > 1:
        twice = _then(one, one)
        one |= twice | _then(twice, one)  # SIZE times at most
    return (one if least else one | _NOTHING), at


def repeat(source: str, at: int) -> tuple[int, int, int]:
    """How often at least and at most (1 or many) the item before `at` comes, and where the expression goes on."""
    found = _REPEAT.match(source, at)
    if not found:
        return 1, 1, at
    end = found.end() + (source[found.end() : found.end() + 1] in ("?", "+"))
    return {"?": 0, "*": 0, "+": 1}.get(found[0], int(found[1] or 0)), 1 if found[0] == "?" else 2, end


def _then(first: Openings, second: Openings) -> Openings:
    short = [a for a in first if len(a) < SIZE and ANY not in a]
    return first.difference(short) | {(a + b)[:SIZE] for a in short for b in second} if short else first
