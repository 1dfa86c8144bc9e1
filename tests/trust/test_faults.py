"""Processes killed, disks full, folders closed, files that change: outputs are whole or absent, and the exit code is a documented one."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.invariants import lawful
from tests.trust.programs import ENVIRONMENT, GWR, SEEDS, gwr, one_line

LARGE = "".join(path.read_text("utf-8-sig") for path in SEEDS) * 8


def started(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """A command that runs on."""
    return subprocess.Popen([*GWR, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)


def copies(folder: Path, count: int) -> list[Path]:
    """Seeds under many names."""
    made = [folder / f"{n}.txt" for n in range(count)]
    for n, path in enumerate(made):
        path.write_bytes(SEEDS[n % len(SEEDS)].read_bytes())
    return made


@pytest.mark.parametrize("seed", range(4))
def test_killed_while_writing(seed: int, tmp_path: Path) -> None:
    """kill -9 at some moment: every document that has its name is whole; the next run writes them all, whatever was left."""
    inputs, out = copies(tmp_path, 25), tmp_path / "out"
    process = started("convert", *inputs, "-o", out)
    deadline = time.monotonic() + 60
    while not (out.is_dir() and any(out.iterdir())) and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.0005)
    time.sleep(Random(seed).random() * 0.3 if seed else 0)  # the first is killed as soon as there is anything
    process.kill()
    process.communicate()
    for path in out.glob("*.json"):
        assert lawful(json.loads(path.read_bytes())) == ()
    assert gwr("convert", *inputs, "-o", out).returncode == 0
    assert len(list(out.glob("*.json"))) == len(inputs)


def test_a_draft_left_by_a_dead_process_is_in_nobodys_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process killed while writing leaves a draft; one with the same number (in a container always 1) writes all the same."""
    from converter.writing.files import write_whole

    monkeypatch.setattr(os, "getpid", lambda: 1)
    (tmp_path / ".a.json.1.part").write_bytes(b"left")
    write_whole(tmp_path / "a.json", b"whole")
    assert (tmp_path / "a.json").read_bytes() == b"whole"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kilobytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("needs the right to mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("command", ["convert", "export", "view"])
def test_a_full_disk(command: str, small_disk: Path, tmp_path: Path) -> None:
    """A real file system that is too small: one line, exit code 4, and nothing on it, neither output nor draft."""
    if command == "convert":
        done = gwr("convert", SEEDS[2], "-o", small_disk)
    else:
        pytest.importorskip("jinja2")
        document = tmp_path / "d.json"
        document.write_bytes(gwr("convert", SEEDS[2]).stdout)
        pytest.importorskip("pyarrow")
        done = gwr(command, document, "-o", small_disk / ("o.sqlite" if command == "export" else "o.html"))
    assert done.returncode == 4, done.stderr
    assert re.search("No space left on device|disk is full", done.stderr.decode())
    assert b"Traceback" not in done.stderr
    assert [path.name for path in small_disk.iterdir()] == []


def test_the_disk_is_full_for_one_and_not_for_the_next(small_disk: Path) -> None:
    """A document that fits is whole beside one that does not; nothing of the one that does not is left."""
    small = small_disk.parent / "small.txt"
    small.write_text("各位代表:\n经济增长5%。", "utf-8")
    done = gwr("convert", small, SEEDS[2], "-o", small_disk)
    assert done.returncode == 4
    assert [path.name for path in small_disk.iterdir()] == ["small.json"]
    assert lawful(json.loads((small_disk / "small.json").read_bytes())) == ()


def test_a_read_only_folder(small_disk: Path) -> None:
    """A file system mounted for reading only (permissions stop nobody who is root): one line, exit code 4."""
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = gwr("convert", SEEDS[0], "-o", small_disk)
    assert done.returncode == 4
    assert "Read-only file system" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"report it" not in done.stderr


def test_a_link_in_the_output_folder_is_not_followed(tmp_path: Path) -> None:
    """Where a link stands under the output's name it is replaced; what it points to stays as it is."""
    victim = tmp_path / "victim"
    victim.write_text("mine", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / f"{SEEDS[0].stem}.json").symlink_to(victim)
    assert gwr("convert", SEEDS[0], "-o", out).returncode == 0
    assert victim.read_text("utf-8") == "mine"
    assert not (out / f"{SEEDS[0].stem}.json").is_symlink()


def test_no_link_can_wait_under_a_drafts_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of a draft cannot be told beforehand, so that nothing waits there to be written through."""
    from converter.writing.export.whole import whole

    monkeypatch.setattr(os, "getpid", lambda: 1)
    victim = tmp_path / "victim"
    victim.write_text("mine", "utf-8")
    (tmp_path / ".t.csv.1.part").symlink_to(victim)
    with whole(tmp_path / "t.csv") as draft:
        draft.write_text("table", "utf-8")
    assert victim.read_text("utf-8") == "mine"
    assert (tmp_path / "t.csv").read_text("utf-8") == "table"


@pytest.mark.parametrize("whole", [True, False], ids=["replaced", "written over"])
def test_a_file_that_changes_while_it_is_read(whole: bool, tmp_path: Path) -> None:
    """Another writes the file all the time: what was read is refused (cut, empty) or becomes a document that is true to what was read."""
    path = tmp_path / "report.txt"
    texts = [seed.read_bytes() for seed in SEEDS]
    path.write_bytes(texts[0])
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            for text in texts:
                (tmp_path / "next").write_bytes(text)
                (tmp_path / "next").replace(path) if whole else path.write_bytes(text)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        ends = [gwr("convert", path) for _ in range(4)]
    finally:
        stop.set()
        writer.join()
    for done in ends:
        assert done.returncode in ((0,) if whole else (0, 3)), done.stderr
        if done.returncode == 0:
            document = json.loads(done.stdout)
            assert lawful(document) == ()
            # The seeds have no mark and end their lines with LF: the text is what the digest of the input is of, unless a piece that was
            # read ended inside a character, which is told.
            lost = [piece for piece in document["noise"] if piece["kind"] == "lost_character"]
            assert lost or document["source"]["sha256"] == sha256(document["source"]["text"].encode()).hexdigest()


@pytest.mark.parametrize("beyond", [0, 1, 2])
def test_a_file_whose_writer_has_not_ended(beyond: int, tmp_path: Path) -> None:
    """Cut behind a character the text is what the digest is of; cut inside one, the mark in its place is told as lost."""
    data = SEEDS[0].read_bytes()
    whole = data[: len(data) // 2].decode("utf-8", "ignore").encode()
    path = tmp_path / "report.txt"
    path.write_bytes(data[: len(whole) + beyond])
    document = json.loads(gwr("convert", path).stdout)
    assert lawful(document) == ()
    assert document["source"]["sha256"] == sha256(path.read_bytes()).hexdigest()
    assert document["source"]["text"] == whole.decode() + ("\ufffd" if beyond else "")
    lost = [piece["text"] for piece in document["noise"] if piece["kind"] == "lost_character"]
    assert lost == (["\ufffd"] if beyond else [])


def test_a_reader_that_has_enough() -> None:
    """`gwr convert … | head -c 10`: silent, 141."""
    process = started("convert", *SEEDS, *SEEDS)
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141
    process.stderr.close()


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C: one line, 130; the documents written so far are whole, and no draft is left."""
    out = tmp_path / "out"
    process = started("convert", *copies(tmp_path, 60), "-o", out)
    deadline = time.monotonic() + 60
    while not (out.is_dir() and any(out.glob("*.json"))) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said.decode()) == (130, "gwr: interrupted\n")
    for path in out.iterdir():
        assert path.suffix == ".json"
        assert lawful(json.loads(path.read_bytes())) == ()


