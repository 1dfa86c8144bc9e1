"""Exit codes; documented in README.md and in gwr --help."""

from __future__ import annotations

from typing import Final

OK: Final = 0
"""A document was written, or nothing was found."""
FINDINGS: Final = 1
USAGE: Final = 2
UNREADABLE: Final = 3
"""An input could not be read; the others were still converted."""
FAILURE: Final = 4
"""Our own failure, or output that could not be written."""
HUNG_UP: Final = 129
"""The terminal was closed (SIGHUP)."""
INTERRUPTED: Final = 130
ABORTED: Final = 134
"""Not given by us: a library ended the process where memory ended (SIGABRT)."""
KILLED: Final = 137
"""Not given by us: the system ended the process where memory ended (SIGKILL)."""
PIPE_CLOSED: Final = 141
"""Whoever read our output stopped reading: what a shell reports for SIGPIPE."""
TERMINATED: Final = 143
"""Somebody ended us, or a limit of time (SIGTERM)."""


def worse(one: int, other: int) -> int:
    """The exit code of two outcomes together."""
    return max(one, other)
