"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.writing.files import write_whole


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails, the old file stands as it was and no draft is left."""
    target = tmp_path / "a.json"
    write_whole(target, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_long_name(tmp_path: Path) -> None:
    """A name as long as the file system allows can still be written."""
    target = tmp_path / ("x" * 250 + ".json")
    write_whole(target, b"{}")
    assert target.read_bytes() == b"{}"
