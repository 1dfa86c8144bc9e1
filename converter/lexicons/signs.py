"""Strings that a regular expression cannot match without, so that a text that has none of them need not be searched."""

from __future__ import annotations

from converter.lexicons.openings import ANY, GROUP, LOOK, item, repeat

Signs = frozenset[str]
_NONE: Signs = frozenset()


def signs(source: str) -> Signs:
    """Strings one of which stands in everything that the expression matches; empty where that is not plain to see."""
    try:
        return _alternatives(source, 0)[0]
    except ValueError:
        return _NONE


def _alternatives(source: str, at: int) -> tuple[Signs, int]:
    """Of alternatives each has to have one."""
    out: list[Signs] = []
    while True:
        found, at = _sequence(source, at)
        out.append(found)
        if at == len(source) or source[at] == ")":
            return (frozenset[str]().union(*out) if all(out) else _NONE), at
        at += 1


def _sequence(source: str, at: int) -> tuple[Signs, int]:
    """The best of what a sequence has: runs of plain characters, and groups that are not optional."""
    found, run = [_NONE], ""
    while at < len(source) and source[at] not in "|)":
        group = GROUP.match(source, at) if not LOOK.match(source, at) else None
        begin = at
        inner, at = _alternatives(source, group.end()) if group else item(source, at)
        at += group is not None
        least, most, at = repeat(source, at)
        if not group and source[begin] not in "([^$" and len(inner) == least == most == 1 and ANY not in inner:
            run += next(iter(inner))
            continue
        found += [frozenset([run])] * bool(run) + [inner] * (group is not None and least > 0)
        run = ""
    return max([*found, frozenset([run]) if run else _NONE], key=lambda some: min(map(len, some), default=0)), at
