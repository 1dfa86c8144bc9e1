"""The same bytes in, the same bytes out, whatever the machine is set to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.invariants import idempotent, outcome

ROOT = Path(__file__).parents[2]
INPUTS = [*sorted((ROOT / "seeds").glob("*.txt")), ROOT / "fixtures" / "docx" / "report.docx", ROOT / "fixtures" / "pdf" / "columns.pdf"]
SETTINGS = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 4711": {"PYTHONHASHSEED": "4711"},
    "C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "POSIX locale, ASCII output": {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


def converted(folder: Path, **setting: str) -> dict[str, bytes]:
    """The documents of all inputs, converted by a process of its own with these settings."""
    command = [sys.executable, "-m", "converter", "convert", *map(str, INPUTS), "-o", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **setting}, stderr=subprocess.PIPE)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The documents as they are without any setting."""
    return converted(tmp_path_factory.mktemp("usual"))


@pytest.mark.parametrize("name", SETTINGS)
def test_whatever_the_setting(name: str, usual: dict[str, bytes], tmp_path: Path) -> None:
    """Hash seed, locale, time zone and optimisation change no byte of a document."""
    assert converted(tmp_path, **SETTINGS[name]) == usual


def test_whatever_came_before(usual: dict[str, bytes]) -> None:
    """One process after the other or all in one, in this order or the other: caches change nothing."""
    backwards = {path.name: outcome(path.read_bytes(), path.name, both=False).document for path in reversed(INPUTS)}
    once_more = {path.name: outcome(path.read_bytes(), path.name, both=False).document for path in INPUTS}
    assert backwards == once_more


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_restored_and_converted_again(path: Path) -> None:
    """What `gwr restore` prints converts to the same facts; of other formats, to the same text."""
    found = outcome(path.read_bytes(), path.name)
    assert found.document is not None
    assert found.broken == ()
    assert idempotent(found.document, path.name) == ()
