"""Many inputs: workers, Dask; and how soon a program is there."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.timing import table


def wall(command: Sequence[str], repeat: int = 1) -> float:
    """Seconds on the clock, the median of some runs."""
    spent = []
    for _ in range(repeat):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        spent.append(time.perf_counter() - start)
    return median(spent)


def workers(corpus: Path) -> list[str]:
    """gwr batch over the plain reports with one and two workers, and on a local Dask cluster of two."""
    rows, one = [], 0.0
    inputs = len([path for path in (corpus / "local").iterdir() if path.suffix == ".txt"])
    for name, more in (("1 worker", ["-j", "1"]), ("2 workers", ["-j", "2"]), ("Dask, 2 workers", ["-j", "2", "--engine", "dask"])):
        with tempfile.TemporaryDirectory() as out:
            spent = wall([sys.executable, "-m", "converter", "batch", str(corpus / "local"), "-o", f"{out}/x", "--shard-size", "8", *more])
        one = one or spent
        rows.append([name, f"{spent:.1f}", f"{inputs / spent:.1f}", f"{one / spent:.2f}"])
    return table(["", "seconds", "documents a second", "times one worker"], rows)


def starting(corpus: Path) -> list[str]:
    """Wall time of short commands, and as ratios to `import typer`."""
    seed = Path(__file__).parents[1] / "seeds" / "002_fa97d507ddd9a17d.txt"
    base = [sys.executable, "-m", "converter"]
    with tempfile.TemporaryDirectory() as out:
        document = f"{out}/{seed.stem}.json"
        subprocess.run([*base, "convert", str(seed), "-o", out], check=True, capture_output=True)
        commands = {
            'python -c "import typer"': [sys.executable, "-c", "import typer"],
            "gwr --help": [*base, "--help"],
            "gwr convert SEED": [*base, "convert", str(seed)],
            "gwr check DOCUMENT": [*base, "check", document],
        }
        spent = {name: wall(command, 7) for name, command in commands.items()}
    first = next(iter(spent.values()))
    return table(["", "seconds", "ratio"], [[f"`{name}`", f"{time:.2f}", f"{time / first:.1f}"] for name, time in spent.items()])
