"""gwr as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GWR = [sys.executable, "-m", "converter"]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
# The package is found beside the tests wherever the process runs; "" stands for nothing set.
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))}


def gwr(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end; output as bytes."""
    command = [*GWR, *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=cwd, env=ENVIRONMENT, timeout=120)


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    """What was said on standard error, which is one line."""
    said = done.stderr.decode()
    assert said.count("\n") == 1, said
    assert "Traceback" not in said
    return said.rstrip("\n")
