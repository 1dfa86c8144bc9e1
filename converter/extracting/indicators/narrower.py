"""Names that a narrower one in their sentence makes another thing: 财政收入 beside 一般公共预算收入 is all revenue."""

from __future__ import annotations

from collections.abc import Sequence

from converter.extracting.indicators.scope import WHOLE

# id → what its exact names have in them, and a wide one has not
_EXACT = {"general_public_budget_revenue": "预算", "industrial_output": "规"}
_Named = tuple[int, int, str, str]  # start, end, id and whose of a mention


def wider(text: str, named: Sequence[_Named]) -> list[int]:
    """Which of the names are wide ones in a sentence that prints the exact one of the whole place too."""
    out: list[int] = []
    for id, mark in _EXACT.items():
        if mark not in text:
            continue
        mine = [(n, start, mark in text[start:end], whose) for n, (start, end, own, whose) in enumerate(named) if own == id]
        exact = [start for _, start, narrow, whose in mine if narrow and whose == WHOLE]
        out += [n for n, start, narrow, _ in mine if not narrow and any(_together(text, start, other) for other in exact)]
    return out


def _together(text: str, one: int, other: int) -> bool:
    return text.find("。", min(one, other), max(one, other)) < 0
