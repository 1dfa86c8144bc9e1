"""Write converter/lexicons/report_pairs.tsv: the pairs of characters that many reports have.

    python -m scripts.report_pairs --corpus DIR [DIR …]

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
SHARE = 0.13  # of the reports: what fewer have is of a place or of a year
SHORTEST = 6000  # characters of a report that counts
_RUN = re.compile(r"[\u4e00-\u9fff]+")


def pairs(text: str) -> set[str]:
    """The pairs of Chinese characters that stand side by side in a text."""
    return {run[i : i + 2] for run in _RUN.findall("".join(text.split())) for i in range(len(run) - 1)}


def common(texts: Iterable[str]) -> dict[str, str]:
    """First character → all second ones, of the pairs that at least SHARE of the texts have."""
    found = [pairs(text) for text in texts if len(text) >= SHORTEST]
    often = Counter(pair for each in found for pair in each)
    rows: dict[str, list[str]] = defaultdict(list)
    for pair in sorted(pair for pair, times in often.items() if times >= SHARE * len(found)):
        rows[pair[0]].append(pair[1])
    return {first: "".join(seconds) for first, seconds in rows.items()}


def main() -> None:
    """Read the reports of the folders and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", nargs="+", type=Path, required=True, help="folders of reports as plain text")
    files = sorted(path for folder in parser.parse_args().corpus for path in folder.glob("*.txt"))
    rows = common(read(path.read_bytes(), path.name).text for path in files)
    TARGET.write_text("".join(f"{first}\t{seconds}\n" for first, seconds in rows.items()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
