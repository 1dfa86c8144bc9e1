"""GitHub workflow commands, as many as GitHub shows, and a summary of the step in Markdown."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from converter.checking.findings import Finding
from converter.checking.outcomes import Outcome
from converter.checking.reporters.plain import summary

MOST = 10  # annotations of one kind that GitHub shows for a step
_KINDS = {"error": "error", "warning": "warning", "info": "notice"}
_ROWS = 200  # GitHub cuts summaries off at a megabyte


def report(outcomes: Sequence[Outcome]) -> str:
    """Annotations; where GITHUB_STEP_SUMMARY names a file, the table goes there too."""
    told = os.environ.get("GITHUB_STEP_SUMMARY")
    if told:
        with Path(told).open("a", encoding="utf-8", newline="\n") as file:
            file.write(markdown(outcomes))
    return "".join(f"{line}\n" for line in _lines(outcomes))


def _lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if outcome.unreadable is not None:
            yield f"::error file={_value(outcome.file)},title=unreadable::{_data(outcome.unreadable)}"
    for severity, kind in _KINDS.items():
        found = [(o, f) for o in outcomes for f in o.findings if f.severity == severity]
        yield from (_annotation(kind, outcome, finding) for outcome, finding in found[:MOST])
        if len(found) > MOST:
            yield f"::notice title=gwr check::{len(found) - MOST} more findings of severity {severity}; see the summary of this step"


def _annotation(kind: str, outcome: Outcome, finding: Finding) -> str:
    place = f",line={finding.line},col={finding.column or 1}" if finding.line and outcome.source is None else ""
    behind = f" ({finding.pointer})" if finding.pointer else ""
    return f"::{kind} file={_value(outcome.file)}{place},title={finding.code}::{_data(finding.message + behind)}"


def markdown(outcomes: Sequence[Outcome]) -> str:
    """The step's summary."""
    head = f"## gwr check\n\n```\n{summary(outcomes)}```\n\n"
    found = [(o, f) for o in outcomes for f in o.findings]
    if not found:
        return head
    rows = "".join(f"| `{_cell(o.name)}` | {f.severity} | {f.code} | {_cell(f.message)} |\n" for o, f in found[:_ROWS])
    more = f"\n{len(found) - _ROWS} more\n" if len(found) > _ROWS else ""
    return f"{head}| file | severity | code | message |\n|---|---|---|---|\n{rows}{more}\n"


def _cell(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text).replace("|", "\\|").replace("<", "&lt;").replace("`", "'")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
