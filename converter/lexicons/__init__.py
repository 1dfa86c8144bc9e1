"""Words as data. Code holds grammar, these files hold vocabulary; each entry names the case that needed it.

A user's own lexicons (converter.lexicons.own) lie over three of them while `using` holds; what is made of those three is
remembered by `table`, for each set of own lexicons anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, update_wrapper
from hashlib import sha256
from importlib.resources import files
from typing import Any, ParamSpec, Protocol, TypeVar, cast

from converter import words

P = ParamSpec("P")
T = TypeVar("T")
_REMEMBERED = 256  # tables of one kind, of all sets of own lexicons together


class Overlay(Protocol):
    """What lies over the built-in lexicons; equal ones share their tables."""

    @property
    def lexicons(self) -> Sequence[Any]:
        """Those that lie over, each with name, version and sha256, for documents to name."""

    def __hash__(self) -> int: ...

    def over(self, name: str, words: Any) -> Any:
        """The words of the lexicon `name` with one's own among them; `words` itself is left as it is."""


_OWN: ContextVar[Overlay | None] = ContextVar("own lexicons", default=None)


@contextmanager
def using(own: Overlay | None) -> Iterator[None]:
    """Everything inside reads the built-in lexicons with these over them; None: the built-in ones alone."""
    token = _OWN.set(own)
    try:
        yield
    finally:
        _OWN.reset(token)


def own() -> Overlay | None:
    """The own lexicons in use."""
    return _OWN.get()


def table(make: Callable[P, T]) -> Callable[P, T]:
    """Like functools.cache, for what is made of lexicons that a user may add to."""

    @lru_cache(_REMEMBERED)
    def made(_own: Overlay | None, *given: Any) -> Any:
        return cast(Callable[..., Any], make)(*given)

    plain = lru_cache(_REMEMBERED)(cast(Callable[..., Any], make))  # the usual case, asked for a thousand times a report

    def get(*given: Any) -> Any:
        own = _OWN.get()
        return plain(*given) if own is None else made(own, *given)

    vars(get).update(cache_info=plain.cache_info, cache_clear=plain.cache_clear)
    return cast(Callable[P, T], update_wrapper(get, make))


@cache
def _read(name: str) -> Any:
    return words.read(files(__package__) / f"{name}.yaml")


def load(name: str) -> Any:
    """The content of `lexicons/<name>.yaml`, with own lexicons over it where they are in use."""
    own = _OWN.get()
    return _read(name) if own is None else own.over(name, _read(name))


@cache
def version() -> str:
    """What the built-in words are known by: 12 hex digits of the digest of all lexicons and of the table of places."""
    rooms = (files(__package__), files("converter.extracting.places") / "data")
    found = sorted((file for room in rooms for file in room.iterdir() if file.name.endswith((".yaml", ".tsv"))), key=lambda f: f.name)
    return sha256(b"".join(f.name.encode() + f.read_bytes().replace(b"\r\n", b"\n") for f in found)).hexdigest()[:12]


def either(words: list[str]) -> str:
    """A regular expression source that matches any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def patterns(sources: list[str]) -> str:
    """A regular expression source that matches any of the given regular expressions."""
    return "(?:" + "|".join(sources) + ")"
