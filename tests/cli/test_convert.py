"""gwr convert."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from converter.models.document import Document
from converter.reading.limits import LIMITS
from converter.reading.source import Unreadable
from tests.cli.conftest import Run


def test_one_input_prints_its_document(run: Run) -> None:
    """Standard output is one JSON document and nothing else; standard error is silent."""
    Path("report.txt").write_text("各位代表:", "utf-8")
    ended = run("convert", "report.txt")
    assert json.loads(ended.out)["source"]["name"] == "report.txt"
    assert ended.out.count(b"\n") > 10
    assert (ended.code, ended.err) == (0, "")


def test_compact_is_one_line(run: Run) -> None:
    """--compact prints the same document on one line."""
    Path("report.txt").write_text("各位代表:", "utf-8")
    compact = run("convert", "--compact", "report.txt").out
    assert compact.count(b"\n") == 1
    assert json.loads(compact) == json.loads(run("convert", "report.txt").out)


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads standard input, whatever its bytes; the document says so."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"abc\xff")))
    source = json.loads(run("convert", "-").out)["source"]
    assert (source["name"], source["text"]) == ("stdin", "abc\ufffd")


def test_no_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard input is closed, `-` is an empty input."""
    monkeypatch.setattr("sys.stdin", None)
    ended = run("convert", "-")
    assert (ended.code, ended.err) == (3, "standard input: is empty\n")


def test_several_inputs_print_one_document_a_line(run: Run) -> None:
    """Without -o several inputs give NDJSON, in the order they were named."""
    for name in "ab":
        Path(f"{name}.txt").write_text(name, "utf-8")
    lines = run("convert", "b.txt", "a.txt").out.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["b.txt", "a.txt"]


def test_output_folder(run: Run) -> None:
    """-o makes the folder and writes NAME.json for each input; standard output stays empty."""
    for name in ("a.txt", "b.c.html"):
        Path(name).write_text(name, "utf-8")
    ended = run("convert", "a.txt", "b.c.html", "-o", "out/deep")
    assert sorted(os.listdir("out/deep")) == ["a.json", "b.c.json"]
    others = "not government work reports by their document_type: 2"
    assert (ended.code, ended.out, ended.err.splitlines()) == (0, b"", ["2 of 2 converted, written to out/deep", others])


def test_reports_are_not_counted_as_others(run: Run) -> None:
    """Nothing is said of documents that are reports."""
    Path("a.txt").write_text("2016年临江县政府工作报告\n各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。", "utf-8")
    assert run("convert", "a.txt", "-o", "out").err.splitlines() == ["1 of 1 converted, written to out"]


def test_a_failed_input_does_not_stop_the_others(run: Run) -> None:
    """What cannot be read is named in one line with the reason; the rest is converted; the exit code is 3."""
    Path("good.txt").write_text("a", "utf-8")
    Path("empty.txt").touch()
    Path("folder").mkdir()
    ended = run("convert", "missing.txt", "empty.txt", "folder", "good.txt", "-o", "out")
    assert os.listdir("out") == ["good.json"]
    assert ended.code == 3
    assert ended.err.splitlines() == [
        "missing.txt: no such file",
        "empty.txt: is empty",
        "folder: is a folder; gwr batch folder -o DIR converts it",
        "1 of 4 converted, written to out",
        "not government work reports by their document_type: 1",
    ]


