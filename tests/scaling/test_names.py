"""Names and places of inputs that make trouble: each input has its line, and none is written over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from converter.scaling.inputs import named
from converter.scaling.plan import shards
from tests.scaling.running import batch, inputs, manifest, report


def test_names_that_make_trouble(tmp_path: Path) -> None:
    """Bytes of another encoding, as long as can be, with # or a line break, differing in case: all converted, beside one another."""
    folder = tmp_path / "in"
    folder.mkdir()
    names = [
        b"a#1.txt",
        b"new\nline.txt",
        "报告.txt".encode("gb18030"),
        b"x" * 251 + b".txt",
        "长".encode() * 85,
        b"A.txt",
        b"a.txt",
    ]
    for number, name in enumerate(names):
        (folder / os.fsdecode(name)).write_text(report(number), "utf-8")
    done = batch(folder, "-o", tmp_path / "out", "-j", "1")
    assert done.returncode == 0, done.stderr
    rows = manifest(tmp_path / "out")
    documents = [json.loads((tmp_path / "out" / row["document"]).read_text("utf-8")) for row in rows]
    assert sorted(document["source"]["name"] for document in documents) == sorted(name.decode("utf-8", "replace") for name in names)
    assert len({row["document"].lower() for row in rows}) == len(names)


def test_what_lies_beside_a_name_with_a_mark(tmp_path: Path) -> None:
    """# is how the pages of an archive are numbered, and a file's name may have it too."""
    folder = inputs(tmp_path / "in", 1)
    (folder / "r000.txt").rename(folder / "r#1.txt")
    (folder / "r#1.source.yaml").write_text("url: https://example.org/1\n", "utf-8")
    assert batch(folder, "-o", tmp_path / "out", "-j", "1").returncode == 0
    assert json.loads((tmp_path / "out" / "r#1.json").read_text("utf-8"))["source"]["url"] == "https://example.org/1"


def test_two_long_names_that_begin_alike() -> None:
    """They are cut, and still differ; a name that is short enough stays as it is."""
    long = ["x" * 240 + end for end in ("a.txt", "b.txt")]
    names = [item.name for shard in shards(((name, name) for name in [*long, "short.txt"]), 5) for item in shard.items]
    assert len(set(names)) == 3
    assert max(map(len, names)) <= 230
    assert names[2] == "short"


def test_a_locale_that_knows_no_chinese(tmp_path: Path) -> None:
    """Where names are bytes that nobody can read they are found all the same."""
    folder = inputs(tmp_path / "报告", 1)
    (folder / "r000.txt").rename(folder / "某市.txt")
    done = batch(folder, "-o", tmp_path / "out", "-j", "1", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "某市.json").exists()


def test_links_and_lines_that_lead_nowhere(tmp_path: Path) -> None:
    """A link to itself, a path that no file can have, a name that is too long: each is told in its line, the others are converted."""
    folder = inputs(tmp_path / "in", 2)
    (folder / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "list.txt").write_text(f"a\0b.txt\n{'x' * 3000}\n{folder / 'r000.txt'}\n", "utf-8")
    done = batch(folder, "--list", tmp_path / "list.txt", "-o", tmp_path / "out", "-j", "1")
    assert (done.returncode, "Traceback" in done.stderr) == (3, False), done.stderr
    assert [row["outcome"] for row in manifest(tmp_path / "out")] == ["unreadable", "converted", "converted", "unreadable", "unreadable"]


def test_an_input_where_documents_go(tmp_path: Path) -> None:
    """A report called .json would be written over by its own document. Elsewhere it is an input like others."""
    (tmp_path / "a.json").write_text(report(1), "utf-8")
    refused = batch(tmp_path / "a.json", "-o", tmp_path)
    assert (refused.returncode, (tmp_path / "a.json").read_text("utf-8")) == (2, report(1))
    assert "lies where documents are written to" in refused.stderr
    assert batch(tmp_path / "a.json", "-o", tmp_path / "out").returncode == 0


def test_too_little_memory_for_anything(tmp_path: Path) -> None:
    """Every input is told, and no worker prints a traceback."""
    done = batch(inputs(tmp_path / "in", 2), "-o", tmp_path / "out", "-j", "1", "--memory", "64")
    assert (done.returncode, "Traceback" in done.stderr) == (4, False), done.stderr


def test_a_folder_that_may_not_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands among the inputs, so that its reports are not left out in silence; the others are taken."""
    folder, scandir = inputs(tmp_path / "in", 2), os.scandir
    (folder / "closed").mkdir()

    def closed(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert [Path(path).name for path, _ in named([str(folder)])] == ["r000.txt", "r001.txt", "closed"]
