"""Frozen values that cost no more than others: `from converter.frozen import dataclass`.

A report is some ten thousand small values. What `dataclasses` does to freeze one (a guarded call for each field) takes five
times as long as making it. So the type checker alone holds that nobody sets a field: to it this is `dataclasses.dataclass`
itself; at run time `frozen=True` gives a value that compares and hashes by its fields, and is not guarded.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool = False) -> Callable[[type[Any]], type[Any]]:
        """Like `dataclasses.dataclass`, without the guard; asked for by name, so that a class says what it is."""
        return dataclasses.dataclass(unsafe_hash=frozen, slots=slots)


__all__ = ["dataclass"]
