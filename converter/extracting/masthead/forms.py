"""The ways in which a masthead names the speaker: expressions, and what a line must hold for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from converter.expressions import HAN, rare
from converter.lexicons import load

DOTS = "·•・‧∙⋅●."
DOT = f"[{DOTS}]"
_TWO = "|".join(name for name in load("masthead")["surnames"] if len(name) == 2)
_PLAIN = rf"(?:{_TWO})[ ]{{1,6}}{HAN}{{1,2}}(?![^ ])|{HAN}{{2,4}}|{HAN}(?:[ ]{{1,6}}{HAN}){{1,2}}|{HAN}[ ]{{1,6}}{HAN}{{2,3}}"
_DOTTED = rf"{HAN}{{1,8}}(?:[ ]?{DOT}[ ]?{HAN}{{1,8}}){{1,3}}"
_LONGEST = 4  # characters of a name without a point in it; names of other tongues have twice as many
_LETTERS = rare(r"[^\u3400-\u9fff]")
_YEAR, _SMALL = r"(?:\d{4}|[一二][九〇○零0O].{2})年", r"(?:\d{1,2}|[一二三四五六七八九十元]{1,3})"
_DATED = rf"[(]?{_YEAR}{_SMALL}月{_SMALL}日[)]?[ ]*"
_EDGE = r"[\s?*—\-:·•■(\[<]{0,6}"
# What is told of the person in a bracket behind the name: (代), (女,回族), (受县长委托).
_PRESIDES = r"(?:[ ]?\(主持[^()]{0,16}工作\)|[ ]主持[^()\s]{0,16}工作(?=[ ]))?"  # 副市长(主持市政府工作)
_BESIDE = rf"(?:[、,兼]{HAN}{{2,14}}(?:局长|书记|主任|组长|部长|经理))?"  # 区长、林业局局长
_TOLD = r"(?:[ ]?\((?:代|主持[^()]{0,16}工作|[^()]{0,3}[女族][^()]{0,4}|受[^()]{2,14}委托)\))?"
_REPORTER = "(?:报告|汇报|主讲|宣读|讲话)人"
_END = r"[\s)\]>*?]*"


@cache
def _office() -> str:
    words = "|".join(r"[ ]{0,6}".join(word) for word in load("masthead")["offices"])
    return rf"(?:(?:{HAN}|[、,·]|[ ]){{0,36}})(?:{words})(?:候选人|(?:提名)?人选|\(代\))?{_BESIDE}{_PRESIDES}"


@cache
def _name() -> str:
    return rf"(?P<name>(?!候选人|(?:提名)?人选)(?:{_DOTTED}|[{load('masthead')['transliterating']}]{{5,8}}|{_PLAIN}))"


class Form(NamedTuple):
    """A way to name the speaker: its expression, how plainly it does so, and what a line (without blanks) must hold for it."""

    expression: str
    rank: int
    needs: Callable[[str], bool]


@cache
def forms() -> tuple[Form, ...]:
    """The ways, the plainest first."""
    office = rf"(?P<office>{_office()})"
    name = _name()
    return (
        Form(rf"^.{{0,120}}(?:会[ ]?议|大会|通过)上?[)]?[\s,—(]*{office}{_EDGE}{name}[\s)]*(?:{_DATED})?$", 3, _met),
        Form(rf"^[(]?{_EDGE}(?:{_DATED})?(?:{_REPORTER})?{_EDGE}{office}{_EDGE}{name}(?:同志)?{_TOLD}{_END}(?:{_DATED})?$", 3, _official),
        Form(
            rf"(?:^|[(])[\s(—-]*(?:\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?)?[ ]?{office}{_EDGE}{name}(?:同志)?[ ]*"
            r"(?=(?:代表[^。]{2,16})?在)",
            3,
            _placed,
        ),
        Form(rf"^{_EDGE}{_REPORTER}:{_EDGE}{name}(?:[ ]{{0,8}}{office})?[\s)]*$", 3, _reporting),
        Form(rf"^{_EDGE}{name}(?:[ ]{{1,8}}|[ ]?[(]){office}[\s)]*$", 2, _official),
        Form(rf"^.{{0,120}}(?:会[ ]?议|大会)上(?:[)\]][\s—]*|[\s—]+){name}[\s)]*$", 2, _gathered),
        Form(rf"^[(][ ]*{name}[ ,、]+{_DATED}$", 2, _bracketed),
        Form(rf"[(][^()]{{0,60}}(?:日|月|会议上?|大会上?)[\s,、]*(?:{office}[ ]*)?{name}[ ]*[)]", 2, _bracketed),
        Form(rf"^{_EDGE}{name}{_EDGE}$", 1, alone),
    )


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """The pattern of a form, made where a line may hold it."""
    return re.compile(expression)


def _official(line: str) -> bool:
    return any(word in line for word in load("masthead")["offices"])


def _met(line: str) -> bool:
    return any(word in line for word in ("会议", "大会", "通过")) and _official(line)


def _placed(line: str) -> bool:
    return "在" in line and _official(line)


def _gathered(line: str) -> bool:
    return ("会议上" in line or "大会上" in line) and not line.endswith(("上", "上)", "上]"))


def _reporting(line: str) -> bool:
    return "人:" in line


def _bracketed(line: str) -> bool:
    return "(" in line and ")" in line


def alone(line: str) -> bool:
    """Whether a line (without blanks) is short enough to be a name and nothing else."""
    bare = line.strip("?*—-:·•■")
    return len(bare) <= _LONGEST or any(dot in line for dot in DOTS) or (len(bare) <= 2 * _LONGEST and not _LETTERS.search(bare))
