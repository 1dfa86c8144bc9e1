"""The published code lists, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, get_args

from converter import words as own
from converter.models import document, facts, metadata, structure
from converter.models.codes import codes

_WORDS = Path(__file__).with_name("codelists.yaml")
_HEAD = ("Code", "Title_zh", "Title_en", "Description", "Deprecated")
# Where the code itself is no English title.
_TITLES = {
    "eq": "exactly", "at_least": "at least", "at_most": "at most", "sync": "in step with", "above_other": "above another figure",
    "gdp": "GDP", "gdp_per_capita": "GDP per head", "fdi": "foreign direct investment", "cpi": "consumer prices", "pm25": "PM2.5",
    "rd_intensity": "R&D intensity", "good_air_days_ratio": "days with good air", "market_entities": "market entities",
    "%": "per cent", "percentage_point": "percentage points",
}  # fmt: skip

# Name of the list → the type in the models that has these codes. The indicator ids are a list of their own, which may grow.
TYPES: dict[str, Any] = {
    "document_type": document.DocumentType,
    "level": metadata.Level,
    "section_role": structure.Role,
    "fate": structure.Fate,
    "front_kind": structure.FrontKind,
    "removed_kind": structure.RemovedKind,
    "noise_kind": structure.NoiseKind,
    "severity": structure.Severity,
    "completeness_status": structure.Status,
    "part": structure.Part,
    "indicator_kind": facts.Kind,
    "comparator": facts.Comparator,
    "basis": facts.Basis,
    "growth_unit": facts.GrowthUnit,
    "strength": facts.Strength,
    "target_status": facts.TargetStatus,
}


@cache
@cache
def words() -> dict[str, dict[str, list[str]]]:
    """List → code → [Chinese label, meaning], as written in codelists.yaml."""
    loaded: dict[str, dict[str, list[str]]] = own.read(_WORDS)
    return loaded


def of_models(name: str) -> tuple[str, ...]:
    """The codes that the models allow in the list of this name."""
    return get_args(TYPES[name])


def texts() -> dict[str, str]:
    """File name → CSV text, for every list; the codes of diagnostics and findings are one of them."""
    lists = {}
    for name, rows in words().items():
        lists[f"{name}.csv"] = _table((code, zh, title(code), about, "") for code, (zh, about) in rows.items())
    return lists | {"diagnostic.csv": _table((code, row.title_zh, row.title, row.means, "") for code, row in codes().items())}


def title(code: str) -> str:
    """The English title of a code."""
    return _TITLES.get(code, code.replace("_", " "))


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_HEAD)
    table.writerows(rows)
    return out.getvalue()
