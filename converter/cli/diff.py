"""gwr diff: what changed in meaning between two documents."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from converter.checking.difference import changes, lines
from converter.checking.loading import is_document, load
from converter.checking.published import breaches
from converter.cli import exits
from converter.cli.corrections import beside
from converter.cli.inputs import name_of, read, reason, shown
from converter.cli.messages import safe, say
from converter.cli.output import emit
from converter.reading.source import Unreadable


def run(old: str, new: str, *, style: str) -> int:
    """Print the differences; 0 where there are none, 1 where there are."""
    documents = []
    for argument in (old, new):
        try:
            documents.append(_document(argument))
        except Unreadable as error:
            say(shown(argument), reason(argument, error))
            return exits.UNREADABLE
    found = changes(*documents)
    if style == "json":
        emit((json.dumps([asdict(change) for change in found], ensure_ascii=False, indent=2) + "\n").encode())
    else:
        emit("".join(f"{safe(line)}\n" for line in lines(found)).encode())
    return exits.FINDINGS if found else exits.OK


def _document(argument: str) -> dict[str, Any]:
    """A document, or the one a raw report gives."""
    data, name = read(argument), name_of(argument)
    if not is_document(name, data):
        from converter.pipeline import convert
        from converter.writing.documents import dumps

        made: dict[str, Any] = json.loads(dumps(convert(data, name, **beside(argument))))
        return made
    documents = load(data)
    if len(documents) != 1:
        raise Unreadable(f"holds {len(documents)} documents; a difference is that of two")
    broken = [finding for finding in breaches(documents[0]) if finding.severity == "error"]
    if broken:
        raise Unreadable(f"does not follow the schema: {broken[0].message}")
    one: dict[str, Any] = documents[0]
    return one
