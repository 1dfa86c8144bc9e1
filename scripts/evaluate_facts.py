"""Measure the facts of raw reports: what was found, growth targets against a list made by hand, and what became of all figures.

Usage: python -m scripts.evaluate_facts --corpus DIR [--targets FILE]

DIR holds reports named NAME_YEAR.txt. Prints how many facts there are, how many reports state a growth target for their year in
each decade, the share of figures that is accounted for, and every growth target of the list that is missing or read otherwise.
The list (tests/data/growth_targets.csv) was read from the sentences before the documents were looked at; `?` would leave a column open.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from converter.extracting.coverage import Coverage, coverage
from converter.mending import mend
from converter.models.document import Document
from converter.models.facts import Indicator
from converter.pipeline import convert
from converter.reading import read
from converter.sectioning import section
from converter.stripping import strip

TARGETS = Path(__file__).resolve().parents[1] / "tests" / "data" / "growth_targets.csv"
NAMED = re.compile(r"[省市区州县盟旗国]_\d{4}$")


def reports(corpus: Path) -> dict[str, Path]:
    """The reports below the folder by name; one that lies in two folders is taken once."""
    return {path.stem: path for path in sorted(corpus.rglob("*.txt"), reverse=True) if NAMED.search(path.stem)}


def figures(path: Path, document: Document) -> Coverage:
    """What became of the figures of one report."""
    facts = [x.span for x in document.indicators] + [x.span for x in document.projects]
    facts += [x.span for x in document.notes]
    return coverage(section(mend(strip(read(path.read_bytes(), path.name)))), facts)[0]


def grown(document: Document) -> Iterator[Indicator]:
    """The growth targets of a document."""
    return (x for x in document.indicators if x.id == "gdp" and x.kind == "target")


def agrees(row: dict[str, str], found: Indicator) -> list[str]:
    """Which columns of the row are otherwise in the document; `figure` where it is another statement."""
    grows = row["unit"] in ("%", "fold")
    low, high, unit = (found.growth, found.growth_high, found.growth_unit) if grows else (found.value, found.value_high, found.unit)
    if (low, unit, found.period) != (Decimal(row["figure"]), row["unit"], row["period"]):
        return ["figure"]
    bound = found.growth_comparator or found.comparator if grows else found.comparator
    pairs = (("high", str(high or "")), ("bound", bound), ("verb", found.verb or ""))
    return [name for name, value in pairs if row[name] not in ("?", value)]


def judged(rows: Iterable[dict[str, str]], documents: dict[str, Document], counts: Counter[str]) -> Iterator[str]:
    """A line for every row of the list that the documents do not have, or have otherwise."""
    for row in rows:
        if row["name"] not in documents:
            continue
        counts["listed"] += 1
        wrong = min((agrees(row, x) for x in grown(documents[row["name"]])), key=lambda w: ("figure" in w, len(w)), default=["figure"])
        counts.update(f"{name} right" for name in ("figure", "high", "bound", "verb") if name not in wrong and "figure" not in wrong)
        if wrong:
            yield f"{row['name']} {row['period']} {row['figure']}{row['unit']}: {', '.join(wrong)} not as listed"


def by_decade(documents: dict[str, Document]) -> Iterator[str]:
    """Reports of each decade with a growth target for their own year, with one for any time, and all."""
    counts: Counter[str] = Counter()
    for name, document in documents.items():
        decade = name[-4:-1] + "0s"
        counts[decade] += 1
        counts[f"{decade} any"] += any(True for _ in grown(document))
        counts[f"{decade} year"] += any(x.period == str(document.metadata.plan_year) for x in grown(document))
    for decade in sorted(name for name in counts if name.endswith("s")):
        year, any_time = counts[decade + " year"], counts[decade + " any"]
        yield f"{decade}: growth target for the year in {year}, for any time in {any_time}, of {counts[decade]} reports"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--targets", type=Path, default=TARGETS)
    args = parser.parse_args()
    paths = reports(args.corpus)
    documents = {name: convert(path.read_bytes(), path.name) for name, path in sorted(paths.items())}
    kinds = Counter(x.kind for d in documents.values() for x in d.indicators)
    notes, projects = (sum(len(getattr(d, what)) for d in documents.values()) for what in ("notes", "projects"))
    told = ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items()))
    print(f"{len(documents)} reports: {sum(kinds.values())} indicators ({told}), {notes} notes, {projects} projects")
    for line in by_decade(documents):
        print(line)
    status = Counter(document.targets_status.get("gdp", "none") for document in documents.values())
    print("targets_status gdp: " + ", ".join(f"{name} {n}" for name, n in status.most_common()))
    counted = [figures(path, documents[name]) for name, path in paths.items()]
    total = sum(c.total for c in counted)
    shares = ((word, sum(getattr(c, word) for c in counted)) for word in ("bound", "typed", "unbound", "rest"))
    print(f"{total} figures: " + ", ".join(f"{word} {n} ({n / max(1, total):.3f})" for word, n in shares))
    counts: Counter[str] = Counter()
    with args.targets.open(encoding="utf-8", newline="") as lines:
        for line in judged(csv.DictReader(lines), documents, counts):
            print(line)
    right = ", ".join(f"{name} right {counts[name + ' right']}" for name in ("figure", "high", "bound", "verb"))
    print(f"growth targets: {right}, of {counts['listed']} listed")
    return 0 if documents else 2


if __name__ == "__main__":
    sys.exit(main())
