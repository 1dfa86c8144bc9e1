"""Commands that are ended from outside: what they had begun is cleared away, and nothing is printed but a line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.trust.programs import ENVIRONMENT, GWR, SEEDS, gwr

LATE = """
import time
import converter.writing.files as files
def slow(number):
    time.sleep(60)
files.os.fsync = slow
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_draft_goes_with_the_program(number: signal.Signals, tmp_path: Path) -> None:
    """A time limit or a closed window leaves no draft, as Ctrl-C leaves none; the exit code is the shell's for the signal."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(LATE, "utf-8")
    path = os.pathsep.join([str(tmp_path / "site"), ENVIRONMENT["PYTHONPATH"]])
    out = tmp_path / "out"
    line = [*GWR, "convert", str(SEEDS[1]), "-o", str(out)]
    process = subprocess.Popen(line, stderr=subprocess.PIPE, env={**ENVIRONMENT, "PYTHONPATH": path})
    deadline = time.monotonic() + 60
    while not list(out.glob(".*.part")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said, list(out.iterdir())) == (128 + number, b"", [])


def test_who_asks_for_no_end_has_none(tmp_path: Path) -> None:
    """nohup has a command go on when the window is closed."""
    line = f'trap "" HUP; {sys.executable} -c "import signal; from converter.cli import _ending; _ending(); '
    line += 'print(signal.getsignal(signal.SIGHUP) == signal.SIG_IGN)"'
    assert subprocess.run(["sh", "-c", line], env=ENVIRONMENT, capture_output=True, check=False).stdout == b"True\n"


@pytest.mark.parametrize("after", [0.2, 0.4, 0.6, 0.8, 1.0])
def test_interrupted_at_the_beginning_of_a_batch(after: float, tmp_path: Path) -> None:
    """Ctrl-C reaches every process of the terminal, the server of workers too, which imports for a second: no traceback of it."""
    line = [*GWR, "batch", *map(str, SEEDS), "-o", str(tmp_path / "out")]
    process = subprocess.Popen(line, stderr=subprocess.PIPE, env=ENVIRONMENT, start_new_session=True)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert b"Traceback" not in said
    assert process.returncode in (0, 130, -signal.SIGINT)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("asked", ["--help", "--version", "convert --help"])
def test_help_that_cannot_be_written(asked: str) -> None:
    """One line and 4, as for every output."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*GWR, *asked.split()], stdout=full, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT)
    assert (done.returncode, done.stderr) == (4, b"gwr: cannot write: No space left on device\n")


def test_a_library_that_complains_of_what_is_left() -> None:
    """DuckDB counts at the end what a cycle still holds, after an error too: nothing of it is printed."""
    pytest.importorskip("duckdb")
    done = gwr("plot", Path(__file__), "-o", "p.svg")
    assert done.returncode == 3
    frozen = "was = gc.get_freeze_count(); _left(); print(gc.get_freeze_count() - was)"  # Python 3.12 begins with some
    line = [sys.executable, "-c", f"import duckdb, gc; from converter.collection import _left; {frozen}"]
    assert subprocess.run(line, env=ENVIRONMENT, capture_output=True, check=False).stdout == b"0\n"
