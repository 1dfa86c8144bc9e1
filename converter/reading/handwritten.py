"""YAML that people write for gwr, as nodes: plain mappings, lists and words, every mistake named with its line."""

from __future__ import annotations

from typing import Any

from converter.reading.source import Unreadable

LARGEST = 1_000_000  # bytes; such a file is written by hand
_DEEPEST = 20  # levels: the library walks down on the stack


def composed(data: bytes, name: str) -> Any:
    """The root node of the file, None where there is nothing in it. Raises Unreadable with file and line for what is no plain YAML.

    References to other places (&a, *a) are refused: with them a few lines grow without end. So are types of one's own (!x).
    """
    import yaml

    if len(data) > LARGEST:
        raise Unreadable(f"{name}: {len(data)} bytes are too many for a file that is written by hand")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast
    try:
        text = data.decode("utf-8-sig")
        _plain(yaml.parse(text, loader), name)
        return yaml.compose(text, loader)
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise Unreadable(f"{name}:{mark.line + 1 if mark else 1}: no YAML: {_short(error)}") from None


def _plain(events: Any, name: str) -> None:
    depth = 0
    for event in events:
        kind = type(event).__name__
        depth += kind in ("MappingStartEvent", "SequenceStartEvent")
        depth -= kind in ("MappingEndEvent", "SequenceEndEvent")
        why = "is nested too deep" if depth > _DEEPEST else _odd(event, kind)
        if why:
            raise Unreadable(f"{name}:{event.start_mark.line + 1}: {why}")


def _odd(event: Any, kind: str) -> str | None:
    if kind == "AliasEvent" or getattr(event, "anchor", None):
        return "& and * in front of a word are references to other places, which are not read; such words go in quotation marks"
    if getattr(event, "tag", None):
        return f"{short(event.tag)} is a type that is not read; words with ! in front go in quotation marks"
    return None


def said(node: Any, name: str) -> Any:
    """What a node says: words, numbers, lists, mappings. Raises Unreadable with file and line for what cannot be (2024-13-45)."""
    import yaml

    try:
        return yaml.SafeLoader("").construct_document(node)
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None) or node.start_mark
        raise Unreadable(f"{name}:{mark.line + 1}: {_short(error)}") from None


def fields(node: Any, name: str) -> dict[str, Any]:
    """The nodes of a mapping by key. Raises Unreadable where it is none, and for a key that stands twice."""
    if node.id != "mapping":
        raise Unreadable(f"{name}:{node.start_mark.line + 1}: expected a mapping")
    out: dict[str, Any] = {}
    for key, under in node.value:
        if key.id != "scalar" or key.value in out:
            raise Unreadable(f"{name}:{key.start_mark.line + 1}: a key is one word, and stands once")
        out[key.value] = under
    return out


def short(said: str, most: int = 60) -> str:
    """Words of a file as messages have them: in one line, cut where they are many."""
    said = " ".join(said.split())
    return said if len(said) <= most else f"{said[: most - 2]} …"


def _short(error: Exception) -> str:
    return short(str(getattr(error, "problem", None) or error), 120)
