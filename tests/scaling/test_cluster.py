"""Dask: the same job with the same files as local processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scaling.running import batch, files, inputs

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


def test_no_scheduler_is_told(tmp_path: Path) -> None:
    """An address where nothing answers ends the run in a line; the same command on local processes finishes it."""
    folder = inputs(tmp_path / "in", 1)
    stopped = batch(folder, "-o", tmp_path / "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert stopped.returncode == 4
    assert "no scheduler answers" in stopped.stderr
    assert batch(folder, "-o", tmp_path / "out", "-j", "1").returncode == 0