def test_no_permission(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is named like any other failed input."""

    def refuse(path: Path, mode: str) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    Path("secret.txt").touch()
    monkeypatch.setattr(Path, "open", refuse)
    ended = run("convert", "secret.txt")
    assert (ended.code, ended.out, ended.err) == (3, b"", "secret.txt: no permission to read it\n")


def test_our_own_failure_is_one_line(run: Run) -> None:
    """A failure of gwr names the input and the error in one line, goes on, and ends with 4."""
    Path("bad.txt").write_text("boom", "utf-8")
    Path("good.txt").write_text("a", "utf-8")
    ended = run("convert", "missing.txt", "bad.txt", "good.txt", "-o", "out")
    assert ended.code == 4
    assert ended.err.splitlines()[1].startswith("bad.txt: failure of gwr, please report it: RuntimeError: first line (")
    assert os.listdir("out") == ["good.json"]


def test_debug_shows_the_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """GWR_DEBUG=1 prints the traceback in front of that line."""
    monkeypatch.setenv("GWR_DEBUG", "1")
    Path("bad.txt").write_text("boom", "utf-8")
    assert "Traceback" in run("convert", "bad.txt").err


def test_interrupt(run: Run) -> None:
    """Ctrl-C ends with 130, one line, and nothing half-written."""
    Path("a.txt").write_text("interrupt", "utf-8")
    ended = run("convert", "a.txt", "-o", "out")
    assert (ended.code, ended.err, os.listdir("out")) == (130, "gwr: interrupted\n", [])


@pytest.mark.parametrize("arguments", [["x/a.txt", "y/a.txt"], ["x/a.txt", "x/a.html"], ["x/a.txt", "x/a.txt"], ["x/a.txt", "y/A.txt"]])
def test_two_inputs_of_one_name(run: Run, arguments: list[str]) -> None:
    """Where two documents would be one file, nothing is converted and the message names both inputs."""
    ended = run("convert", *arguments, "-o", "out")
    assert ended.code == 2
    assert all(name in ended.err for name in arguments)
    assert not Path("out").exists()


def test_an_input_is_never_overwritten(run: Run) -> None:
    """A document that would land on its own input is refused."""
    Path("a.json").write_text("各位代表", "utf-8")
    ended = run("convert", "a.json", "-o", ".")
    assert ended.code == 2
    assert Path("a.json").read_text("utf-8") == "各位代表"


def test_output_is_a_file(run: Run) -> None:
    """-o that names a file is a usage error, said before anything is read."""
    Path("out").touch()
    ended = run("convert", "a.txt", "-o", "out")
    assert (ended.code, ended.err) == (2, "gwr convert: cannot write to out: it is a file\n")


def test_a_second_run_replaces_the_first(run: Run) -> None:
    """Converting again writes the same file again, and leaves nothing beside it."""
    for text in ("one", "two"):
        Path("a.txt").write_text(text, "utf-8")
        run("convert", "a.txt", "-o", "out")
    assert os.listdir("out") == ["a.json"]
    assert json.loads(Path("out/a.json").read_text("utf-8"))["source"]["text"] == "two"


def test_where_it_was_fetched(run: Run) -> None:
    """--url and --retrieved-at go into the document of the one input."""
    Path("a.txt").write_text("a", "utf-8")
    source = json.loads(run("convert", "a.txt", "--url", "http://a.example/", "--retrieved-at", "2025-01-01").out)["source"]
    assert (source["url"], source["retrieved_at"]) == ("http://a.example/", "2025-01-01")


def test_one_url_for_several_inputs(run: Run) -> None:
    """One --url cannot be that of two inputs."""
    assert run("convert", "a.txt", "b.txt", "--url", "http://a.example/").code == 2


def test_escape_characters_in_names(run: Run) -> None:
    """A file name cannot make the terminal do things: control characters and direction marks are written as escapes."""
    ended = run("convert", "\x1b[2J\n\u202eevil.txt")
    assert ended.err == "\\x1b[2J\\n\\u202eevil.txt: no such file\n"


def test_a_name_that_is_no_text(run: Run) -> None:
    """A file name in another encoding is no obstacle; the document shows it with U+FFFD."""
    Path(os.fsdecode(b"\xb1\xa8.txt")).write_text("a", "utf-8")
    assert json.loads(run("convert", os.fsdecode(b"\xb1\xa8.txt")).out)["source"]["name"].endswith("\ufffd.txt")
    assert run("convert", os.fsdecode(b"\xb1\xa9.txt")).err == "\\udcb1\\udca9.txt: no such file\n"


def test_the_name_is_said_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers put the file's name in front of their reason; the message names the input as it was called, once."""

    def refuse(_: bytes, name: str, **__: object) -> Document:
        raise Unreadable(f"{name}: a page without text")

    monkeypatch.setattr(sys.modules["converter.pipeline"], "convert", refuse)
    Path("folder").mkdir()
    Path("folder/a.html").touch()
    assert run("convert", "folder/a.html").err == "folder/a.html: a page without text\n"


def test_too_large(run: Run) -> None:
    """A file above the limit is refused by its size, before it is read."""
    with Path("large.txt").open("wb") as file:
        file.truncate(LIMITS.input_bytes + 1)
    ended = run("convert", "large.txt")
    assert ended.code == 3
    assert "more than the limit of" in ended.err
