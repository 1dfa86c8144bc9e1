"""gwr review: which documents most need a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from converter.cli.intake import Intake
from converter.cli.messages import note, safe
from converter.cli.output import emit

Json = dict[str, Any]
ERROR, WARNING, GONE, UNREAD, UNKNOWN = 5, 2, 1, 1, 5
_FIELD_OF = {"GWR50": "place", "GWR521": "report_year", "GWR522": "delivered_on", "GWR524": "speaker.name"}  # codes a correction answers


def run(arguments: list[str], limit: int) -> int:
    """Print a line for every document in doubt, the most doubtful first."""
    intake = Intake(arguments)
    rows = [row for row in intake.rows(_judged) if row[0]]
    rows.sort(key=lambda row: (-row[0], row[2], row[1]))
    shown = rows[:limit] if limit else rows
    emit("".join(f"{points}\t{safe(name)}\t{id}\t{safe('; '.join(why))}\n" for points, name, id, why in shown).encode())
    more = f", {len(rows) - len(shown)} more" if len(shown) < len(rows) else ""
    note(f"{intake.summary()}, {len(rows)} in doubt{more}")
    return intake.code


def _judged(document: Json) -> tuple[int, str, str, list[str]]:
    reasons = [reason for report in document["reports"] or [document] for reason in _reasons(report)]
    counted = Counter(reasons)
    said = [why if n == 1 else f"{why} ×{n}" for (_, why), n in counted.items()]
    return sum(points * n for (points, _), n in counted.items()), document["source"]["name"], document["id"], said


def _reasons(report: Json) -> Iterator[tuple[int, str]]:
    """Points and a few words for each doubt."""
    answered = {c["address"].removeprefix("set ") for c in report.get("corrections", ())}
    if report["document_type"] == "other":
        yield UNKNOWN, "no report"
    elif not report["metadata"]["jurisdiction"]["name"] and not report["metadata"]["jurisdiction"]["anonymised"]:
        yield UNKNOWN, "no place"
    for one in report["diagnostics"]:
        field = next((name for code, name in _FIELD_OF.items() if one["code"].startswith(code)), None)
        if one["severity"] != "info" and field not in answered:
            yield (ERROR if one["severity"] == "error" else WARNING), one["code"]
    yield from ((GONE, f"{part} missing") for part in report["completeness"]["missing"])
    yield from ((UNREAD, f"{id} not read") for id, status in report["targets_status"].items() if status == "unread")
