"""A finding: what is wrong, where, and which rule says so."""

from __future__ import annotations

from dataclasses import dataclass

# The codes are documented in docs/checks.md and keep their meaning; what a conversion notices has codes from GWR001 and GWR200 on.
SCHEMA = "GWR101"
LEDGER = "GWR111"
FATE = "GWR112"
LAYOUT = "GWR113"
QUOTE = "GWR114"
COVER = "GWR115"
DIGEST = "GWR116"
INPUT = "GWR117"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: the rule's code, a message for people, a severity, and the line of a raw report where it is known."""

    code: str
    message: str
    severity: str = "error"
    line: int | None = None
