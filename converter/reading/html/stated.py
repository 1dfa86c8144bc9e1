"""What a page states about itself outside its visible text: meta elements, Open Graph, JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from converter import words
from converter.reading.source import Stated

_LONGEST = 1_000  # characters: what is longer is no title, name or date
_DEEPEST = 20  # levels of JSON-LD looked at


@cache
def known() -> tuple[frozenset[str], frozenset[str]]:
    """The names of meta elements and the keys of JSON-LD that say something about a report, from `lexicons/metatags.yaml`."""
    names: dict[str, list[str]] = words.read(files("converter.lexicons") / "metatags.yaml")
    return frozenset(name.lower() for name in names["meta"]), frozenset(names["json_ld"])


def stated(metas: Sequence[Mapping[str, str]], scripts: Sequence[str]) -> tuple[Stated, ...]:
    """Facts with their origin (`meta PubDate`, `json-ld datePublished`), in the order of the page, each once."""
    return tuple(dict.fromkeys([*_from_metas(metas), *_from_scripts(scripts)]))


def _from_metas(metas: Iterable[Mapping[str, str]]) -> Iterator[Stated]:
    for meta in metas:
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip()
        text = " ".join((meta.get("content") or "").split())
        if name.lower() in known()[0] and text and len(text) <= _LONGEST:
            yield Stated(f"meta {name}", text)


def _from_scripts(scripts: Iterable[str]) -> Iterator[Stated]:
    for script in scripts:
        try:
            data = json.loads(script.strip().rstrip(";"))
        except (ValueError, RecursionError):
            continue
        yield from _from_json(data, "", 0)


def _from_json(data: Any, path: str, depth: int) -> Iterator[Stated]:
    if isinstance(data, list) and depth < _DEEPEST:
        for one in data:
            yield from _from_json(one, path, depth + 1)
    elif isinstance(data, dict) and depth < _DEEPEST:
        for key, value in data.items():
            if key in known()[1] or isinstance(value, list | dict):
                yield from _from_json(value, f"{path}.{key}" if path else str(key), depth + 1)
    elif isinstance(data, str) and path and data.strip() and len(data) <= _LONGEST and path.rsplit(".", 1)[-1] in known()[1]:
        yield Stated(f"json-ld {path}", " ".join(data.split()))
