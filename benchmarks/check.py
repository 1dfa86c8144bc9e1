"""Documents checked a second: from bytes on disk to findings, on one core, after start-up.

    python -m benchmarks.check DOCUMENT... [--count 1000] [--rounds 3]

The documents are taken in turn until COUNT is reached; the median of the rounds counts. The share of each step is printed too.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from converter.checking import published
from converter.checking.documents import check_document
from converter.checking.loading import load


def rate(data: Sequence[bytes], work: Callable[[bytes], Any]) -> float:
    """How many a second."""
    start = time.process_time()
    for one in data:
        work(one)
    return len(data) / (time.process_time() - start)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure gwr check.")
    parser.add_argument("documents", type=Path, nargs="+")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    found = [path.read_bytes() for path in given.documents]
    data = [found[n % len(found)] for n in range(given.count)]
    steps: dict[str, Callable[[bytes], Any]] = {
        "load": load,
        "load, schema": lambda one: published.breaches(load(one)[0]),
        "all": lambda one: check_document(load(one)[0]),
    }
    check_document(load(data[0])[0])
    print(f"{given.count} documents of {sum(map(len, data)) / len(data) / 1000:.0f} KB on average")
    for name, work in steps.items():
        print(f"{name:14} {statistics.median(rate(data, work) for _ in range(given.rounds)):7.0f} documents a second")


if __name__ == "__main__":
    main()
