"""The law of conservation: nothing of the source is lost, nothing is invented.

The ledger covers source.text exactly once; every text, title, definition and quote is, white space aside, the source at its
span less what was removed; every word character of the body stands under exactly one heading or paragraph.
Takes a document that follows the schema, as parsed JSON.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import accumulate
from typing import Any

from converter.checking.findings import COVER, DIGEST, FATE, LAYOUT, LEDGER, QUOTE, Finding

Json = dict[str, Any]
Pair = tuple[int, int]
_WORD = re.compile(r"[^\W_]")
_GONE = ("removed", "layout")


def violations(document: Json) -> list[Finding]:
    """What breaks the law; empty where it holds."""
    text = document["source"]["text"]
    if text is None:
        return [Finding(LEDGER, "source.text is null: only the reports inside a compilation may leave it out")]
    ledger = document["ledger"]
    broken = list(_partition(ledger, len(text)))
    if broken:
        return broken  # without a partition the rest says nothing
    gone = [tuple(row["span"]) for row in ledger if row["fate"] in _GONE]
    return [
        *_digest(document["source"]),
        *_fates(ledger, text),
        *_quotes(document, text, gone),
        *_cover(document, text),
    ]


def _digest(source: Json) -> Iterator[Finding]:
    if sha256(source["text"].encode()).hexdigest() != source["text_sha256"]:
        yield Finding(DIGEST, "source.text_sha256 is not the digest of source.text")


def _partition(ledger: list[Json], size: int) -> Iterator[Finding]:
    """Each row starts where the one before ends; the last ends at the text's end."""
    at = 0
    for number, row in enumerate(ledger):
        start, end = row["span"]
        if start != at or not start < end <= size:
            yield Finding(LEDGER, f"ledger row {number} is [{start}, {end}], but {at} of {size} was reached")
            return
        at = end
    if at != size:
        yield Finding(LEDGER, f"the ledger ends at {at} of {size}")


def _fates(ledger: list[Json], text: str) -> Iterator[Finding]:
    """Removed text says why; layout is white space."""
    for row in ledger:
        start, end = row["span"]
        if row["fate"] == "removed" and not (row["kind"] and row["rule"]):
            yield Finding(FATE, f"[{start}, {end}] is removed without kind or rule")
        if row["fate"] == "layout" and not text[start:end].isspace():
            yield Finding(LAYOUT, f"[{start}, {end}] is layout, but holds {text[start:end].strip()[:20]!r}")


def _quotes(document: Json, text: str, gone: list[Pair]) -> Iterator[Finding]:
    """Whatever is said to be copied is the source at its span."""
    ends = [end for _, end in gone]
    for what, said, span in copies(document):
        if span is None or not 0 <= span[0] < span[1] <= len(text):
            yield Finding(QUOTE, f"{what} has no place in the source: span {span}")
        elif not _bare(said) or _bare(said) != _bare(_printed(text, (span[0], span[1]), gone, ends)):
            yield Finding(QUOTE, f"{what}: {said[:30]!r} is not the source at {span}")


def _printed(text: str, span: Pair, gone: list[Pair], ends: list[int]) -> str:
    """The source at the span less what was removed."""
    start, end = span
    out = []
    for low, high in gone[bisect_right(ends, start) :]:
        if low >= end:
            break
        out.append(text[start : max(start, low)])
        start = max(start, high)
    return "".join([*out, text[start:end]])


def _bare(text: str) -> str:
    return "".join(text.split())


def copies(document: Json) -> Iterator[tuple[str, str, list[int] | None]]:
    """Everything the document says it copied: what it is, the text, its span. Reports of a compilation included."""
    for section in walk(document["sections"]):
        if section["title"]:
            yield f"title of {section['id']}", section["title"], section["title_span"]
        for paragraph in section["paragraphs"]:
            yield f"paragraph {paragraph['id']}", paragraph["text"], paragraph["span"]
            yield from ((f"lead in {paragraph['id']}", lead["text"], lead["span"]) for lead in paragraph["leads"])
    yield from ((f"note {note['number']}", note["definition"], note["definition_span"]) for note in document["notes"])
    yield from ((f"project {project['number']}", project["text"], project["span"]) for project in document["projects"])
    yield from ((f"indicator {fact['id']}", fact["quote"], fact["span"]) for fact in document["indicators"])
    for report in document["reports"] or ():
        yield from copies(report)


def walk(sections: Iterable[Json]) -> Iterator[Json]:
    """Every section in reading order."""
    for section in sections:
        yield section
        yield from walk(section["sections"])


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
        yield Finding(
            COVER, f"{wrong} body characters not under exactly one heading or paragraph, the first at {first}: {text[first : first + 12]!r}"
        )


def _homes(sections: Iterable[Json]) -> Iterator[Pair]:
    """What covers body text: a heading from its number to the end of its title, and each paragraph."""
    for section in walk(sections):
        if section["title"] and section["title_span"]:
            yield section["span"][0], section["title_span"][1]
        yield from ((start, end) for start, end in (paragraph["span"] for paragraph in section["paragraphs"]))


def _times(homes: list[Pair], size: int) -> list[tuple[int, int, int]]:
    """The text cut into stretches, each with the number of homes that cover it."""
    steps: dict[int, int] = {0: 0, size: 0}
    for start, end in homes:
        steps[start] = steps.get(start, 0) + 1
        steps[end] = steps.get(end, 0) - 1
    points = sorted(steps)
    counts = list(accumulate(steps[point] for point in points))
    return [(start, end, count) for start, end, count in zip(points, points[1:], counts, strict=False)]


def _overlay(times: list[tuple[int, int, int]], rows: list[Pair]) -> Iterator[tuple[int, int, int]]:
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
