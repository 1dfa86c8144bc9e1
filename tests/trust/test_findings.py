"""Every input that once broke an invariant holds them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.invariants import broken

FINDINGS = sorted(path for path in (Path(__file__).parent / "findings").iterdir() if path.suffix != ".md")


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.name)
def test_found_once(path: Path) -> None:
    """Converted or refused in one line, lawful, valid for both validators, the same again, idempotent, in time."""
    assert broken(path.read_bytes(), path.name) == ()
