"""Gaps, repeats and wrong order in the numbering of sibling headings, as diagnostics."""

from __future__ import annotations

from functools import lru_cache

from converter.numbering import Mark, mark
from converter.reading.source import Remark
from converter.sectioning.tree import Section
from converter.text import shadow


def remarks(tree: tuple[Section, ...]) -> tuple[Remark, ...]:
    """One remark for every heading whose number does not follow its elder sibling's of the same style."""
    out: list[Remark] = []
    _visit(tree, out)
    return tuple(out)


def _visit(siblings: tuple[Section, ...], out: list[Remark]) -> None:
    last: dict[str, tuple[int, str]] = {}
    for section in siblings:
        here = _counted(section.number) if section.number else None
        if here:
            number, printed = last.get(here.style, (0, ""))
            if here.number != number + 1 and here.number != 1:
                out.append(_remark(section, printed, here.number - number))
            last[here.style] = (here.number, section.number or "")
        _visit(section.sections, out)


@lru_cache
def _counted(number: str) -> Mark | None:
    return mark(shadow(number) + " ")


def _remark(section: Section, before: str, step: int) -> Remark:
    if step > 1:
        what = f"numbers missing between {before} and {section.number}" if before else f"the numbering starts with {section.number}"
        return Remark("GWR203", "warning", f"section {section.number}: {what}", section.title)
    code, what = ("GWR204", "is repeated") if step == 0 else ("GWR205", f"comes after {before}")
    return Remark(code, "warning", f"section number {section.number} {what}", section.title)
