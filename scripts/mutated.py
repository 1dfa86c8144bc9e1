"""Every invariant on mutated real reports: `python -m scripts.mutated --corpus DIR [--count 1000] [--seed 0]` prints the table.

DIR holds raw reports (txt, html, docx) in folders. Each report is taken in turn and spoilt by one to four mutations of its format
(tests/fuzz/mutating.py); then everything is looked at that has to hold (tests/fuzz/invariants.py). The exit code is 1 where something is
broken; such inputs are kept in build/mutated.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.fuzz import mutating
from tests.fuzz.invariants import broken, guarded, outcome

ROOT = Path(__file__).resolve().parents[1]
TABLES = {".txt": mutating.TEXT, ".html": mutating.HTML, ".htm": mutating.HTML, ".docx": mutating.DOCX}
LARGEST = 400_000  # bytes of a report; larger ones take their time without telling more


def reports(corpus: Path) -> list[Path]:
    """What can be mutated, in an order of its own."""
    found = sorted(p for p in corpus.rglob("*") if p.suffix.lower() in TABLES and p.is_file() and p.stat().st_size <= LARGEST)
    Random(0).shuffle(found)
    return found


def one(job: tuple[Path, int, Path]) -> tuple[str, bool, tuple[str, ...], float]:
    """Spoil a report and look: its format, whether it was refused, what is broken, and the seconds it took."""
    path, number, kept = job
    suffix = path.suffix.lower()
    data = mutating.several(path.read_bytes(), Random(number), TABLES[suffix])
    wrong = guarded(lambda given: broken(given, "report"))(data)
    found = None if wrong else outcome(data, "report", both=False)
    if wrong:
        kept.mkdir(parents=True, exist_ok=True)
        (kept / f"{sha256(data).hexdigest()[:12]}{suffix}").write_bytes(data)
    return suffix, found is not None and found.refused is not None, wrong, found.seconds if found else 0.0


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    paths = reports(wanted.corpus)
    kept = ROOT / "build" / "mutated"
    jobs = [(paths[n % len(paths)], wanted.seed * 1_000_000 + n, kept) for n in range(wanted.count)]
    with ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        rows = list(pool.map(one, jobs, chunksize=8))
    print("| format | mutated reports | converted | refused in one line | broken invariants | slowest |\n|---|---|---|---|---|---|")
    for suffix in sorted({row[0] for row in rows}):
        of = [row for row in rows if row[0] == suffix]
        refused, wrong = sum(row[1] for row in of), sum(bool(row[2]) for row in of)
        print(f"| {suffix[1:]} | {len(of)} | {len(of) - refused - wrong} | {refused} | {wrong} | {max(row[3] for row in of):.2f} s |")
    said = Counter(line for row in rows for line in row[2])
    print("".join(f"\n{count} × {line}" for line, count in said.most_common(20)))
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
