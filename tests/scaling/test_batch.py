"""gwr batch, in real processes: what it writes, what it tells, and what it does with inputs that misbehave."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.scaling.running import batch, files, inputs, manifest, report, trouble


def test_every_input_has_a_document_and_a_line(tmp_path: Path) -> None:
    """Documents lie as the inputs did; the manifest tells digest, id, document and findings, in the order of the inputs."""
    folder = inputs(tmp_path / "in", 5)
    (folder / "deep").mkdir()
    (folder / "deep" / "r000.txt").write_text(report(9), "utf-8")
    done = batch(folder, "-o", tmp_path / "out", "-j", "2", "--shard-size", "2")
    assert (done.returncode, done.stdout) == (0, "")
    rows = manifest(tmp_path / "out")
    assert [Path(row["input"]).relative_to(folder).as_posix() for row in rows] == [*(f"r00{n}.txt" for n in range(5)), "deep/r000.txt"]
    assert {row["outcome"] for row in rows} == {"converted"}
    for row in rows:
        document = json.loads((tmp_path / "out" / row["document"]).read_text("utf-8"))
        assert (document["id"], document["source"]["sha256"]) == (row["id"], row["sha256"])


@pytest.mark.parametrize("kind", ["ndjson", "parquet"])
def test_shards_hold_the_same_documents(tmp_path: Path, kind: str) -> None:
    """One file a shard; each line or row is the document."""
    folder = inputs(tmp_path / "in", 5)
    assert batch(folder, "-o", tmp_path / "out", "-j", "2", "--shard-size", "2", "--format", kind).returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").glob("part-*")) == [f"part-00000{n}.{kind}" for n in range(3)]
    found = [document["id"] for path in sorted((tmp_path / "out").glob("part-*")) for document in _documents(path)]
    assert found == [row["id"] for row in manifest(tmp_path / "out")]


def _documents(path: Path) -> list[dict[str, object]]:
    if path.suffix == ".ndjson":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    pq = pytest.importorskip("pyarrow.parquet")
    return [json.loads(row["document"]) for row in pq.read_table(path).to_pylist()]


def test_workers_do_not_change_the_files(tmp_path: Path) -> None:
    """One worker or three: the same bytes."""
    folder = inputs(tmp_path / "in", 7)
    for workers in ("1", "3"):
        assert batch(folder, "-o", tmp_path / workers, "-j", workers, "--shard-size", "2", "--format", "ndjson").returncode == 0
    one, three = ({k: v for k, v in files(tmp_path / n).items() if k != ".batch/plan.json"} for n in ("1", "3"))
    assert one == three


def test_inputs_that_take_workers_down_are_named_and_passed_over(tmp_path: Path) -> None:
    """Killed, hung, out of memory: tried twice, told with the reason; all others are done."""
    folder = inputs(tmp_path / "in", 6)
    for number, word in ((1, "KILL-ME"), (2, "HANG"), (4, "HUNGRY")):
        (folder / f"r00{number}.txt").write_text(report(number, word), "utf-8")
    more = ("--timeout", "4", "--memory", "4000")
    done = batch(folder, "-o", tmp_path / "out", "-j", "2", "--shard-size", "3", *more, env=trouble(tmp_path / "site"))
    rows = {Path(row["input"]).stem: row for row in manifest(tmp_path / "out")}
    assert done.returncode == 4
    assert [name for name, row in rows.items() if row["outcome"] == "converted"] == ["r000", "r003", "r005"]
    assert "SIGKILL" in rows["r001"]["why"]
    assert rows["r001"]["attempts"] == rows["r002"]["attempts"] == 2
    assert "seconds" in rows["r002"]["why"]
    assert "memory" in rows["r004"]["why"]
    assert all(name in done.stderr for name in ("r001", "r002", "r004"))


def test_unreadable_and_missing_inputs_are_told(tmp_path: Path) -> None:
    """Each has its line; the exit code is that of unreadable inputs; --retry does them again when they are there."""
    folder = inputs(tmp_path / "in", 2)
    (folder / "empty.txt").write_bytes(b"")
    missing = tmp_path / "later.txt"
    arguments = (folder, missing, "-o", tmp_path / "out", "-j", "1")
    assert batch(*arguments).returncode == 3
    assert [row["outcome"] for row in manifest(tmp_path / "out")] == ["unreadable", "converted", "converted", "unreadable"]
    assert manifest(tmp_path / "out")[3]["why"] == "no such file"
    missing.write_text(report(7), "utf-8")
    (folder / "empty.txt").write_text(report(8), "utf-8")
    assert batch(*arguments).returncode == 3
    assert batch(*arguments, "--retry").returncode == 0
    assert {row["outcome"] for row in manifest(tmp_path / "out")} == {"converted"}


def test_another_run_is_not_mixed_in(tmp_path: Path) -> None:
    """A folder that holds a run with other inputs or another format is left alone."""
    folder = inputs(tmp_path / "in", 1)
    assert batch(folder, "-o", tmp_path / "out", "-j", "1").returncode == 0
    refused = batch(folder, "-o", tmp_path / "out", "-j", "1", "--format", "ndjson")
    assert refused.returncode == 2
    assert "format" in refused.stderr


def test_lists_and_names_that_clash(tmp_path: Path) -> None:
    """A list names inputs, one a line; outputs never write over one another."""
    one, two = inputs(tmp_path / "a", 1), inputs(tmp_path / "b", 1)
    (one / "r000.html").write_text(report(3), "utf-8")
    lines = [one / "r000.txt", one / "r000.html", two / "r000.txt", one / "r000.txt"]
    (tmp_path / "list.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert batch("--list", tmp_path / "list.txt", "-o", tmp_path / "out", "-j", "1").returncode == 0
    assert [row["document"] for row in manifest(tmp_path / "out")] == ["r000.json", "r000.html.json", "r000.txt.json"]


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    """A call that cannot be meant: one line, exit code 2, and no folder is made."""
    refused = batch("--list", tmp_path / "none.txt", "-o", tmp_path / "out")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
    assert "none.txt: No such file" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line stands from the beginning, then tells pace and rest; where nobody looks nothing is written."""
    from collections import Counter

    from converter.cli.progress import Progress

    seen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", seen)
    Progress(5, 0).add(1, Counter(converted=1))
    assert seen.getvalue() == ""
    monkeypatch.setattr(seen, "isatty", lambda: True)
    progress = Progress(5, 1)
    assert seen.getvalue() == "\r[####                ] 1/5\x1b[K"
    progress.add(2, Counter(converted=1, failed=1))
    assert progress.line(4.0) == "[############        ] 3/5 · 0.5/s · 0:04 left · 1 not converted"
    assert progress.line(4.0, 50) == "3/5 · 0.5/s · 0:04 left · 1 not converted"
    assert progress.line(4.0, 20) == "3/5 · 0.5/s · 0:04 l"  # one that breaks could not be written over
