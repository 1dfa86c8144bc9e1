"""For programs: JSON, or one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from converter.checking.findings import Finding
from converter.checking.outcomes import Outcome, fingerprint


def as_json(outcomes: Sequence[Outcome]) -> str:
    """One array of outcomes."""
    return json.dumps([_outcome(outcome) for outcome in outcomes], ensure_ascii=False, indent=2) + "\n"


def as_lines(outcomes: Sequence[Outcome]) -> str:
    """One outcome a line."""
    return "".join(json.dumps(_outcome(outcome), ensure_ascii=False) + "\n" for outcome in outcomes)


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.file,
        "document": outcome.number,
        "verdicts": outcome.verdicts,
        "not_checked": list(outcome.not_checked),
        "unreadable": outcome.unreadable,
        "findings": [_finding(outcome, finding) for finding in outcome.findings],
    }


def _finding(outcome: Outcome, finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "pointer": finding.pointer,
        "span": finding.span,
        "line": finding.line,
        "column": finding.column,
        "fingerprint": fingerprint(outcome, finding),
    }
