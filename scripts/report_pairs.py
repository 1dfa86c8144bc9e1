"""Write converter/lexicons/report_pairs.tsv: the pairs of characters that many reports have, and those that some have.

    python -m scripts.report_pairs --corpus DIR [DIR …] [--also DIR [DIR …]]

What a report's heading says is made of such pairs, what a site puts between its paragraphs hardly (converter.stripping.strangers).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from converter.reading import read

TARGET = Path(__file__).parents[1] / "converter" / "lexicons" / "report_pairs.tsv"
SHARE = 0.13  # of the reports: what fewer have is of a place or of a year, and yet of a report
SHORTEST = 6000  # characters of a report that counts
_RUN = re.compile(r"[\u4e00-\u9fff]+")


def pairs(text: str) -> set[str]:
    """The pairs of Chinese characters that stand side by side in a text."""
    return {run[i : i + 2] for run in _RUN.findall("".join(text.split())) for i in range(len(run) - 1)}


def counted(texts: Iterable[str], also: Iterable[str] = ()) -> dict[str, tuple[str, str]]:
    """First character → all second ones, of the pairs that at least SHARE of the texts have, and of those that fewer have, or others."""
    found, others = ([pairs(text) for text in some if len(text) >= SHORTEST] for some in (texts, also))
    often = Counter(pair for each in found for pair in each)
    rows: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for pair in sorted({*often}.union(*others)):
        rows[pair[0]][often[pair] < SHARE * len(found)].append(pair[1])
    return {first: ("".join(many), "".join(few)) for first, (many, few) in rows.items()}


def main() -> None:
    """Read the reports of the folders and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", nargs="+", type=Path, required=True, help="folders of reports as plain text")
    parser.add_argument("--also", nargs="*", type=Path, default=[], help="folders of many reports of one place, which do not count as many")
    given = parser.parse_args()
    rows = counted(*map(texts, (given.corpus, given.also)))
    TARGET.write_text("".join(f"{first}\t{many}\t{few}\n" for first, (many, few) in rows.items()), encoding="utf-8", newline="\n")


def texts(folders: Iterable[Path]) -> list[str]:
    """The texts of the reports in these folders."""
    return [read(path.read_bytes(), path.name).text for path in sorted(path for folder in folders for path in folder.glob("*.txt"))]


if __name__ == "__main__":
    main()
