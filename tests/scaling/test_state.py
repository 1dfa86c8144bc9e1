"""A run whose own files were edited, cut off or removed; two runs in one folder; a run that was mistyped."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.cli import main, planning
from converter.cli.inputs import documents_in
from converter.scaling.lock import Taken, alone
from tests.scaling.running import batch, files, inputs, manifest


def cut(path: Path) -> None:
    """Leave half of a file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    """Leave a file without content."""
    path.write_bytes(b"")


def other(path: Path) -> None:
    """Leave JSON of another kind."""
    path.write_text('{"a": 1}\n', "utf-8")


def gone(path: Path) -> None:
    """Leave nothing."""
    path.unlink()


DAMAGES = [cut, emptied, other, gone]
Finished = Callable[[str], tuple[str, ...]]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two finished runs, one in each format."""
    folder = tmp_path_factory.mktemp("runs")
    inputs(folder / "in", 4)
    for kind in ("json", "ndjson"):
        assert batch(*arguments(folder, folder / kind, kind)).returncode == 0
    return folder


def arguments(folder: Path, output: Path, kind: str) -> tuple[str, ...]:
    """Of a run in two shards."""
    return (str(folder / "in"), "-o", str(output), "-j", "1", "--shard-size", "2", "--format", kind)


@pytest.fixture
def finished(runs: Path, tmp_path: Path) -> Finished:
    """A copy of a finished run in `out`: the arguments that go on with it."""

    def copied(kind: str) -> tuple[str, ...]:
        shutil.copytree(runs / kind, tmp_path / "out")
        return arguments(runs, tmp_path / "out", kind)

    return copied


@pytest.mark.parametrize(("kind", "damage"), [*(("json", damage) for damage in DAMAGES), ("ndjson", cut)])
def test_what_a_shard_left_is_made_again(finished: Finished, tmp_path: Path, damage: Callable[[Path], None], kind: str) -> None:
    """A part of the manifest that is no longer whole is as none: its shard is done again, with the same bytes."""
    call = finished(kind)
    whole = files(tmp_path / "out")
    damage(tmp_path / "out" / ".batch" / "part-000001.ndjson")
    again = batch(*call)
    assert (again.returncode, again.stderr.splitlines()) == (0, [f"4 converted; {tmp_path / 'out' / 'manifest.ndjson'} tells of each"])
    assert files(tmp_path / "out") == whole


@pytest.mark.parametrize("kind", ["json", "ndjson"])
def test_a_document_that_was_removed_is_written_again(finished: Finished, tmp_path: Path, kind: str) -> None:
    """The manifest names no file that is not there. One that is there is not touched."""
    call = finished(kind)
    removed, kept = (tmp_path / "out" / manifest(tmp_path / "out")[n]["document"].split(":")[0] for n in (0, 3))
    before = (removed.read_bytes(), kept.stat().st_mtime_ns)
    removed.unlink()
    assert batch(*call).returncode == 0
    assert (removed.read_bytes(), kept.stat().st_mtime_ns) == before


@pytest.mark.parametrize("damage", DAMAGES[:3])
@pytest.mark.parametrize("name", ["plan.json", "shards.ndjson"])
def test_a_damaged_plan_is_told(
    finished: Finished, tmp_path: Path, damage: Callable[[Path], None], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody can tell what the run was: one line says what to do, and the exit code is 4."""
    call = finished("json")
    state = tmp_path / "out" / ".batch"
    damage(state / name)
    assert main(["batch", *call]) == 4
    assert capsys.readouterr().err == f"gwr batch: {state / 'plan.json'} is damaged; remove {state} to begin anew\n"


def test_two_runs_in_one_folder(tmp_path: Path) -> None:
    """The second one is refused: it would remove the drafts of the first. When that has ended, it may."""
    arguments = (inputs(tmp_path / "in", 2), "-o", tmp_path / "out", "-j", "1")
    with alone(tmp_path / "out" / ".batch"):
        refused = batch(*arguments)
        with pytest.raises(Taken):
            alone(tmp_path / "out" / ".batch").__enter__()
    assert refused.returncode == 2
    assert refused.stderr == f"gwr batch: another run works in {tmp_path / 'out'}; wait for it, or choose another folder\n"
    assert batch(*arguments).returncode == 0


