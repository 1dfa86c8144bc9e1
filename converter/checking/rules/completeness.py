"""Whether status, missing parts and sections agree, and whether the text ends where a text may end."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report, pair

_BACK, _AHEAD = {"review", "achievements"}, {"requirements", "targets", "tasks"}
_GRAVE = ("review", "plan")
_OPEN = "，、；：,;:（(“《"


def completeness(report: Report) -> Iterator[Finding]:
    """Parts are called missing where no section has their role; a report without review or plan is not complete."""
    if report.document["document_type"] != "government_work_report":
        return
    state, at = report.document["completeness"], f"{report.base}/completeness"
    roles = {section["role"] for _, section in report.sections}
    for part, wanted in (("review", _BACK), ("plan", _AHEAD)):
        there = bool(roles & wanted)
        if there == (part in state["missing"]):
            said = f"{part} is called missing, but sections have it" if there else f"{part} is not called missing, but no section has it"
            yield Finding("GWR172", said, f"{at}/missing")
    if state["status"] == "complete" and any(part in state["missing"] for part in _GRAVE):
        yield Finding("GWR172", f"called complete without {' and '.join(p for p in _GRAVE if p in state['missing'])}", f"{at}/status")
    if state["status"] != "complete" and not state["missing"]:
        yield Finding("GWR172", f"called {state['status']}, but nothing is missing", f"{at}/status")
    page = state["page"]
    if page and page["of"] is not None and page["number"] > page["of"]:
        yield Finding("GWR172", f"page {page['number']} of {page['of']}", f"{at}/page")


def breaks_off(report: Report) -> Iterator[Finding]:
    """The last paragraph before the annexes of a complete report does not end in the middle of a sentence."""
    body = [(at, p) for at, p, section in report.paragraphs if section["role"] != "annex"]
    if report.whole and body and body[-1][1]["text"].rstrip()[-1:] in _OPEN:
        at, last = body[-1]
        yield Finding("GWR173", f"the report ends with {last['text'][-20:]!r}", at, pair(last["span"]))
