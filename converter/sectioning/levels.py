"""The level of a heading: by nesting of styles, with the numbering as the check."""

from __future__ import annotations

from collections.abc import Sequence

from converter.sectioning.headings import Heading

NUMBERED = ("part", "han", "paren", "ordinal", "arabic", "arabic_paren")


def levels(found: Sequence[Heading]) -> list[int]:
    """A level, 1 and up, for every heading in order.

    A style met before closes all that was opened since; a new one opens a level below. Lines that name a part of the
    report (2009年工作回顾, 名词解释) are of the first level; other unnumbered lines stand below the nearest numbered
    heading, or are of the first level where the report has no other.
    """
    top = _top_styles(found)
    stack: list[str] = []
    out = []
    for heading in found:
        stack = _place(stack, heading, top)
        out.append(len(stack))
    return out


def _top_styles(found: Sequence[Heading]) -> frozenset[str]:
    styles = [h.style for h in found]
    first = next((s for s in styles if s != "annex"), "")
    if first in ("top", "line") and not ("top" in styles and "line" in styles):
        return frozenset({first})
    return frozenset({"top"})


def _place(stack: list[str], heading: Heading, top: frozenset[str]) -> list[str]:
    style = heading.style
    if style == "annex":
        return ["annex"] if "annex" not in stack or len(stack) != 1 else _annex(stack)
    if style in top:
        return [style] if _closes(stack, style) else [*stack, style]
    if style in stack:
        return stack[: stack.index(style) + 1]
    if style in ("line", "top", "sentence"):
        return [*(s for s in stack if s not in ("line", "sentence", "top") or s in top), style]
    kept = [s for s in stack if s in NUMBERED or s in top]
    return [*kept, style]


def _annex(stack: list[str]) -> list[str]:
    return ["annex"]


def _closes(stack: list[str], style: str) -> bool:
    """A first-level line under numbered headings ends them all."""
    return True
