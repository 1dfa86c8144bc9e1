"""What changed in meaning between two documents: sections, text, figures, what was removed. Ids and spans may change freely."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from converter.checking.walking import walk

Json = dict[str, Any]
_SHORT = 60
_MASTHEAD = ("title", "report_year", "review_year", "plan_year", "delivered_on", "published_on", "publisher")
_FACT = ("kind", "value", "value_high", "unit", "growth", "growth_high", "growth_unit", "comparator", "basis", "verb", "reference")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: part of the document, what it is about, and both sides; None for a side that has nothing there."""

    part: str
    what: str
    old: Any = None
    new: Any = None


def changes(old: Json, new: Json) -> list[Change]:
    """The differences of two documents that follow the schema, in the order of the parts."""
    return [
        *_fields("document", old, new, ("document_type", "completeness")),
        *_fields("metadata", _masthead(old), _masthead(new), _masthead(old)),
        *_listed("section", _sections(old), _sections(new)),
        *_listed("text", _paragraphs(old), _paragraphs(new)),
        *_facts(old, new),
        *_fields("targets", old["targets_status"], new["targets_status"], sorted({*old["targets_status"], *new["targets_status"]})),
        *_keyed("note", {n["term"]: n["definition"] for n in old["notes"]}, {n["term"]: n["definition"] for n in new["notes"]}),
        *_listed("project", [p["text"] for p in old["projects"]], [p["text"] for p in new["projects"]]),
        *_listed("removed", _removed(old), _removed(new)),
    ]


def _fields(part: str, old: Json, new: Json, names: Iterable[str]) -> Iterator[Change]:
    for name in names:
        if old.get(name) != new.get(name):
            yield Change(part, name, old.get(name), new.get(name))


def _masthead(document: Json) -> Json:
    meta = document["metadata"]
    place = {name: meta["jurisdiction"][name] for name in ("name", "level", "code")}
    return {**{name: meta[name] for name in _MASTHEAD}, **place, "meeting": meta["meeting"], "speaker": meta["speaker"]}


def _sections(document: Json) -> list[str]:
    found = (s for _, s in walk(document["sections"]))
    return [f"{'  ' * (s['level'] - 1)}{s['number'] or ''}{s['title'] or '(untitled)'} [{s['role']}]" for s in found]


def _paragraphs(document: Json) -> list[str]:
    return ["".join(p["text"].split()) for _, s in walk(document["sections"]) for p in s["paragraphs"]]


def _removed(document: Json) -> list[str]:
    text = document["source"]["text"] or ""
    return [f"{r['kind']}: {''.join(text[slice(*r['span'])].split())}" for r in document["ledger"] if r["fate"] == "removed"]


def _listed(part: str, old: list[str], new: list[str]) -> Iterator[Change]:
    """Entries lost and entries new; one that was put in the place of another is a change of it."""
    if old == new:  # to find that out, entries that stand there by the thousand would be held against each other
        return
    for kind, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, come = old[low:high], new[first:last]
        for place in range(max(len(gone), len(come))):
            before, after = (side[place] if place < len(side) else None for side in (gone, come))
            yield Change(part, "changed" if before and after else "lost" if before else "new", before, after)


def _keyed(part: str, old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            yield Change(part, key, old.get(key), new.get(key))


def _facts(old: Json, new: Json) -> Iterator[Change]:
    """Figures by indicator, period and kind, in the order printed."""
    before, after = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*before, *after)):
        one, other = before.get(key, []), after.get(key, [])
        if one != other:
            yield from _listed_facts(" ".join(key), one, other)


def _by_key(document: Json) -> dict[tuple[str, str], list[str]]:
    out: dict[tuple[str, str], list[str]] = {}
    for fact in document["indicators"]:
        said = " ".join(f"{name}={fact[name]}" for name in _FACT if fact[name] is not None)
        out.setdefault((fact["id"], fact["period"]), []).append(said)
    return out


def _listed_facts(what: str, old: list[str], new: list[str]) -> Iterator[Change]:
    yield from (Change("figure", what, change.old, change.new) for change in _listed("figure", old, new))


def lines(found: Iterable[Change]) -> Iterator[str]:
    """The differences for people: part, what, and both sides behind - and +."""
    for change in found:
        yield f"{change.part} {change.what}"
        yield from (f"  {mark} {_short(side)}" for mark, side in (("-", change.old), ("+", change.new)) if side is not None)


def _short(side: Any) -> str:
    text = side if isinstance(side, str) else json.dumps(side, ensure_ascii=False)
    return text if len(text) <= 2 * _SHORT else f"{text[:_SHORT]} … {text[-_SHORT:]}"
