"""Own lexicons as they are used: read from YAML, laid over the built-in ones, known by name and digest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from converter.adding.nodes import root
from converter.adding.parts import PARTS, Part
from converter.lexicons import using
from converter.reading.source import Unreadable


@dataclass(frozen=True)
class Lexicon:
    """One file: what it is called, which version of it this is (as it says itself), the digest of its bytes, what it adds."""

    name: str
    version: str | None
    sha256: str
    file: tuple[bytes, str] = field(compare=False, repr=False)
    parts: dict[str, Part] = field(compare=False, repr=False)


@dataclass(frozen=True)
class Own:
    """Several lexicons together, in the order given; equal where their files are."""

    lexicons: tuple[Lexicon, ...]

    @property
    def files(self) -> tuple[tuple[bytes, str], ...]:
        """Content and name of each file: what `together` makes the same of, elsewhere."""
        return tuple(one.file for one in self.lexicons)

    @cached_property
    def _merged(self) -> dict[str, Any]:
        return {}

    def over(self, name: str, words: Any) -> Any:
        """The words of a built-in lexicon with these among them."""
        merge = _MERGES.get(name)
        if merge is None:
            return words
        if name not in self._merged:
            for one in self.lexicons:
                words = merge(words, one.parts)
            self._merged[name] = words
        return self._merged[name]


def load(data: bytes, name: str) -> Lexicon:
    """The lexicon in a file. Raises Unreadable with file and line for whatever is wrong with it."""
    top = root(data, name)
    given = top.fields(("lexicon", "version", *PARTS)) if top else {}
    called = given["lexicon"].text() if "lexicon" in given else PurePath(name).stem
    version = given["version"].text() if "version" in given else None
    with using(None):  # checked against the built-in words, whatever is in use
        parts = {part: read(given[part]) for part, read in PARTS.items() if part in given}
    return Lexicon(called, version, sha256(data).hexdigest(), (data, name), parts)


def _boilerplate(words: Any, parts: dict[str, Part]) -> Any:
    part = parts.get("chrome", {})
    lists = {key: [*words[key], *more] for key, more in part.items() if key != "starts"}
    return words | lists | {"starts": _longer(words["starts"], part.get("starts", {}))}


def _indicators(words: Any, parts: dict[str, Part]) -> Any:
    part = parts.get("indicators", {})
    return words | {"indicators": [_longer(row, part.get(row["id"], {})) for row in words["indicators"]]}


def _places(words: Any, parts: dict[str, Part]) -> Any:
    part = parts.get("places", {})
    lists = _longer(words, {key: part[key] for key in ("divisions", "not_bare") if key in part})
    return lists | {"aliases": words["aliases"] | part.get("aliases", {})}


def _longer(lists: dict[str, Any], more: dict[str, list[Any]]) -> dict[str, Any]:
    """The same with each list longer by what there is for it."""
    return lists | {key: [*lists.get(key, []), *added] for key, added in more.items()}


_MERGES: dict[str, Callable[[Any, dict[str, Part]], Any]] = {"boilerplate": _boilerplate, "indicators": _indicators, "places": _places}


def together(files: Sequence[tuple[bytes, str]]) -> Own | None:
    """What `converter.lexicons.using` takes, of the content and name of each file; None where there are none.

    Raises Unreadable for what is wrong in one of them, and where two of them name one thing differently.
    """
    found = tuple(load(data, name) for data, name in files)
    said: dict[tuple[str, str], tuple[Any, str]] = {}
    for one, (_, name) in zip(found, files, strict=True):
        for key, value in _claims(one.parts.get("places", {})):
            before, where = said.setdefault(key, (value, name))
            if before != value:
                raise Unreadable(f"{name}: {' '.join(key)} is {value}; {where} says {before}")
    return Own(found) if found else None


def _claims(part: Part) -> Iterator[tuple[tuple[str, str], Any]]:
    yield from ((("alias", alias), name) for alias, name in part.get("aliases", {}).items())
    yield from ((("code", row["code"]), row["name"]) for row in part.get("divisions", ()))
