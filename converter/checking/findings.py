"""A finding: what is wrong, where, and which rule says so."""

from __future__ import annotations

from dataclasses import dataclass

# The codes are documented in docs/checks.md and keep their meaning.
SCHEMA = "GWR101"
LEDGER = "GWR201"
FATE = "GWR202"
LAYOUT = "GWR203"
QUOTE = "GWR204"
COVER = "GWR205"
DIGEST = "GWR206"
INPUT = "GWR207"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: the rule's code, a message for people, a severity, and the line of a raw report where it is known."""

    code: str
    message: str
    severity: str = "error"
    line: int | None = None
