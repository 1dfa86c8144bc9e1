"""Times and tables."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import median


def least(work: Callable[[], object], repeat: int = 5) -> float:
    """Seconds of processor time, the least of so many."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def in_turn(programs: dict[str, Callable[[bytes], object]], inputs: Sequence[bytes], repeat: int = 5) -> dict[str, list[float]]:
    """For each program the least time on each input; the programs take turns within every repeat."""
    out: dict[str, list[float]] = {name: [] for name in programs}
    for data in inputs:
        best = dict.fromkeys(programs, float("inf"))
        for _ in range(repeat):
            for name, program in programs.items():
                start = time.process_time()
                program(data)
                best[name] = min(best[name], time.process_time() - start)
        for name, spent in best.items():
            out[name].append(spent)
    return out


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A Markdown table."""
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(row)} |" for row in rows)]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """The median of the ratios input by input."""
    return f"{median(a / b for a, b in zip(ours, theirs, strict=True)):.2f}"
