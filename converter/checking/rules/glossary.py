"""Notes with their anchors, projects with their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Json, Report, pair


def glossary(report: Report) -> Iterator[Finding]:
    """Term and definition stand in the note, anchors print its number, numbers are given once."""
    counts = Counter(note["number"] for note in report.document["notes"] if note["number"] is not None)
    for place, note in enumerate(report.document["notes"]):
        for wrong in (*_note(report, note), *_anchors(report, note)):
            yield Finding("GWR163", f"note {note['number']}: {wrong}", f"{report.base}/notes/{place}", pair(note["span"]))
        if counts[note["number"]] > 1 and not _restarts(report):
            yield Finding("GWR163", f"{counts[note['number']]} notes have the number {note['number']}", f"{report.base}/notes/{place}")


def _restarts(report: Report) -> bool:
    """Several glossaries, each numbered from one."""
    return [note["number"] for note in report.document["notes"]].count(1) > 1


def _note(report: Report, note: Json) -> Iterator[str]:
    start, end = note["span"]
    low, high = note["definition_span"]
    entry = report.source.at((start, end))
    term = "".join(note["term"].split())
    if not start <= low < high == end:
        yield "the definition does not end the entry"
    if not term or term not in entry:
        yield f"the term {note['term'][:20]!r} is not printed in it"
    elif note["number"] is not None and str(note["number"]) not in report.printed((start, end))[:8] and not _han(note["number"], entry):
        yield f"its number is not printed: {entry[:12]!r}"
    elif note["number"] is None and entry.find(term) > len("1.【（“"):
        yield f"it does not begin with its term: {entry[:12]!r}"


def _han(number: int, entry: str) -> bool:
    return any(mark in entry[:8] for mark in "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠⑴⒈❶")


def _anchors(report: Report, note: Json) -> Iterator[str]:
    for anchor in note["anchors"]:
        printed = report.printed(anchor)
        if str(note["number"]) not in printed and not _han(note["number"] or 0, printed):
            yield f"the anchor at {anchor} prints {printed[:12]!r}"
        if note["span"][0] <= anchor[0] < note["span"][1]:
            yield f"the anchor at {anchor} stands in the note itself"


def projects(report: Report) -> Iterator[Finding]:
    """The numbers of the projects run from 1 without gap or repeat; a list may begin anew."""
    last = 0
    for place, project in enumerate(report.document["projects"]):
        number = project["number"]
        if number is None:
            continue
        if number not in (1, last + 1):
            said = f"project {number} follows {last}" if last else f"the projects begin with {number}"
            yield Finding("GWR164", said, f"{report.base}/projects/{place}", pair(project["span"]))
        last = number
