"""Line and column for findings that know their span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from converter.checking.findings import Finding


def placed(findings: Iterable[Finding], text: str) -> list[Finding]:
    """The findings with the line and column, from 1, at which their span begins in the text."""
    given = list(findings)
    if not any(finding.span for finding in given):
        return given
    starts = [0, *(at + 1 for at, mark in enumerate(text) if mark == "\n")]
    return [_placed(finding, starts) for finding in given]


def _placed(finding: Finding, starts: list[int]) -> Finding:
    if finding.span is None:
        return finding
    line = bisect_right(starts, finding.span[0])
    return replace(finding, line=line, column=finding.span[0] - starts[line - 1] + 1)
