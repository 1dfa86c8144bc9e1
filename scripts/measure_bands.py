"""Measure what is usual (figures, lengths, shares of parts) on a corpus and write converter/checking/bands.yaml.

    python -m scripts.measure_bands --corpus DIR [--write]

DIR holds folders of raw reports (.txt). A band needs 12 figures; it reaches beyond the middle 90 per cent as far as that is wide
(levels, on a logarithmic scale) or twice as far (rates, shares), so that only what is far from everything seen falls outside.
Without --write the bands are printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from converter import __version__
from converter.checking.bands import era
from converter.pipeline import convert
from converter.writing.documents import dumps

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "converter" / "checking" / "bands.yaml"
ENOUGH = 12
_MIDDLE = 0.05  # cut off at either end
_REACH_LEVELS, _REACH_RATES = 1, 2
_RELATIVE = ("%", "percentage_point", "fold")
Figures = dict[tuple[str, str, str, str], list[float]]


def documents(folder: Path) -> Iterator[dict[str, Any]]:
    """The documents of the distinct reports of a corpus."""
    seen = set()
    for path in sorted(folder.rglob("*.txt")):
        data = path.read_bytes()
        digest = hashlib.sha256(data).digest()
        if digest not in seen and not path.name.endswith(".gold.txt"):
            seen.add(digest)
            document = json.loads(dumps(convert(data, path.name)))
            if document["document_type"] == "government_work_report":
                yield document


def band(values: list[float], logarithmic: bool, whole: bool = False, reach: int | None = None) -> list[float] | None:
    """Lowest and highest usual figure, and how many were seen. whole: shares, which lie between 0 and 100."""
    given = sorted(math.log10(v) for v in values if v > 0) if logarithmic else sorted(values)
    if len(given) < ENOUGH:
        return None
    low, high = given[int(len(given) * _MIDDLE)], given[-1 - int(len(given) * _MIDDLE)]
    width = (high - low) * (reach or (_REACH_LEVELS if logarithmic else _REACH_RATES))
    ends = (low - width, high + width)
    if whole:
        ends = (max(0.0, ends[0]), min(100.0, ends[1]))
    rounded = [float(f"{10**end:.2g}") if logarithmic else round(end, 2) for end in ends]
    return [*rounded, len(given)]


def _of_figures(document: dict[str, Any]) -> Iterator[tuple[tuple[str, str, str, str], float]]:
    level = document["metadata"]["jurisdiction"]["level"]
    for fact in document["indicators"]:
        unit = fact["unit_base"] or ("%" if fact["unit"] == "%" else None)
        value = fact["value_base"] if fact["value_base"] is not None else fact["value"]
        if value is not None and unit and level and fact["basis"] in ("year", "annual_average"):
            yield (fact["id"], "value", unit, "any" if unit in _RELATIVE else level), value
        if fact["growth"] is not None and fact["growth_unit"] and fact["basis"] in ("year", "annual_average"):
            yield (fact["id"], "growth", fact["growth_unit"], era(fact["period"])), fact["growth"]


def measured(found: Iterable[dict[str, Any]]) -> tuple[int, Figures, dict[str, list[float]], dict[str, list[float]]]:
    """Number of reports, figures, lengths by level, shares by role."""
    figures: Figures = defaultdict(list)
    lengths: dict[str, list[float]] = defaultdict(list)
    parts: dict[str, list[float]] = defaultdict(list)
    count = 0
    for document in found:
        count += 1
        for key, figure in _of_figures(document):
            figures[key].append(figure)
        tops = [s for s in document["sections"] if s["role"] != "annex"]
        whole = sum(s["span"][1] - s["span"][0] for s in tops)
        if document["completeness"]["status"] == "complete":
            lengths[document["metadata"]["jurisdiction"]["level"]].append(sum(_size(s) for s in tops))
            for section in tops:
                parts[section["role"]].append((section["span"][1] - section["span"][0]) / whole)
    return count, figures, lengths, parts


def _size(section: dict[str, Any]) -> int:
    return sum(len(p["text"]) for p in section["paragraphs"]) + sum(_size(s) for s in section["sections"] if s["role"] != "annex")


def text(count: int, figures: Figures, lengths: dict[str, list[float]], parts: dict[str, list[float]]) -> str:
    """The file."""
    out = [
        f"# What is usual, measured on {count} reports with gwr {__version__}; by `python -m scripts.measure_bands --corpus DIR --write`.",
        "# [lowest, highest, figures seen]; levels in base units. A band reaches beyond the middle 90% by the width of that",
        "# (levels, log scale) or twice that (rates). since_2000 and before_2000: the period of a growth.",
        "figures:",
    ]
    for id in sorted({key[0] for key in figures}):
        rows = {key[1:]: made for key in sorted(figures) if key[0] == id and (made := _band(key, figures[key]))}
        if rows:
            out.append(f"  {id}:")
        for field in dict.fromkeys(key[0] for key in rows):
            out.append(f"    {field}:")
            for unit in dict.fromkeys(key[1] for key in rows if key[0] == field):
                inner = ", ".join(f"{key[2]}: {_row(made)}" for key, made in rows.items() if key[:2] == (field, unit))
                out.append(f'      "{unit}": {{{inner}}}')
    out.append("lengths: # characters of the body of complete reports")
    out += [f"  {level}: {_row(made)}" for level, values in sorted(lengths.items()) if (made := band(values, True))]
    out.append("parts: # share of the text that a part of the first level has")
    for role, values in sorted(parts.items()):
        made = band(values, True, reach=_REACH_RATES)
        if made:
            out.append(f"  {role}: {_row([max(0.0, made[0]), min(1.0, made[1]), made[2]])}")
    return "\n".join(out) + "\n"


def _band(key: tuple[str, str, str, str], values: list[float]) -> list[float] | None:
    """Levels on a log scale; rates that are levels lie between 0 and 100."""
    return band(values, key[2] not in _RELATIVE, whole=key[1:3] == ("value", "%"))


def _row(made: list[float]) -> str:
    return f"[{', '.join(f'{figure:.0f}' if abs(figure) >= 1000 else f'{figure:g}' for figure in made)}]"  # YAML takes 6e+08 for a word


def main() -> None:
    """Print the bands or write them."""
    parser = argparse.ArgumentParser(description="Measure bands on a corpus.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    made = text(*measured(documents(given.corpus)))
    if given.write:
        TARGET.write_text(made, "utf-8")
    else:
        print(made)


if __name__ == "__main__":
    main()
