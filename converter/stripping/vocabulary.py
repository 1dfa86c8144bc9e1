"""What reports are made of: the pairs of characters that stand side by side in many of them (scripts/report_pairs.py)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from converter.stripping.glance import Glance


@cache
def _common() -> dict[str, str]:
    """First character → the second ones."""
    table = (files("converter.lexicons") / "report_pairs.tsv").read_text("utf-8")
    return dict(row.split("\t") for row in table.splitlines())


def unknown(pairs: Sequence[str], lines: Sequence[Glance]) -> int:
    """How many of a line's pairs neither many reports have nor this one elsewhere."""
    common = _common()
    strange = [pair for pair in pairs if pair[1] not in common.get(pair[0], "")]
    text = "\n".join(g.compact for g in lines) if strange else ""
    return sum(text.count(pair) <= strange.count(pair) for pair in strange)
