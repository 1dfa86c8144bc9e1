"""The installed program as a process: closed pipes, full disks, no output at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

GWR = [sys.executable, "-m", "converter"]


def test_broken_pipe_is_silent() -> None:
    """A reader that stops reading ends gwr quietly, as it does other programs."""
    process = subprocess.Popen([*GWR, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert (process.stderr.read(), process.wait()) == (b"", 141)
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk() -> None:
    """Output that cannot be written is one line and 4."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*GWR, "schema"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode()) == (4, "gwr: cannot write: No space left on device\n")


def test_closed_output() -> None:
    """Without a standard output there is one line and 4."""
    done = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", *GWR, "schema"], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode()) == (4, "gwr: cannot write: standard output is closed\n")
