"""What the package's YAML files say is ready as JSON; what was changed since is read as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter import words

PACKAGE = Path(words.__file__).parent
FILES = sorted(PACKAGE.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_says_what_the_file_says(path: Path) -> None:
    """Whichever way it is read, and whichever way a checkout ends its lines."""
    data = path.read_bytes()
    assert words.read(path) == words.parsed(data)
    assert words.digest(data.replace(b"\n", b"\r\n")) == words.digest(data)


def test_a_changed_file_is_read_as_it_stands(tmp_path: Path) -> None:
    """Nobody has to generate anything to try a word."""
    changed = tmp_path / "units.yaml"
    changed.write_bytes((PACKAGE / "lexicons" / "units.yaml").read_bytes() + b"more: [word]\n")
    assert words.read(changed)["more"] == ["word"]


def test_every_start_finds_them_ready() -> None:
    """Each file's line is there."""
    written = (PACKAGE / words.READY).read_text("utf-8")
    assert [path.stem for path in FILES if words.digest(path.read_bytes()) not in written] == []
