"""SARIF 2.1.0, for code scanning: rules with stable ids, relative URIs, line and column of the raw source, the JSON pointer."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from converter import __version__
from converter.checking.findings import Finding
from converter.checking.outcomes import Outcome, fingerprint
from converter.models.codes import codes

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"


def report(outcomes: Sequence[Outcome]) -> str:
    """One run with every finding as a result."""
    order = {code: number for number, code in enumerate(codes())}
    run = {
        "tool": {"driver": {"name": "gwr", "version": __version__, "semanticVersion": __version__, "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder gwr was run in."}}},
        "invocations": [_invocation(outcomes)],
        "results": [_result(outcome, finding, order) for outcome in outcomes for finding in outcome.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def uri(file: str) -> str:
    """A relative URI of a file, from the folder gwr was run in."""
    path = os.path.relpath(file) if file != "standard input" else "stdin"
    return quote(os.fsencode(path.replace(os.sep, "/")))


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": code,
            "name": "".join(word.capitalize() for word in row.title.split()),
            "shortDescription": {"text": row.title},
            "fullDescription": {"text": row.means},
            "help": {"text": f"{row.means} {row.advice}"},
            "defaultConfiguration": {"level": _LEVELS[row.severity]},
            "properties": {"verdict": row.verdict, "title_zh": row.title_zh},
        }
        for code, row in codes().items()
    ]


def _invocation(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """What could not be read is a notification of the run."""
    said = [
        {"level": "error", "message": {"text": o.unreadable}, "locations": [{"physicalLocation": {"artifactLocation": _artifact(o.file)}}]}
        for o in outcomes
        if o.unreadable is not None
    ]
    return {"executionSuccessful": not any(o.failed for o in outcomes), "toolExecutionNotifications": said}


def _artifact(file: str) -> dict[str, str]:
    return {"uri": uri(file), "uriBaseId": _ROOT}


def _result(outcome: Outcome, finding: Finding, order: dict[str, int]) -> dict[str, Any]:
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(outcome.file)}}
    region = {"startLine": finding.line, "startColumn": finding.column or 1} if finding.line else None
    # Code scanning shows a finding at a line: of a document, which is one thing, at the first.
    place["physicalLocation"]["region"] = region if region and outcome.source is None else {"startLine": 1}
    place["logicalLocations"] = [{"fullyQualifiedName": finding.pointer or "/", "kind": "object"}]
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [place],
        "partialFingerprints": {"gwrFinding/v1": fingerprint(outcome, finding)},
    }
    if finding.code in order:
        result["ruleIndex"] = order[finding.code]
    if region and outcome.source:
        raw = {"artifactLocation": {"uri": quote(outcome.source)}, "region": region}
        result["relatedLocations"] = [{"physicalLocation": raw, "message": {"text": "raw source"}}]
    return result
