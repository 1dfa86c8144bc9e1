"""A run that is killed at any moment is finished by the same command, with the same files as if nothing had happened."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.scaling.running import batch, command, environment, files, inputs, manifest, report, trouble

COUNT = 24


def slow(folder: Path) -> Path:
    """Reports that take a moment each, so that a kill meets the run at work."""
    inputs(folder, COUNT)
    for number in range(COUNT):
        (folder / f"r{number:03d}.txt").write_text(report(number, "SLOW"), "utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["json", "ndjson"])
def test_killed_at_ten_moments(tmp_path: Path, kind: str) -> None:
    """Ten kills of the whole process group, workers included, then a run to the end."""
    folder, site = slow(tmp_path / "in"), trouble(tmp_path / "site")
    arguments = (folder, "-o", tmp_path / "out", "-j", "2", "--shard-size", "3", "--format", kind)
    moments = random.Random(7)
    for _ in range(10):
        run = subprocess.Popen(command(*arguments), env=environment(site), stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(moments.uniform(0.2, 2.5))
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    last = batch(*arguments, env=site)
    assert last.returncode == 0, last.stderr
    undisturbed = (*arguments[:2], tmp_path / "whole", *arguments[3:])
    assert batch(*undisturbed, env=site).returncode == 0
    kept = ({k: v for k, v in files(tmp_path / n).items() if k != ".batch/plan.json"} for n in ("out", "whole"))
    assert next(kept) == next(kept)
    assert len({row["input"] for row in manifest(tmp_path / "out")}) == len(manifest(tmp_path / "out")) == COUNT


def test_a_finished_run_does_nothing_more(tmp_path: Path) -> None:
    """The same command again leaves every output untouched."""
    folder = inputs(tmp_path / "in", 4)
    arguments = (folder, "-o", tmp_path / "out", "-j", "1", "--shard-size", "2")
    assert batch(*arguments).returncode == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.json")}
    assert batch(*arguments).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.json")} == before


def test_an_output_that_cannot_be_written_stops_the_run(tmp_path: Path) -> None:
    """A full disk (here: a limit on the size of files) is told in a line; with room again the same command finishes."""
    folder = inputs(tmp_path / "in", 6)
    arguments = (folder, "-o", tmp_path / "out", "-j", "1", "--shard-size", "2", "--format", "ndjson")
    limited = ["bash", "-c", 'ulimit -f 4; trap "" XFSZ; exec "$@"', "-", *command(*arguments)]
    stopped = subprocess.run(limited, env=environment(), capture_output=True, text=True, timeout=120, check=False)
    assert stopped.returncode == 4
    assert "stopped" in stopped.stderr
    assert batch(*arguments).returncode == 0
    assert len(manifest(tmp_path / "out")) == 6
