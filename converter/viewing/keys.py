"""Names of places in the page: every id once, the same for the same document."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNFIT = re.compile(r"[^0-9A-Za-z_]+")
_LONGEST = 60


class Keys:
    """The ids given out so far."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, *parts: object) -> str:
        """A fresh id of these parts; a second one of the same name ends in -2."""
        name = "-".join(_UNFIT.sub("-", str(part)).strip("-") for part in parts)[:_LONGEST].strip("-") or "x"
        # The page's own ids begin with ui-; a document may call a paragraph so.
        name = f"x-{name}" if name.startswith("ui-") else name
        while True:
            count = self._taken[name] = self._taken.get(name, 0) + 1
            fresh = name if count == 1 else f"{name}-{count}"
            if count == 1 or fresh not in self._taken:
                self._taken.setdefault(fresh, 1)
                return fresh

    def each(self, prefix: str, values: Iterable[object]) -> list[str]:
        """One id for each value, counted from 1."""
        return [self.take(prefix, number) for number, _ in enumerate(values, 1)]
