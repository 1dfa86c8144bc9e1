"""One line that tells how far a long run is, where somebody looks: how many, how fast, how long still."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter

from converter.cli.messages import quiet

_EVERY = 0.2  # seconds between two looks
_USUAL = 79


class Progress:
    """Counts inputs; writes over its own line on a terminal, and nothing anywhere else."""

    def __init__(self, total: int, before: int, shown: bool = True) -> None:
        self._total, self._done, self._before = total, before, before
        self._bad = self._made = 0
        self._start, self._shown = time.monotonic(), 0.0
        self._seen = shown and sys.stderr is not None and sys.stderr.isatty() and not quiet()
        self._show(self._start)

    def add(self, inputs: int, counts: Counter[str]) -> None:
        """So many inputs are done, with these outcomes (an archive is one input and many outcomes)."""
        self._done += inputs
        self._made += counts.total()
        self._bad += counts["failed"] + counts["unreadable"]
        now = time.monotonic()
        if now - self._shown > _EVERY or self._done == self._total:
            self._show(now)

    def _show(self, now: float) -> None:
        if self._seen:
            self._shown = now
            sys.stderr.write(f"\r{self.line(now - self._start, _room())}\x1b[K")
            sys.stderr.flush()

    def line(self, seconds: float, room: int = 200) -> str:
        """`[#####     ] 1,234/5,000 · 45.6/s · 1:23 left · 2 not converted`; without its bar, and cut, where there is little room."""
        share = self._done / max(1, self._total)
        rate = self._made / seconds if seconds else 0.0
        fresh = self._done - self._before
        left = seconds * (self._total - self._done) / fresh if fresh else 0.0
        bad = f" · {self._bad} not converted" if self._bad else ""
        bar = "#" * int(20 * share)
        pace = f" · {rate:.1f}/s · {_clock(left)} left" if fresh else ""
        told = f"{self._done:,}/{self._total:,}{pace}{bad}"
        return f"[{bar:20}] {told}" if len(told) + len("[] ") + 20 <= room else told[:room]

    @property
    def left(self) -> int:
        """How many inputs are not done."""
        return self._total - self._done

    def end(self) -> None:
        """The line is done with."""
        if self._seen and self._shown:
            sys.stderr.write("\n")
        self._seen = False


def _room() -> int:
    """Columns of the terminal, less one: a line that breaks could not be written over."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns - 1
    except (OSError, ValueError):
        return _USUAL


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}" if minutes >= 60 else f"{minutes}:{rest:02d}"
