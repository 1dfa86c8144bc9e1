"""What happens to a run from outside: workers killed, files that vanish, a full disk, ten thousand files that are no reports."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scaling.running import batch, command, environment, files, inputs, manifest, report, trouble


def slow(folder: Path, count: int) -> Path:
    """Reports that take a moment each."""
    inputs(folder, count)
    for number, path in enumerate(sorted(folder.iterdir())):
        path.write_text(report(number, "SLOW"), "utf-8")
    return folder


def under_way(run: subprocess.Popen[str], output: Path) -> None:
    """Wait until the first shard is done."""
    deadline = time.monotonic() + 60
    while not any(output.rglob("part-*.ndjson")) and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    assert run.poll() is None


def descendants(process: int) -> list[int]:
    """The processes that a process began, and those that these began."""
    children = Path(f"/proc/{process}/task/{process}/children")
    found = [int(one) for one in children.read_text("ascii").split()] if children.exists() else []
    return [*found, *(below for one in found for below in descendants(one))]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux to see the workers")
def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    """As where memory runs out: kill -9 at every process but the run's own; the input is tried again, and every input is converted."""
    folder = slow(tmp_path / "in", 40)
    arguments = (folder, "-o", tmp_path / "out", "-j", "2", "--shard-size", "4")
    run = subprocess.Popen(command(*arguments), env=environment(trouble(tmp_path / "site")), stderr=subprocess.PIPE, text=True)
    under_way(run, tmp_path / "out")
    victims = descendants(run.pid)
    assert victims
    for victim in victims:
        os.kill(victim, signal.SIGKILL)
    _, said = run.communicate(timeout=120)
    assert (run.returncode, "Traceback" in said) == (0, False), said
    assert [row["outcome"] for row in manifest(tmp_path / "out")] == ["converted"] * 40


def test_a_file_that_vanishes_while_the_run_goes_on(tmp_path: Path) -> None:
    """Its line says that it is not there; the others are converted; when it is back, --retry does what was left."""
    folder = slow(tmp_path / "in", 30)
    arguments = (folder, "-o", tmp_path / "out", "-j", "1", "--shard-size", "3")
    run = subprocess.Popen(command(*arguments), env=environment(trouble(tmp_path / "site")), stderr=subprocess.PIPE, text=True)
    under_way(run, tmp_path / "out")
    (folder / "r029.txt").rename(tmp_path / "kept.txt")
    _, said = run.communicate(timeout=120)
    rows = manifest(tmp_path / "out")
    assert (run.returncode, "no such file" in said) == (3, True)
    assert [row["outcome"] for row in rows] == ["converted"] * 29 + ["unreadable"]
    (tmp_path / "kept.txt").rename(folder / "r029.txt")
    assert batch(*arguments, "--retry").returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 96 kilobytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(tmp_path: Path, small_disk: Path) -> None:
    """The run stops with a line and exit code 4, nothing half-written; with room again the same command gives the files of another run."""
    folder = inputs(tmp_path / "in", 40)
    more = ("-j", "2", "--shard-size", "4", "--format", "ndjson")
    stopped = batch(folder, "-o", small_disk / "out", *more)
    assert (stopped.returncode, "No space left on device" in stopped.stderr) == (4, True), stopped.stderr
    assert "Traceback" not in stopped.stderr
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    assert batch(folder, "-o", small_disk / "out", *more).returncode == 0
    assert batch(folder, "-o", tmp_path / "whole", *more).returncode == 0
    one, two = (
        {name: data for name, data in files(at).items() if name != ".batch/plan.json"} for at in (small_disk / "out", tmp_path / "whole")
    )
    assert one == two


@pytest.mark.slow
def test_ten_thousand_unreadable_files(tmp_path: Path) -> None:
    """Each has its line, standard error stays short, and the one report among them is converted."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"{number:05d}.txt").write_bytes(b"\x89PNG\r\n")
    (folder / "05000.txt").write_text(report(5), "utf-8")
    done = batch(folder, "-o", tmp_path / "out", "-j", "2", "--shard-size", "500")
    assert done.returncode == 3
    rows = manifest(tmp_path / "out")
    assert [row["outcome"] for row in rows].count("unreadable") == 9_999
    assert rows[5_000]["outcome"] == "converted"
    assert len(done.stderr.splitlines()) < 30
