"""Many inputs: workers, Dask, crawls; and how soon a program is there."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.timing import table

REPORTS, FOREIGN = 10, 990  # records of the shard: 1 % reports


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


def scanning(corpus: Path) -> list[str]:
    """gwr scan against bare iteration of the same shard; recall and precision where every page's kind is known."""
    from converter.scaling.scan import Tally, scan

    reports = [path.read_bytes() for path in sorted((corpus / "html_reports").glob("*.html"))][:REPORTS]
    foreign = [path.read_bytes() for path in sorted((corpus / "html").glob("*.html"))]
    with tempfile.TemporaryDirectory() as folder:
        shard = Path(folder) / "shard.warc.gz"
        step = FOREIGN // REPORTS
        pages = [(n % (step + 1) == step, n) for n in range(REPORTS + FOREIGN)]
        shard.write_bytes(b"".join(response(n, reports[n // (step + 1)] if is_one else foreign[n % len(foreign)]) for is_one, n in pages))
        true = {n + 1 for is_one, n in pages if is_one}
        bare, ours, found = [], [], set[int]()
        for _ in range(3):
            start = time.process_time()
            count = _bare(shard)
            bare.append(time.process_time() - start)
            start = time.process_time()
            found = {one.record for one in scan(str(shard), Tally())}
            ours.append(time.process_time() - start)
    rows = [
        ["bare iteration", f"{count / min(bare):.0f}", "1.00", "", ""],
        [
            "gwr scan",
            f"{count / min(ours):.0f}",
            f"{min(bare) / min(ours):.2f}",
            f"{len(found & true) / len(true):.2f}",
            _share(found, true),
        ],
    ]
    return table(["", "records a second", "ratio", "recall", "precision"], rows)


def _share(found: set[int], true: set[int]) -> str:
    return f"{len(found & true) / len(found):.2f}" if found else ""


def _bare(shard: Path) -> int:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with shard.open("rb") as file:
        return sum(1 for _ in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all"))


def response(number: int, body: bytes) -> bytes:
    """A gzipped record of its own."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.cn/{number}\r\nWARC-Date: 2024-02-03T04:05:06Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", 6)
