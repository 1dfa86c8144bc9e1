"""The stretch of lines that holds the main content, found without looking at the page's structure."""

from __future__ import annotations

from collections.abc import Sequence

from converter.stripping.content.weights import Weight

Range = tuple[int, int]  # half-open line indices


def heaviest(weights: Sequence[Weight]) -> Range | None:
    """The consecutive lines with the greatest sum; None where no line is running text."""
    best: tuple[float, Range] | None = None
    start, total = 0, 0.0
    for at, weight in enumerate(weights):
        if total <= 0:
            start, total = at, 0.0
        total += weight.value
        if weight.prose and (best is None or total > best[0]):
            best = total, (start, at + 1)
    if best is None:
        return None
    first = next(i for i in range(*best[1]) if weights[i].prose)
    return first, best[1][1]
