"""Documents to export: the one with every field, with what formats like to break, and reports made of a few statements."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any
from zlib import crc32

Json = dict[str, Any]
_VALID = Path(__file__).parents[1] / "contract" / "valid"
EVERY: Json = json.loads((_VALID / "every_field.json").read_text("utf-8"))
COMPILATION: Json = json.loads((_VALID / "compilation.json").read_text("utf-8"))

# What a text may be that a cell of some format does not like.
TEXTS = (
    '=HYPERLINK("http://example.com","点我")', "+1", "-1", "@SUM(A1)", "'quoted", "“引号”,逗号;\"half\"", "第一行\n第二行", "00123",
    "1e5", "TRUE", "2024-01-01", "𠮷野家 🏙", "NA", "null", "_x0041_", " 前后空格 ", "\t制表", "长" * 3000,
)  # fmt: skip
FIGURES = (0, -0.5, 0.1, 1e-8, 6.75, 1300, 135173000000000, 0.30000001, 99999999999.25)


def awkward() -> Json:
    """The document with every field, its place coded with a zero in front, with a note for every text and a statement for every figure."""
    made = copy.deepcopy(EVERY)
    made["metadata"]["jurisdiction"] |= {"code": "010203", "candidates": []}
    made["metadata"]["delivered_on"] = "2025-01-20"
    note, indicator = made["notes"][0], made["indicators"][0]
    made["notes"] = [note | {"term": text, "number": None} for text in TEXTS]
    made["indicators"] = [indicator | {"value": figure, "growth": figure, "growth_high": None} for figure in FIGURES]
    return made


def statement(id: str, kind: str, period: str, **more: Any) -> Json:
    """One indicator of a document."""
    blank = {
        "value": None, "value_high": None, "unit": None, "value_base": None, "unit_base": None, "growth": None, "growth_high": None,
        "growth_unit": None, "comparator": "eq", "growth_comparator": None, "basis": "year", "verb": None, "stretch": False,
        "strength": None, "reference": None, "reference_difference": None, "quote": "地区生产总值", "span": [47, 63],
        "section": "s1", "paragraph": "p1",
    }  # fmt: skip
    if "growth" in more:
        blank["growth_unit"] = "%"
    return {"id": id, "name": "地区生产总值", "kind": kind, "period": period} | blank | more


def report(code: str | None, year: int | None, *statements: Json, digest: str = "", **more: Any) -> Json:
    """A report of a place and year with these statements."""
    made = copy.deepcopy(EVERY)
    made["id"] = f"{code or 'x'}-{year or 'x'}-{digest or f'{crc32(repr((code, year)).encode()):012x}'}"
    level = (
        "national"
        if code == "CN"
        else "province"
        if (code or "").endswith("0000")
        else "prefecture"
        if (code or "").endswith("00")
        else "county"
    )
    made["id"] = made["id"].replace("CN", "x")
    place = {"code": None if code == "CN" else code, "name": f"地方{code}", "level": level, "path": [f"省{code}"], "candidates": []}
    made["metadata"]["jurisdiction"] |= place
    made["metadata"] |= {"report_year": year, "plan_year": year, "review_year": year and year - 1}
    made["indicators"] = list(statements)
    made["targets_status"] = {}
    made["completeness"] = {"status": "complete", "missing": [], "page": None}
    return made | more


def save(folder: Path, *documents: Json) -> list[str]:
    """Write each document to a file of its own; the files' names."""
    paths = [folder / f"{number:03d}.json" for number, _ in enumerate(documents)]
    for path, document in zip(paths, documents, strict=True):
        path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return [str(path) for path in paths]
