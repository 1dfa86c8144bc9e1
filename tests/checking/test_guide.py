"""docs/validation.md does not lie: its commands print what it says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "validation.md").read_text("utf-8")
SHOWN = re.findall(r"^\$ gwr ([^\n]*)\n((?:[^$`].*\n)*)", PAGE, re.M)


@pytest.mark.parametrize(("command", "printed"), SHOWN, ids=[command for command, _ in SHOWN])
def test_command_prints_what_the_page_says(command: str, printed: str) -> None:
    """Run from the top of the repository."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "converter", *shlex.split(command)], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == printed


def test_the_page_shows_commands() -> None:
    """An example that fails, and one that warns."""
    assert len(SHOWN) == 2
