"""What rows are written to. A sink takes rows table by table, as they come, and is closed when all are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from converter.writing.export.columns import Row, Table


class Unfit(ValueError):
    """Rows that the format cannot hold, or a format whose library is missing; one line for people."""


class Sink(Protocol):
    """One format's writer. It writes to the draft it was made with and says what it had to change."""

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows to a table of those the sink was made for."""

    def close(self) -> list[str]:
        """Finish the output; what had to be changed to fit the format, one line each."""

    def abandon(self) -> None:
        """Let go of open files, so that the draft can be removed."""
