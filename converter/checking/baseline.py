"""Known findings that are accepted: a JSON file of fingerprints with what they stand for."""

from __future__ import annotations

import json
from collections.abc import Iterable

from converter.checking.outcomes import Outcome, fingerprint
from converter.reading.source import Unreadable

VERSION = 1


def text(outcomes: Iterable[Outcome]) -> str:
    """The baseline that accepts every finding of these outcomes."""
    rows = {
        fingerprint(outcome, finding): {"file": outcome.file, "code": finding.code, "message": finding.message}
        for outcome in outcomes
        for finding in outcome.findings
    }
    return json.dumps({"version": VERSION, "accepted": dict(sorted(rows.items()))}, ensure_ascii=False, indent=2) + "\n"


def accepted(data: bytes) -> frozenset[str]:
    """The fingerprints of a baseline; Unreadable where it is none."""
    try:
        given = json.loads(data)
        if given["version"] != VERSION:
            raise Unreadable(f"is a baseline of version {given['version']!r}; this gwr reads {VERSION}")
        return frozenset(given["accepted"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Unreadable("is no baseline: write one with --write-baseline") from None
