"""The law of conservation: nothing of the source is lost, nothing is invented.

The ledger covers source.text exactly once; every text, title, definition and quote is, white space aside, the source at its
span less what was removed; every word character of the body stands under exactly one heading or paragraph.
Takes a document that follows the schema, as parsed JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import accumulate
from typing import Any

from converter.checking.findings import Finding, Span
from converter.checking.printed import Printed
from converter.checking.walking import walk

Json = dict[str, Any]
Copy = tuple[str, str, list[int] | None]
_WORD = re.compile(r"[^\W_]")


def violations(document: Json) -> list[Finding]:
    """What breaks the law; empty where it holds."""
    text = document["source"]["text"]
    if text is None:
        return [Finding("GWR111", "source.text is null: only the reports inside a compilation may leave it out", "/source/text")]
    ledger = document["ledger"]
    broken = list(_partition(ledger, len(text)))
    if broken:
        return broken  # without a partition the rest says nothing
    return [
        *_digest(document["source"]),
        *_fates(ledger, text),
        *_quotes(document, Printed(text, ledger)),
        *_cover(document, text),
    ]


def _digest(source: Json) -> Iterator[Finding]:
    if sha256(source["text"].encode()).hexdigest() != source["text_sha256"]:
        yield Finding("GWR116", "source.text_sha256 is not the digest of source.text", "/source/text_sha256")


def _partition(ledger: list[Json], size: int) -> Iterator[Finding]:
    """Each row starts where the one before ends; the last ends at the text's end."""
    at = 0
    for number, row in enumerate(ledger):
        start, end = row["span"]
        if start != at or not start < end <= size:
            yield Finding("GWR111", f"ledger row {number} is [{start}, {end}], but {at} of {size} was reached", f"/ledger/{number}")
            return
        at = end
    if at != size:
        yield Finding("GWR111", f"the ledger ends at {at} of {size}", "/ledger")


def _fates(ledger: list[Json], text: str) -> Iterator[Finding]:
    """Removed text says why; layout is white space."""
    for number, row in enumerate(ledger):
        start, end = row["span"]
        if row["fate"] == "removed" and not (row["kind"] and row["rule"]):
            yield Finding("GWR112", f"[{start}, {end}] is removed without kind or rule", f"/ledger/{number}", (start, end))
        if row["fate"] == "layout" and not text[start:end].isspace():
            said = f"[{start}, {end}] is layout, but holds {text[start:end].strip()[:20]!r}"
            yield Finding("GWR113", said, f"/ledger/{number}", (start, end))


def _quotes(document: Json, source: Printed) -> Iterator[Finding]:
    """Whatever is said to be copied is the source at its span."""
    for pointer, said, span in copies(document):
        if span is None or not 0 <= span[0] < span[1] <= len(source.text):
            yield Finding("GWR114", f"{pointer} has no place in the source: span {span}", pointer)
        elif not said or not source.prints(said, (span[0], span[1])):
            yield Finding("GWR114", f"{pointer}: {said[:30]!r} is not the source at {span}", pointer, (span[0], span[1]))
        elif said.isspace():
            yield Finding("GWR114", f"{pointer} holds nothing but white space", pointer, (span[0], span[1]))


def copies(document: Json, base: str = "") -> Iterator[Copy]:
    """Everything the document says it copied: its pointer, the text, its span. Reports of a compilation included."""
    for at, section in walk(document["sections"], f"{base}/sections"):
        if section["title"]:
            yield f"{at}/title", section["title"], section["title_span"]
        for number, paragraph in enumerate(section["paragraphs"]):
            yield f"{at}/paragraphs/{number}", paragraph["text"], paragraph["span"]
            for place, lead in enumerate(paragraph["leads"]):
                yield f"{at}/paragraphs/{number}/leads/{place}", lead["text"], lead["span"]
    for number, note in enumerate(document["notes"]):
        yield f"{base}/notes/{number}", note["definition"], note["definition_span"]
    for number, project in enumerate(document["projects"]):
        yield f"{base}/projects/{number}", project["text"], project["span"]
    for number, fact in enumerate(document["indicators"]):
        yield f"{base}/indicators/{number}", fact["quote"], fact["span"]
    for number, report in enumerate(document["reports"] or ()):
        yield from copies(report, f"{base}/reports/{number}")


def _cover(document: Json, text: str) -> Iterator[Finding]:
    """Every word character of the body stands under exactly one heading or paragraph."""
    wrong = 0
    first = None
    # A compilation may leave the sections to its reports.
    trees = [document["sections"]] if document["sections"] else [report["sections"] for report in document["reports"] or ()]
    times = _times([home for tree in trees for home in _homes(tree)], len(text))
    for start, end, count in _overlay(times, [tuple(row["span"]) for row in document["ledger"] if row["fate"] == "body"]):
        if count == 1:
            continue
        for word in _WORD.finditer(text, start, end):
            wrong += 1
            first = word.start() if first is None else first
    if first is not None:
        said = f"{wrong} body characters not under exactly one heading or paragraph, the first at {first}: {text[first : first + 12]!r}"
        yield Finding("GWR115", said, "/sections", (first, first + 1))


def _homes(sections: Iterable[Json]) -> Iterator[Span]:
    """What covers body text: a heading from its number to the end of its title, and each paragraph."""
    for _, section in walk(sections):
        if section["title"] and section["title_span"]:
            yield section["span"][0], section["title_span"][1]
        yield from ((start, end) for start, end in (paragraph["span"] for paragraph in section["paragraphs"]))


def _times(homes: list[Span], size: int) -> list[tuple[int, int, int]]:
    """The text cut into stretches, each with the number of homes that cover it."""
    steps: dict[int, int] = {0: 0, size: 0}
    for start, end in homes:
        steps[start] = steps.get(start, 0) + 1
        steps[end] = steps.get(end, 0) - 1
    points = sorted(steps)
    counts = list(accumulate(steps[point] for point in points))
    return [(start, end, count) for start, end, count in zip(points, points[1:], counts, strict=False)]


def _overlay(times: list[tuple[int, int, int]], rows: list[Span]) -> Iterator[tuple[int, int, int]]:
    """The stretches that lie in the rows, both sorted."""
    at = 0
    for start, end in rows:
        while times[at][1] <= start:
            at += 1
        here = at
        while here < len(times) and times[here][0] < end:
            low, high, count = times[here]
            yield max(low, start), min(high, end), count
            here += 1
        at = max(at, here - 1)
