"""Dask: the same job with the same files as local processes."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scaling.running import batch, command, environment, files, inputs, manifest, report, trouble

pytest.importorskip("distributed")


@pytest.mark.slow
def test_dask_gives_the_same_files(tmp_path: Path) -> None:
    """Every document and every line of the manifest, times apart, are those of the local run."""
    folder = inputs(tmp_path / "in", 5)
    for engine in ("local", "dask"):
        done = batch(folder, "-o", tmp_path / engine, "-j", "2", "--shard-size", "2", "--engine", engine, "--format", "ndjson")
        assert done.returncode == 0, done.stderr
    local, dask = ({k: v for k, v in files(tmp_path / n).items() if k != ".batch/plan.json"} for n in ("local", "dask"))
    assert local == dask


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense"])
def test_no_scheduler_is_told(tmp_path: Path, address: str) -> None:
    """An address where nothing answers ends the run in a line; the same command on local processes finishes it."""
    folder = inputs(tmp_path / "in", 1)
    stopped = batch(folder, "-o", tmp_path / "out", "--engine", "dask", "--scheduler", address)
    assert stopped.returncode == 4
    assert f"no scheduler answers at {address}" in stopped.stderr
    assert batch(folder, "-o", tmp_path / "out", "-j", "1").returncode == 0


@pytest.mark.slow
def test_an_input_that_takes_workers_of_a_cluster_down(tmp_path: Path) -> None:
    """It is found beside the cluster, named and passed over; all others are done."""
    folder = inputs(tmp_path / "in", 4)
    (folder / "r001.txt").write_text(report(1, "KILL-ME"), "utf-8")
    done = batch(folder, "-o", tmp_path / "out", "-j", "2", "--shard-size", "2", "--engine", "dask", env=trouble(tmp_path / "site"))
    rows = {Path(row["input"]).stem: row for row in manifest(tmp_path / "out")}
    assert done.returncode == 4
    assert [name for name, row in rows.items() if row["outcome"] == "converted"] == ["r000", "r002", "r003"]
    assert "SIGKILL" in rows["r001"]["why"]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A scheduler and a worker in processes of their own: the scheduler, and its address."""
    told, env = tmp_path / "scheduler.json", environment(trouble(tmp_path / "site"))
    quiet = {"env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    base = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    scheduler = subprocess.Popen([*base, "--scheduler-file", str(told)], **quiet)  # type: ignore[call-overload]
    one = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(told), "--nthreads", "1", "--no-dashboard"]
    worker = subprocess.Popen([*one, "--no-nanny", "--death-timeout", "5"], **quiet)  # type: ignore[call-overload]
    try:
        yield scheduler, str(told)
    finally:
        for process in (worker, scheduler):
            process.kill()
            process.wait()


@pytest.mark.slow
def test_a_scheduler_that_goes_away(tmp_path: Path, cluster: tuple[subprocess.Popen[bytes], str]) -> None:
    """The run ends with exit code 4 and a line that says so; what was done is done, and the same command goes on without the cluster."""
    scheduler, told = cluster
    deadline = time.monotonic() + 60
    while not Path(told).exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    address = json.loads(Path(told).read_text("utf-8"))["address"]
    folder = inputs(tmp_path / "in", 200)
    for path in folder.iterdir():
        path.write_text(f"{path.read_text('utf-8')}SLOW\n", "utf-8")
    arguments = (folder, "-o", tmp_path / "out", "--shard-size", "5")
    env = environment(trouble(tmp_path / "site"))
    line = command(*arguments, "--engine", "dask", "--scheduler", address)
    run = subprocess.Popen(line, env=env, stderr=subprocess.PIPE, text=True)
    while not any((tmp_path / "out").rglob("part-*.ndjson")) and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    scheduler.kill()
    _, said = run.communicate(timeout=120)
    assert run.returncode == 4, said
    assert "scheduler went away" in said
    assert "Traceback" not in said
    assert batch(*arguments, "-j", "2").returncode == 0
    assert {row["outcome"] for row in manifest(tmp_path / "out")} == {"converted"}
    assert len(manifest(tmp_path / "out")) == 200
