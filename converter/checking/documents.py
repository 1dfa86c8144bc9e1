"""Check one document, or one raw report by converting it."""

from __future__ import annotations

import json
from typing import Any

from converter.checking import conservation, published
from converter.checking.findings import Finding
from converter.checking.places import placed
from converter.checking.printed import Printed
from converter.checking.report import Report
from converter.checking.rules import found

Json = dict[str, Any]


def check_document(document: Any) -> list[Finding]:
    """What is wrong with a document given as parsed JSON: the schema; where that is followed the law; where that holds the rules."""
    broken = published.breaches(document)
    if any(finding.severity == "error" for finding in broken):
        return broken
    return [*broken, *check_valid(document)]


def check_valid(document: Json) -> list[Finding]:
    """What is wrong with a document that follows the schema."""
    broken = conservation.violations(document)
    text = document["source"]["text"]
    said = broken or [finding for report in reports(document, Printed(text, document["ledger"])) for finding in found(report)]
    return placed([*said, *noticed(document, said)], text or "")


def reports(document: Json, source: Printed) -> list[Report]:
    """The report of a document, or the reports of a compilation."""
    children = document["reports"] or ()
    return [Report(child, source, f"/reports/{number}") for number, child in enumerate(children)] or [Report(document, source)]


def noticed(document: Json, said: list[Finding]) -> list[Finding]:
    """The document's own diagnostics that people should look at, less those a rule has found anew."""
    known = {(finding.code, finding.span) for finding in said}
    out = [
        Finding(one["code"], one["message"], f"{base}/diagnostics/{number}", tuple(one["span"]) if one["span"] else None)
        for base, each in [("", document), *((f"/reports/{n}", child) for n, child in enumerate(document["reports"] or ()))]
        for number, one in enumerate(each["diagnostics"])
        if one["severity"] != "info"
    ]
    return [finding for finding in out if (finding.code, finding.span) not in known]


def check_report(data: bytes, name: str) -> list[Finding]:
    """What is wrong with a raw report: the document it gives, and the diagnostics in it; Unreadable where it gives none."""
    return checked_report(data, name)[1]


def checked_report(data: bytes, name: str, **beside: Any) -> tuple[Json, list[Finding]]:
    """The document of a raw report, and what is wrong with it. beside: what is said of it, as `convert` takes it."""
    from converter.pipeline import convert
    from converter.writing.documents import dumps

    document: Json = json.loads(dumps(convert(data, name, **beside), compact=True))
    return document, [*check_document(document), *_input(document, data)]


def _input(document: Json, data: bytes) -> list[Finding]:
    """Plain text in UTF-8 is kept to the character: only the mark in front and the kind of line break may go."""
    source = document["source"]
    if (source["media_type"], source["encoding"]) != ("text/plain", "utf-8"):
        return []
    decoded = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return [] if decoded == source["text"] else [Finding("GWR117", "source.text is not the decoded input", "/source/text")]
