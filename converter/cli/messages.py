"""What is said on standard error: one line each, nothing in it that a terminal would obey."""

from __future__ import annotations

import sys


def safe(text: str) -> str:
    """The text with control characters, line breaks, direction marks and half characters written as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def say(*parts: str) -> None:
    """One line on standard error: `name: message`."""
    print(safe(": ".join(parts)), file=sys.stderr)  # noqa: T201 - this is where messages go
