"""What a panel knows of a report: its place, its years, and how good a copy it is."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
NATION = "CN"
_STATUS = ("complete", "truncated", "fragment")


def entry(document: Json) -> Json:
    """The report without its text. `place` is the code, CN for the nation, the names from the province down where there is no code."""
    meta, place = document["metadata"], document["metadata"]["jurisdiction"]
    path = place["path"]
    inside = path[1:] if place["level"] == "prefecture" else path[1:-1]
    return {
        "report_id": document["id"],
        "place": key(place),
        "place_code": place["code"],
        "place_name": place["name"],
        "level": place["level"],
        "province": path[0] if path else None,
        "city": inside[0] if inside else None,
        "report_year": meta["report_year"],
        "plan_year": meta["plan_year"],
        "review_year": meta["review_year"],
        "document_type": document["document_type"],
        "completeness": document["completeness"]["status"],
        "missing": list(document["completeness"]["missing"]),
        "targets_status": document["targets_status"],
        "source_name": document["source"]["name"],
        "source_sha256": document["source"]["sha256"],
        "gwr_version": document["producer"]["version"],
        "goodness": goodness(document),
    }


def key(place: Json) -> str | None:
    """What a place is called over all its reports."""
    if place["level"] == "national":
        return NATION
    if place["code"]:
        return str(place["code"])
    return None if place["anonymised"] or place["candidates"] else "/".join(place["path"]) or None


def goodness(document: Json) -> list[int]:
    """Of two copies of one report the one with the smaller list is taken (then the smaller id), a rule in five steps.

    The more complete; the one whose plan states more targets; with more statements; with fewer flaws; with more text.
    """
    stated = sum(status == "stated" for status in document["targets_status"].values())
    return [
        _STATUS.index(document["completeness"]["status"]),
        -stated,
        -len(document["indicators"]),
        len(document["noise"]),
        -sum(s["span"][1] - s["span"][0] for s in document["sections"]),
    ]
