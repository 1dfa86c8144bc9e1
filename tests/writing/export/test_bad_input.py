"""A bad document among good ones, outputs that cannot be written: named, counted, and the rest is there, whole or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli import main
from tests.writing.samples import EVERY, awkward, save


def lines(path: Path) -> int:
    """How many rows an NDJSON output has."""
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("bad", "said", "code"),
    [
        (EVERY | {"id": "x-x-000000000001", "schema_version": "2.0.0"}, "schema version 2.0.0", 3),
        (EVERY | {"id": "x-x-000000000001", "schema_version": "1.9.0", "sections": 3}, "cannot be made into rows", 3),
        (EVERY | {"id": "x-x-000000000001", "indicators": [{"id": "gdp"}]}, "breaks the schema", 3),
        ([1, 2], "no document of gwr", 3),
        (EVERY, f"has the id {EVERY['id']}", 1),
    ],
    ids=["major", "minor", "broken", "list", "twice"],
)
def test_a_bad_document(tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: dict[str, object], said: str, code: int) -> None:
    """It is named in one line and passed over; the exit code says so; the others are written."""
    good = EVERY | {"id": "x-x-0000000000ff"}
    paths = save(tmp_path, EVERY, bad, good)
    out = tmp_path / "out.ndjson"
    assert main(["export", *paths, "-o", str(out), "--table", "reports"]) == code
    err = capsys.readouterr().err
    assert [line for line in err.splitlines() if line.startswith(f"{paths[1]}: ") and said in line]
    assert "2 documents, 1 passed over" in err
    assert lines(out) == 2


def test_a_newer_minor_version_is_read(tmp_path: Path) -> None:
    """Fields we do not know are left out; those we know are read."""
    newer = EVERY | {"schema_version": "1.9.0", "new_field": 1}
    out = tmp_path / "out.ndjson"
    assert main(["export", *save(tmp_path, newer), "-o", str(out), "--table", "reports"]) == 0
    assert lines(out) == 1


def test_lines_are_read_one_by_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a file of one document a line a broken line is named with its number."""
    made = [json.dumps(EVERY | {"id": f"x-x-{n:012x}"}) for n in range(3)]
    (tmp_path / "all.ndjson").write_text("\n".join([made[0], '{"broken', made[1], "", made[2]]), "utf-8")
    out = tmp_path / "out.ndjson"
    assert main(["export", str(tmp_path / "all.ndjson"), "-o", str(out), "--table", "reports"]) == 3
    assert "all.ndjson:2: not JSON" in capsys.readouterr().err
    assert lines(out) == 3


def test_a_folder_of_documents(tmp_path: Path) -> None:
    """A folder stands for the documents in it, and for nothing else."""
    save(tmp_path, EVERY)
    (tmp_path / "readme.txt").write_text("no document")
    assert main(["export", str(tmp_path), "-o", str(tmp_path / "out.csv")]) == 0


def test_nothing_to_write(tmp_path: Path) -> None:
    """Where no document can be used there is no output."""
    (tmp_path / "bad.json").write_text("{}")
    assert main(["export", str(tmp_path / "bad.json"), str(tmp_path / "none.json"), "-o", str(tmp_path / "out.sqlite")]) == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.json"]


@pytest.mark.parametrize("name", ["out.csv", "out.sqlite", "out"])
def test_an_output_that_exists(tmp_path: Path, name: str) -> None:
    """It is left alone, and replaced with --force."""
    paths = save(tmp_path, EVERY)
    out = tmp_path / name
    assert main(["export", *paths, "-o", str(out)]) == 0
    before = out.stat().st_mtime_ns
    assert main(["export", *paths, "-o", str(out)]) == 2
    assert out.stat().st_mtime_ns == before
    assert main(["export", *paths, "-o", str(out), "--force"]) == 0


def test_a_foreign_folder_is_left_alone(tmp_path: Path) -> None:
    """--force replaces a package, not whatever else is called so."""
    paths = save(tmp_path, EVERY)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.tex").write_text("mine")
    assert main(["export", *paths, "-o", str(tmp_path / "mine"), "--force"]) == 2
    assert (tmp_path / "mine" / "thesis.tex").read_text() == "mine"


@pytest.mark.parametrize(
    "options", [["-o", "out.docx"], ["-o", "out.csv", "--table", "nonsense"], ["-o", "out.csv", "--format", "csv"], ["-o", "no/out.csv"]]
)
def test_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    """A call that cannot be meant ends with 2."""
    monkeypatch.chdir(tmp_path)
    assert main(["export", *save(tmp_path, EVERY), *options]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are those of POSIX")
@pytest.mark.parametrize("name", ["out.csv", "out.ndjson", "out.sqlite", "out.parquet", "out.duckdb", "out.xlsx", "out.dta", "out"])
def test_a_disk_that_fills(tmp_path: Path, name: str) -> None:
    """Writing fails with 4 in one line, and nothing is left: neither the output nor its draft."""
    pytest.importorskip("pyarrow", reason="the extra export is not installed")
    paths = save(tmp_path, awkward())
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900)); "
        "sys.dont_write_bytecode = True; from converter.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", limited, "export", *paths, "-o", str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["000.json"]
