"""JUnit XML: a test case for every document and verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from converter.checking.outcomes import VERDICTS, Outcome
from converter.checking.reporters.plain import where

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(outcomes: Sequence[Outcome]) -> str:
    """One suite; a verdict that is no is a failure, one that was not given is skipped, what could not be read is an error."""
    suite = ElementTree.Element("testsuite", name="gwr check")
    counts = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for outcome in outcomes:
        for verdict in VERDICTS:
            counts["tests"] += 1
            kind = _case(suite, outcome, verdict)
            if kind:
                counts[kind] += 1
    for name, count in counts.items():
        suite.set(name, str(count))
    root = ElementTree.Element("testsuites", {name: str(count) for name, count in counts.items()})
    root.append(suite)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _case(suite: ElementTree.Element, outcome: Outcome, verdict: str) -> str | None:
    """Add one case; the count it belongs to."""
    case = ElementTree.SubElement(suite, "testcase", classname=_clean(outcome.name), name=verdict)
    said = [f"{where(outcome, f)}: {f.severity} {f.code} {f.message}" for f in outcome.findings if f.verdict == verdict]
    state = outcome.verdict(verdict)
    if outcome.unreadable is not None and verdict == VERDICTS[0]:
        ElementTree.SubElement(case, "error", message=_clean(outcome.unreadable))
        return "errors"
    if state == "not checked":
        ElementTree.SubElement(case, "skipped", message=_clean("; ".join(outcome.not_checked)))
        return "skipped"
    if any(f.severity == "error" for f in outcome.findings if f.verdict == verdict):
        ElementTree.SubElement(case, "failure", message=_clean(said[0])).text = _clean("\n".join(said))
        return "failures"
    if said:
        ElementTree.SubElement(case, "system-out").text = _clean("\n".join(said))
    return None


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