def test_interrupted_at_any_moment(tmp_path: Path) -> None:
    """Ctrl-C in the middle of start-up or of a long conversion: never a traceback of ours (what comes before us is the interpreter's)."""
    path = tmp_path / "large.txt"
    path.write_text(LARGE, "utf-8")
    for delay in (0.35, 0.6, 1.0, 1.6):
        process = started("convert", path)
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert b"converter/cli" not in said, (delay, said.decode()[-300:])


def test_out_of_memory(tmp_path: Path) -> None:
    """With too little memory for an input: told in one line, or ended by a library's allocator; what is written is whole."""
    path = tmp_path / "large.txt"
    path.write_text(LARGE * 16, "utf-8")
    small = tmp_path / "small.txt"
    small.write_bytes(SEEDS[0].read_bytes())

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (140 << 20, 140 << 20))

    command = [*GWR, "convert", str(small), str(path), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, check=False, env=ENVIRONMENT, preexec_fn=bounded, timeout=300)
    # A library written in Rust says more in lines of its own, and may end the process; nothing can be said then.
    assert done.returncode in (3, 4, -signal.SIGABRT), done.stderr
    assert done.returncode < 0 or b"more memory than" in done.stderr or b"report it: Panic" in done.stderr
    assert b"converter/" not in done.stderr
    assert [one.name for one in (tmp_path / "out").iterdir()] == [f"{small.stem}.json"]
    assert lawful(json.loads((tmp_path / "out" / "small.json").read_bytes())) == ()


class PanicException(BaseException):
    """As libraries written in Rust raise it where memory ends: no Exception, so that hardly anybody catches it."""

    __module__ = "pyo3_runtime"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PanicException("no memory\nat all"), "report it: Panic"),
        (MemoryError(), "more memory than"),
        (ValueError("Error serializing to JSON: MemoryError: "), "more memory than"),
        (SystemError("error return without exception set"), "more memory than"),
        (SystemError("bad argument to internal function"), "please report it: SystemError"),
    ],
    ids=["panic", "error", "an error in other words", "an error that nobody told", "another"],
)
def test_memory_that_ends_within_a_library(
    error: BaseException, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line and 4, whatever a library makes of it; an exit goes its way. No library is to print how it came there: it would hang."""
    from converter.cli.guard import guarded

    monkeypatch.setenv("RUST_BACKTRACE", "1")

    def raises(one: BaseException) -> int:
        raise one

    assert guarded(lambda: raises(error)) == 4
    assert said in (told := capsys.readouterr().err)
    assert told.count("\n") == 1
    with pytest.raises(SystemExit):
        guarded(lambda: raises(SystemExit(7)))
    assert os.environ["RUST_BACKTRACE"] == "0"


def test_one_line_says_why(tmp_path: Path) -> None:
    """An output folder that is a file."""
    (tmp_path / "out").write_text("", "utf-8")
    assert "it is a file" in one_line(gwr("convert", SEEDS[0], "-o", tmp_path / "out"))
