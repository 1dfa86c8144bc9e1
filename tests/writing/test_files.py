"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from converter.writing.export.whole import whole
from converter.writing.files import draft_of, is_draft, write_whole


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


def test_a_device_or_a_pipe_is_written_to(tmp_path: Path) -> None:
    """`-o /dev/stdout` prints, and /dev/null stays what it is: a file in its place would break it for everybody."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"whole")
    assert os.read(reader, 100) == b"whole"
    os.close(reader)
    with pytest.raises(OSError, match="is a device or a pipe"), whole(pipe):  # where an output is written bit by bit
        pass
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.listdir(tmp_path) == ["pipe"]


def test_the_name_in_an_error(tmp_path: Path) -> None:
    """It is that of what is written, never the draft's."""
    (tmp_path / "folder").mkdir()
    for target, error in ((tmp_path / "folder", IsADirectoryError), (tmp_path / "none" / "a.json", FileNotFoundError)):
        with pytest.raises(error) as caught:
            write_whole(target, b"{}")
        assert caught.value.filename == str(target)


@pytest.mark.parametrize(("name", "draft"), [(".a.json.0123456789ab.part", True), (".film.part", False), ("a.0123456789ab.part", False)])
def test_drafts_are_told_by_their_names(name: str, draft: bool) -> None:
    """Ours begin with a dot and have twelve digits."""
    assert is_draft(name) is draft
    assert is_draft(draft_of(Path("folder/报告.json")).name)
