"""The published code lists, as CSV."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

from converter.models import document, facts, metadata, structure

_WORDS = Path(__file__).with_name("codelists.yaml")

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
def words() -> dict[str, dict[str, list[str]]]:
    """List → code → [Chinese label, meaning], as written in codelists.yaml."""
    loaded: dict[str, dict[str, list[str]]] = yaml.safe_load(_WORDS.read_text("utf-8"))
    return loaded


def of_models(name: str) -> tuple[str, ...]:
    """The codes that the models allow in the list of this name."""
    return get_args(TYPES[name])


def texts() -> dict[str, str]:
    """File name → CSV text, for every list."""
    return {f"{name}.csv": _table(codes) for name, codes in words().items()}


def _table(codes: dict[str, list[str]]) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("code", "label_zh", "meaning"))
    table.writerows((code, *labels) for code, labels in codes.items())
    return out.getvalue()
