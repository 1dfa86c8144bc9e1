"""A document as rows: table name → rows, in the order of the tables' columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from converter.writing.export.columns import DIGITS, PLACES, Cell, Row
from converter.writing.export.sinks import Unfit
from converter.writing.export.tables import TABLES

Json = dict[str, Any]
Rows = dict[str, list[Row]]


def rows(document: Json) -> Rows:
    """The rows of a document given as parsed JSON, with those of the reports of a compilation."""
    out: Rows = {table.name: [] for table in TABLES}
    children: list[Json] = document["reports"] or []
    # A compilation repeats the sections of its reports, for the law's sake: here they stand once.
    _add(out, document | {"sections": []} if children else document, None)
    for child in children:
        _add(out, child, document["id"])
    return out


def _add(out: Rows, document: Json, compilation: str | None) -> None:
    id: str = document["id"]
    out["reports"].append(_report(document, compilation))
    walked = list(_sections(document["sections"], id))
    out["sections"] += [(id, *row[:2], n, *row[2:]) for n, (row, _) in enumerate(walked, 1)]
    paragraphs = [paragraph for _, inside in walked for paragraph in inside]
    out["paragraphs"] += [(*row[:3], n, *row[3:]) for n, row in enumerate(paragraphs, 1)]
    out["indicators"] += [(id, n, *_indicator(x)) for n, x in enumerate(document["indicators"], 1)]
    out["targets_status"] += [(id, *pair) for pair in document["targets_status"].items()]
    out["notes"] += [
        (id, n, x["number"], x["term"], x["definition"], *x["span"], spans(x["anchors"])) for n, x in enumerate(document["notes"], 1)
    ]
    out["projects"] += [(id, n, x["number"], x["text"], *x["span"]) for n, x in enumerate(document["projects"], 1)]
    out["noise"] += [(id, n, x["kind"], x["text"], *x["span"]) for n, x in enumerate(document["noise"], 1)]
    out["findings"] += [
        (id, n, x["code"], x["severity"], x["message"], *(x["span"] or (None, None))) for n, x in enumerate(document["diagnostics"], 1)
    ]


def _report(document: Json, compilation: str | None) -> Row:
    source, meta, whole = document["source"], document["metadata"], document["completeness"]
    place, meeting, speaker = meta["jurisdiction"], meta["meeting"] or {}, meta["speaker"] or {}
    page = whole["page"] or {}
    return (
        document["id"], compilation, document["schema_version"], document["producer"]["version"], document["document_type"],
        meta["title"],
        place["code"], place["name"], place["level"], place["code_revision"], _joined("/", place["path"]),
        *above(place["path"], place["level"]),
        place["anonymised"], _joined(";", (f"{c['code']} {c['name']}" for c in place["candidates"])),
        meta["report_year"], meta["review_year"], meta["plan_year"],
        day(meta["delivered_on"]), meta["delivered_on"],
        meeting.get("congress"), meeting.get("term"), meeting.get("session"),
        speaker.get("name"), speaker.get("title"),
        day(meta["published_on"]), meta["published_on"], meta["publisher"],
        whole["status"], _joined(";", whole["missing"]), page.get("number"), page.get("of"),
        source["name"], source["media_type"], source["encoding"], source["bytes"], source["sha256"], source["text_sha256"],
        source["url"], source["retrieved_at"], None if source["text"] is None else len(source["text"]),
    )  # fmt: skip


def _sections(sections: Iterable[Json], id: str, parent: str | None = None, path: str = "") -> Iterator[tuple[Row, list[Row]]]:
    """Every section as a row without report and position, with the rows of its own paragraphs, in reading order."""
    for s in sections:
        here = "/".join(part for part in (path, s["title"]) if part)
        row = (s["id"], parent, s["level"], s["role"], s["evidence"], s["number"], s["title"], here or None, *s["span"])
        yield row, [_paragraph(id, s["id"], p) for p in s["paragraphs"]]
        yield from _sections(s["sections"], id, s["id"], here)


def _paragraph(id: str, section: str, p: Json) -> Row:
    return id, p["id"], section, p["text"], *p["span"], spans(lead["span"] for lead in p["leads"])


def _indicator(x: Json) -> Row:
    return (
        x["id"], x["name"], x["kind"], x["period"], figure(x["value"]), figure(x["value_high"]), x["unit"], figure(x["value_base"]),
        x["unit_base"], figure(x["growth"]), figure(x["growth_high"]), x["growth_unit"], x["comparator"], x["growth_comparator"],
        x["basis"], x["verb"], x["stretch"], x["strength"], x["reference"], figure(x["reference_difference"]),
        x["quote"], *x["span"], x["section"], x["paragraph"],
    )  # fmt: skip


def figure(number: float | None) -> Decimal | None:
    """The decimal that the JSON number prints; Unfit where a decimal column cannot hold it."""
    if number is None:
        return None
    made = Decimal(repr(number))
    exponent = made.as_tuple().exponent
    if made.adjusted() >= DIGITS - PLACES or not isinstance(exponent, int) or exponent < -PLACES:
        raise Unfit(f"the figure {number!r} has more digits than a column holds")
    return made


def day(printed: str | None) -> date | None:
    """The date of YYYY-MM-DD; nothing for YYYY-MM, and nothing for a day that the calendar does not have."""
    try:
        return date.fromisoformat(printed) if printed and len(printed) == 10 else None
    except ValueError:
        return None


def above(path: list[str], level: str | None) -> tuple[Cell, Cell]:
    """Province and city of a place."""
    inside = path[1:] if level == "prefecture" else path[1:-1]
    return path[0] if path else None, inside[0] if inside else None


def spans(pairs: Iterable[Any]) -> str | None:
    """Spans as text: start-end, joined by ;"""
    return _joined(";", (f"{start}-{end}" for start, end in pairs))


def _joined(mark: str, parts: Iterable[str]) -> str | None:
    return mark.join(parts) or None
