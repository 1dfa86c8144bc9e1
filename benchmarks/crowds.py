"""Many inputs: workers, Dask; and how soon a program is there."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
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


TIMES, ROUNDS = 8, 3  # the corpus so many times, so that the start of the workers is a small part; least of the rounds, in turn
WAYS = {"1 worker": ["-j", "1"], "2 workers": ["-j", "2"], "Dask, 2 workers": ["-j", "2", "--engine", "dask"]}


def workers(corpus: Path) -> list[str]:
    """gwr batch over the plain reports with one and two workers, and on a local Dask cluster of two."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = [
            _copied(path, Path(folder) / f"in/{n}-{path.name}") for n in range(TIMES) for path in sorted((corpus / "local").glob("*.txt"))
        ]
        best = dict.fromkeys(WAYS, (float("inf"), float("inf")))
        for turn in range(ROUNDS):
            for name, more in WAYS.items():
                command = [sys.executable, "-m", "converter", "batch", f"{folder}/in", "-o", f"{folder}/{name}{turn}", "--format", "ndjson"]
                found = _spent([*command, *more])
                best[name] = (min(best[name][0], found[0]), min(best[name][1], found[1]))
        outputs = {name: [path.read_bytes() for path in sorted(Path(folder, f"{name}0").glob("part-*"))] for name in WAYS}
    assert all(output == outputs["1 worker"] for output in outputs.values())
    one = best["1 worker"][0]
    rows = [
        [name, f"{clock:.1f}", f"{processor:.1f}", f"{len(inputs) / clock:.1f}", f"{one / clock:.2f}"]
        for name, (clock, processor) in best.items()
    ]
    return table(["", "seconds", "of processors", "documents a second", "times one worker"], rows)


def _copied(source: Path, target: Path) -> Path:
    target.parent.mkdir(exist_ok=True)
    return Path(shutil.copyfile(source, target))


def _spent(command: Sequence[str]) -> tuple[float, float]:
    """Seconds on the clock, and of processor time in all processes, those too that outlive their parent for a moment."""
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: they are ours then
    before, start = _children(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    clock = time.perf_counter() - start
    with suppress(ChildProcessError):
        while True:
            os.wait()
    return clock, _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
