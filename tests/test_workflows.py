"""The matrix of CI: what a system does not run is named, there and where it is left out, with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.conftest import NOT_ON_WINDOWS

ROOT = Path(__file__).parents[1]
TEST: dict[str, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8"))


def test_what_is_not_run_is_named() -> None:
    """The row of Windows names exactly what tests/conftest.py leaves out there."""
    (row,) = (row for row in TEST["jobs"]["elsewhere"]["strategy"]["matrix"]["include"] if row["os"].startswith("windows"))
    assert row["not_run"].split(", ") == sorted(NOT_ON_WINDOWS)


def test_what_is_left_out_exists() -> None:
    """And each has a reason; nothing else of the system's own is used in the tests that are run."""
    assert [name for name in NOT_ON_WINDOWS if not (ROOT / "tests" / name).exists()] == []
    assert all(len(reason) > 10 for reason in NOT_ON_WINDOWS.values())
    marks = ("import resource", "SIGALRM", "symlink_to", '["sh"', '["bash"', "/dev/zero", "SIGKILL")
    loose = []
    for path in (ROOT / "tests").rglob("test_*.py"):
        name = path.relative_to(ROOT / "tests").as_posix()
        left = name in NOT_ON_WINDOWS or name.split("/", 1)[0] in NOT_ON_WINDOWS or path == Path(__file__)
        loose += [(name, mark) for mark in marks if mark in path.read_text("utf-8") and not left]
    assert loose == []


def test_every_supported_python_is_run() -> None:
    """The versions that pyproject.toml names are those of the matrix."""
    told = [line.split("::")[-1].strip(' ",') for line in (ROOT / "pyproject.toml").read_text("utf-8").splitlines() if ":: 3." in line]
    assert TEST["jobs"]["all"]["strategy"]["matrix"]["python"] == told
