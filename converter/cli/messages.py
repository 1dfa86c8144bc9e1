"""What is said on standard error: one line each, nothing in it that a terminal would obey; in English or Chinese; loud or quiet."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from converter.cli import language

QUIET, NORMAL, VERBOSE = range(3)
_LEVEL: ContextVar[int] = ContextVar("how much is said", default=NORMAL)


@contextmanager
def speaking(level: int) -> Iterator[None]:
    """How much is said inside: QUIET leaves what is wrong, VERBOSE adds what became of each input."""
    token = _LEVEL.set(level)
    try:
        yield
    finally:
        _LEVEL.reset(token)


def safe(text: str) -> str:
    """The text with control characters, line breaks, direction marks and half characters written as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def counted(number: int, noun: str) -> str:
    """`1 document`, `2 documents`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say(*parts: str) -> None:
    """One line on standard error, `name: message`: something is wrong, or asks for attention."""
    print(safe(": ".join(map(language.spoken, parts))), file=sys.stderr)  # noqa: T201 - this is where messages go


def note(*parts: str) -> None:
    """What was done; not with --quiet."""
    if not quiet():
        say(*parts)


def detail(*parts: str) -> None:
    """What became of each input; with --verbose alone."""
    if _LEVEL.get() == VERBOSE:
        say(*parts)


def quiet() -> bool:
    """Whether nothing is said but what is wrong."""
    return _LEVEL.get() == QUIET
