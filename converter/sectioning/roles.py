"""The role of a section from cues in its title, its place and its words; the cue is kept as evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from converter.expressions import rare
from converter.lexicons import either, load

Role = tuple[str, str]  # role, evidence

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")


@lru_cache
def _titles(review: int | None, plan: int | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    def told(cue: str) -> re.Pattern[str]:
        return re.compile(cue.replace("{review}", str(review or "@")).replace("{plan}", str(plan or "@")))

    return tuple((role, told(cue)) for role, cue in load("roles")["titles"])


@cache
def _tense() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("roles")
    return re.compile(either(words["past"])), re.compile(either(words["future"]))


def by_title(compact: str, review: int | None, plan: int | None) -> Role | None:
    """The role that a title names: 一、2013年工作回顾 is a review. review, plan: the report's years where known."""
    for role, cue in _titles(review, plan):
        found = cue.search(compact)
        if found:
            return role, f"title: {found[0]}"
    return None


def by_words(texts: Sequence[str], *, first: bool) -> Role:
    """For a first-level section whose title says nothing: what tense its paragraphs speak in. The first part of a
    report is its review unless words of the future clearly outnumber those of the past."""
    whole = "".join(text[:120] for text in texts[:30])
    past, future = (len(pattern.findall(whole)) for pattern in _tense())
    evidence = f"words: {past} past, {future} future" + (", first part" if first else "")
    return ("review", evidence) if past > future or (first and future < 2 * past + 2) else ("tasks", evidence)


_LOOKS_BACK = rare(r"回顾|总结|过去|完成|成就|成绩")


def years(compacts: Sequence[str]) -> tuple[int | None, int | None]:
    """Review and plan year from first-level titles (2013年工作回顾, 2014年政府主要任务), for telling the roles apart."""
    found = sorted({int(y) for c in compacts for y in _YEAR.findall(c)})
    if len(found) >= 2 and found[-1] - found[-2] == 1:
        return found[-2], found[-1]
    if len(found) != 1:
        return None, None
    back = any(_LOOKS_BACK.search(c) for c in compacts if str(found[0]) in c)
    return (found[0], None) if back else (None, found[0])
