"""The level of a heading: by nesting of styles, with the numbering as the check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from converter.sectioning.parts import Heading

_USUAL = ("part", "han", "inner", "paren", "ordinal", "arabic", "arabic_paren")
_UNUSUAL = ("chapter", "section", "roman", "letter", "padded", "decimal", "circled")  # as few reports count
NUMBERED = (*_USUAL, *_UNUSUAL)


def levels(found: Sequence[Heading]) -> list[int]:
    """A level, 1 and up, for every heading in order.

    A style met before closes all that was opened since; a new one opens a level below. Lines that name a part of the
    report (2009年工作回顾, 名词解释) are of the first level; other unnumbered lines stand below the nearest numbered
    heading, or are of the first level where the report has no other. A bare 附件 holds the annex named on the next line.
    """
    top = _top_styles(found)
    if _below_lost(found):
        top |= {"han"}
    stack = ["han"] if "han" in top else []
    out = []
    before: Heading | None = None
    inside, parting = _inside_numbered(found), [a or b for a, b in zip(_alone(found), _rowed(found), strict=True)]
    outer = _going_on(found)
    for i, heading in enumerate(found):
        if inside[i] or parting[i]:
            heading = replace(heading, style="line" if inside[i] else "top")
        if _beside(found, i):
            stack = stack[: stack.index("paren")] if "paren" in stack else stack
        if outer[i]:
            stack = []
        if heading.style == "line" and heading.looks == "faults" and "paren" in stack:
            heading = replace(heading, style="paren")  # 存在的困难和问题 stands beside (一) (二), not below the last of them
        nested = heading.style == "annex" and before is not None and before.sheet and heading.title[0] - before.end < 16
        if nested:
            stack = ["annex", "annex"]
        elif _below_tasks(stack, heading, before):
            stack = [*stack, "paren"]
        else:
            stack = _place(stack, heading, top)
        out.append(len(stack))
        before = heading
    return out


def _below_tasks(stack: Sequence[str], heading: Heading, before: Heading | None) -> bool:
    """Whether (一) begins right below 重点工作, a line within a part: it is what the work consists of."""
    begins = (heading.style, heading.number) == ("paren", 1) and "paren" not in stack
    return begins and before is not None and before.looks == "tasks" and stack[-1:] == ["line"]


def _below_lost(found: Sequence[Heading]) -> bool:
    """Whether the text begins below a part whose number is gone, as a page from the middle does: (四) (五) 二、."""
    numbered = [h for h in found if h.style in ("part", "han", "paren")]
    next_part = next((h.number for h in numbered if h.style == "han"), 0)
    return next_part > 1 and numbered[0].style == "paren"


def _going_on(found: Sequence[Heading]) -> list[bool]:
    """Which 二、 三、 go on with the 一、 that the report begins with, whatever line without a number stands between."""
    out = [False] * len(found)
    if not found or found[0].style not in ("part", "han") or found[0].number != 1:
        return out
    last, within = 1, 0  # of the parts, and of a numbering that began anew since
    for i, heading in enumerate(found):
        if heading.style != found[0].style or i == 0:
            continue
        if heading.number == within + 1:
            within += 1
        elif heading.number > last:
            out[i], last, within = True, heading.number, 0
    return out


def _inside_numbered(found: Sequence[Heading]) -> list[bool]:
    """Which unnumbered lines stand between 二、 and 三、: they part 二、, whatever they are called; none where such a line stands
    above 一、, as its like then name the other parts."""
    if found and found[0].style == "top":
        return [False] * len(found)
    numbers = [h.number if h.style == "han" else 0 for h in found]
    before, after = _carried(numbers), _carried(numbers[::-1])[::-1]
    within = [w or h.looks in ("aims", "tasks") for h, w in zip(found, _beside_lines(found), strict=True)]  # 总体要求, wherever it stands
    return [h.style == "top" and b > 0 and (a == b + 1 or w) for h, b, a, w in zip(found, before, after, within, strict=True)]


def _beside_lines(found: Sequence[Heading]) -> list[bool]:
    """Which headings stand behind another line without a number below 二、: 加强政府自身建设 is one of them there, 结束语 is none."""
    out: list[bool] = []
    beside = False
    for heading in found:
        out.append(beside and heading.looks != "end")
        beside = heading.style == "line" or (beside and heading.style not in ("han", "part"))
    return out


def _alone(found: Sequence[Heading]) -> list[bool]:
    """Which lines stand alone between two parts that only lines name: nothing is parted into one part, so it is the next."""
    out = [False] * len(found)
    tops = [i for i, h in enumerate(found) if h.style == "top"]
    if not tops or any(h.style in ("part", "han") for h in found):
        return out
    for low, high in pairwise([*tops, len(found)]):
        lines = [i for i in range(low + 1, high) if found[i].style == "line"]
        if len(lines) == 1 and not any(h.style == "paren" for h in found[low + 1 : lines[0]]):
            out[lines[0]] = True
    return out


def _rowed(found: Sequence[Heading]) -> list[bool]:
    """Which lines head a row (一) (二) (三) as a line that names a part does: they name another."""
    if any(h.style in ("part", "han") for h in found):
        return [False] * len(found)
    first = [*(h.style == "paren" and h.number == 1 for h in found[1:]), False][: len(found)]
    known = any(h.style == "top" and row for h, row in zip(found, first, strict=True))
    return [known and h.style == "line" and row for h, row in zip(found, first, strict=True)]


def _beside(found: Sequence[Heading], i: int) -> bool:
    """Whether 第一、 opens a row of its own beside (一) (二) (三), and none below the last of them: more text than any of those
    have stands between."""
    if found[i].style != "ordinal" or found[i].number != 1 or i < _ROW or any(h.style != "paren" for h in found[i - _ROW : i]):
        return False
    run = found[i - found[i - 1].number : i] if found[i - 1].number <= i else ()
    counted = [h.number for h in run] == list(range(1, len(run) + 1))
    return counted and found[i].title[0] - run[-1].end > max(b.title[0] - a.end for a, b in pairwise(run))


_ROW = 3


def _carried(numbers: Sequence[int]) -> list[int]:
    """Each number, or where there is none the one before it."""
    out: list[int] = []
    for number in numbers:
        out.append(number or (out[-1] if out else 0))
    return out


def _top_styles(found: Sequence[Heading]) -> frozenset[str]:
    styles = [h.style for h in found]
    if not {"part", "han", "paren"} & set(styles) and not set(styles[:1]) & set(NUMBERED):
        return frozenset({"top"} if _parted(found, styles) else {"top", "line"})  # nothing is numbered: every line of its own titles a part
    first = next((s for s in styles if s != "annex"), "")
    if next((h.number for h in found if h.style in ("part", "han")), 1) > 1:
        return frozenset({"top"})  # a page from the middle: its lines belong to a numbered part that is not there
    if first in ("top", "line") and not ("top" in styles and "line" in styles):
        return frozenset({first})
    return frozenset({"top"})


def _parted(found: Sequence[Heading], styles: Sequence[str]) -> bool:
    """Whether the first part that a line names, and another, have several lines of their own below: 2023年工作回顾 / 经济… / 民生…;
    one alone may, where lines name what was done and what is to be done: then the others part one of those."""
    tops = [i for i, style in enumerate(styles) if style == "top"]
    runs = [styles[low + 1 : high].count("line") for low, high in pairwise([*tops, len(styles)])]
    both = sum(n >= _SEVERAL for n in runs) >= _SEVERAL and runs[:1] >= [_SEVERAL]
    said = {found[i].looks for i in tops}
    named = "back" in said and bool(said & {"ahead", "aims", "tasks"}) and max(runs) >= _SEVERAL
    return bool(tops) and tops[0] == 0 and (both or named or (len(tops) > 1 and max(runs) >= _MANY))


_SEVERAL, _MANY = 2, 5  # a report has seldom five parts that nothing names


def _place(stack: list[str], heading: Heading, top: frozenset[str]) -> list[str]:
    style = heading.style
    if style == "annex" or style in top:
        return [style]
    if style in stack:
        return stack[: stack.index(style) + 1]
    if style in ("line", "top", "sentence"):
        return [*(s for s in stack if s not in ("line", "sentence", "top") or s in top), style]
    kept = [s for s in stack if s in NUMBERED or s in top or s == "annex"]
    return [*kept, style]