def test_a_mistyped_run_spoils_no_folder(tmp_path: Path) -> None:
    """Where nothing was converted another run may begin; a folder without input is not even made."""
    (tmp_path / "empty").mkdir()
    nothing = batch(tmp_path / "empty", "-o", tmp_path / "out")
    assert (nothing.returncode, nothing.stderr, (tmp_path / "out").exists()) == (2, "gwr batch: no input\n", False)
    assert batch(tmp_path / "imputs", "-o", tmp_path / "out").returncode == 3
    assert batch(tmp_path / "in" / "*.txt", "-o", tmp_path / "out").returncode == 3  # a pattern that nothing fits is told too
    assert batch(inputs(tmp_path / "in", 2), "-o", tmp_path / "out").returncode == 0
    assert batch(tmp_path / "in" / "*.txt", "-o", tmp_path / "out").returncode == 2  # now the folder holds a run


def test_a_finished_run_says_that_it_looks_for_nothing_new(tmp_path: Path) -> None:
    """Who has put a report into the folder since must not take its silence for a document."""
    folder = inputs(tmp_path / "in", 2)
    first = batch(folder, "-o", tmp_path / "out")
    assert "nothing is left to do" not in first.stderr
    (folder / "new.txt").write_bytes((folder / "r000.txt").read_bytes())
    assert "nothing is left to do; for inputs that came or changed since" in batch(folder, "-o", tmp_path / "out").stderr


def test_other_peoples_files_are_no_drafts(tmp_path: Path) -> None:
    """What a browser calls .part is left alone; what a killed run of ours left is removed."""
    (tmp_path / "out").mkdir()
    theirs, ours = tmp_path / "out" / ".film.mkv.part", tmp_path / "out" / ".r000.json.0123456789ab.part"
    for path in (theirs, ours):
        path.write_bytes(b"x")
    assert batch(inputs(tmp_path / "in", 1), "-o", tmp_path / "out").returncode == 0
    assert (theirs.exists(), ours.exists()) == (True, False)


def test_a_format_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said before anything is planned, with what to install."""
    monkeypatch.setattr(planning, "find_spec", lambda _: None)
    folder = inputs(tmp_path / "in", 1)
    assert main(["batch", str(folder), "-o", str(tmp_path / "out"), "--format", "parquet"]) == 2
    assert capsys.readouterr().err == "gwr batch: --format parquet needs pyarrow: pip install 'gwr-converter[export]'\n"
    assert not (tmp_path / "out").exists()


def test_a_run_that_stops_says_so(tmp_path: Path) -> None:
    """--stop leaves inputs; the same command, however a folder is written, goes on with them."""
    folder = inputs(tmp_path / "in", 4)
    (folder / "r000.txt").write_bytes(b"")
    arguments = ("-o", tmp_path / "out", "-j", "1", "--shard-size", "1")
    stopped = batch(folder, *arguments, "--stop")
    assert (stopped.returncode, stopped.stderr.splitlines()[0]) == (3, "gwr batch: stopped, as --stop asks; 3 of 4 inputs are left")
    assert batch(f"{folder}/", *arguments).returncode == 3
    assert [row["outcome"] for row in manifest(tmp_path / "out")] == ["unreadable", *["converted"] * 3]


def test_a_run_below_a_folder_that_is_read_back(tmp_path: Path) -> None:
    """Its manifest is no document, however deep it lies; a file of that name which no run wrote is one."""
    assert batch(inputs(tmp_path / "in", 1), "-o", tmp_path / "all" / "out").returncode == 0
    (tmp_path / "all" / "manifest.ndjson").write_text("{}\n", "utf-8")
    found = [path.relative_to(tmp_path / "all").as_posix() for path in documents_in(tmp_path / "all", deep=True)]
    assert found == ["manifest.ndjson", "out/r000.json"]
