"""Export of many documents: time and memory, to Parquet (all tables, as a folder) and to DuckDB.

    python benchmarks/export.py --documents DIR [--count 10000] [--keep DIR]

DIR holds documents (JSON). They are repeated under new ids until there are enough, one a line in one file, and `gwr export`
runs on it as a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path


def repeated(folder: Path, count: int) -> Iterator[str]:
    """Documents as lines, each with an id of its own."""
    documents = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    single = [document for document in documents if not document["reports"]]
    for number, document in enumerate(islice(cycle(single), count)):
        place, year, _ = document["id"].split("-")[:3]
        yield json.dumps(document | {"id": f"{place}-{year}-{number:012x}"}, ensure_ascii=False)


def measured(arguments: list[str]) -> tuple[float, float, float]:
    """Seconds, seconds of CPU and peak megabytes of one run of gwr."""
    start = time.perf_counter()
    pid = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-m", "converter", *arguments])
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"gwr {' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Print a line a format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--count", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        source = Path(work, "all.ndjson")
        with source.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in repeated(asked.documents, asked.count))
        print(f"{asked.count} documents, {source.stat().st_size / 1e6:.0f} MB of JSON, {os.cpu_count()} cores")
        runs = {"Parquet": ["-o", f"{work}/package", "--format", "parquet"], "DuckDB": ["-o", f"{work}/all.duckdb"]}
        for name, output in runs.items():
            seconds, cpu, peak = measured(["export", str(source), *output])
            print(f"{name}: {seconds:.1f} s ({cpu:.1f} s of CPU), peak {peak:.0f} MB", flush=True)


if __name__ == "__main__":
    main()
