"""What commands take for what: folders, arrays, documents where raw reports are meant, and what lies beside a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter.cli import main
from tests.cli.conftest import Ended, Run
from tests.minimal import minimal

TEXT = "某某市2024年政府工作报告\n各位代表:\n我代表市政府向大会报告工作,请予审议。\n一、2023年工作回顾\n全市地区生产总值增长6%。\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """The commands as they are, in a folder of their own."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Ended:
        code = main(arguments)
        said = capfd.readouterr()
        return Ended(code, said.out.encode(), said.err)

    return call


def documents(count: int) -> list[dict[str, object]]:
    """Documents that differ in their ids."""
    made = json.loads(minimal().model_dump_json())
    return [made | {"id": f"x-x-{number:012x}"} for number in range(count)]


@pytest.fixture
def report(run: Run) -> str:
    """A raw report, with what people say of it."""
    Path("a.txt").write_text(TEXT, "utf-8")
    Path("a.corrections.yaml").write_text("author: 王明\ncorrections:\n  - set: title\n    value: 另一标题\n    reason: 试\n", "utf-8")
    return "a.txt"


@pytest.mark.parametrize("command", ["show", "diff", "text --clean", "check", "view"])
def test_corrections_hold_for_every_conversion(run: Run, report: str, command: str) -> None:
    """Whoever converts a report to look at it sees what `gwr convert` writes."""
    assert run("convert", report, "-o", "out").code == 0
    ended = run(*command.split(), *(["out/a.json"] if command == "diff" else []), report)
    assert ended.code == 0
    if command == "diff":
        assert ended.out == b""
    elif command != "check":
        assert "另一标题" in ended.out.decode()


def test_a_correction_that_no_longer_fits_is_a_finding(run: Run, report: str) -> None:
    """`gwr check` of a raw report says so, as of its document."""
    Path("a.corrections.yaml").write_text("author: 王明\ncorrections:\n  - line: 没有\n    fate: body\n    reason: 试\n", "utf-8")
    ended = run("check", report)
    assert (ended.code, b"GWR051" in ended.out) == (1, True)


@pytest.mark.parametrize("form", ["{}", "[{}]", "\ufeff{}", "{}\n{}"])
def test_a_document_is_no_raw_report(run: Run, form: str) -> None:
    """Who names out/* instead of reports/* is told. Other JSON is a text like others, a report that speaks of one too."""
    made = json.dumps(documents(1)[0])
    Path("a.json").write_text(form.replace("{}", made), "utf-8")
    ended = run("convert", "a.json")
    assert (ended.code, ended.err) == (3, "a.json: a document of gwr, no raw report; gwr show, check and export take it\n")
    Path("b.json").write_text('{"title": "政府工作报告", "schema_version": "1"}', "utf-8")
    Path("c.txt").write_text(TEXT + made, "utf-8")
    assert run("convert", "b.json", "c.txt").code == 0


def test_the_text_of_a_document(run: Run, report: str) -> None:
    """That of the raw report, not the JSON that carries it."""
    run("convert", report, "-o", "out")
    assert run("text", "out/a.json").out.decode() == TEXT


def test_an_array_of_documents(run: Run) -> None:
    """`jq -s .` makes one of lines: every command that takes several takes it, the others say that it holds several."""
    Path("all.json").write_text(json.dumps(documents(2)), "utf-8")
    assert run("export", "all.json", "-o", "t.csv", "--table", "reports").err == "2 documents, written to t.csv\n"
    assert run("show", "all.json").code == 0
    assert "holds several documents" in run("restore", "all.json").err
    Path("one.json").write_text(json.dumps(documents(1)), "utf-8")
    assert run("export", "one.json", "-o", "o.csv", "--table", "reports").err == "1 document, written to o.csv\n"


def test_folders(run: Run, report: str) -> None:
    """`check` and `show` take the documents in one; `check` the raw reports where there are none. An empty one is not taken for good."""
    Path("out").mkdir()
    for number, one in enumerate(documents(2)):
        Path("out", f"{number}.json").write_text(json.dumps(one | ({"sections": []} if number else {})), "utf-8")
    assert b"out/1.json#/sections: error GWR115" in run("check", "out").out
    assert run("show", "out").out.count("╭".encode()) == 2
    Path("raw").mkdir()
    Path("raw", "b.txt").write_text(TEXT, "utf-8")
    Path("raw", "c.txt").write_bytes(b"")
    ended = run("check", "raw")
    assert (ended.code, ended.err) == (3, "raw/c.txt: the input is empty\n")
    Path("empty").mkdir()
    assert run("check", "empty").code == 3
    assert (run("show", "empty").code, run("show", "empty").err) == (3, "gwr show: there is no document to show\n")


def test_a_version_that_cannot_be_shown(run: Run) -> None:
    """The message names both versions."""
    Path("a.json").write_text(json.dumps(documents(1)[0] | {"schema_version": "1.4.0"}), "utf-8")
    assert run("show", "a.json").err == "a.json: is of schema version 1.4.0; this gwr reads 1.0.0\n"


def test_a_baseline_is_not_written_over_what_is_checked(run: Run, report: str) -> None:
    """The raw report would be gone."""
    ended = run("check", report, "--write-baseline", "./a.txt")
    assert (ended.code, ended.err) == (2, "gwr check: a.txt would be written over what is read\n")
    assert Path(report).read_text("utf-8") == TEXT


def test_a_baseline_that_is_brought_up_to_date(run: Run) -> None:
    """What was accepted and is found again stays accepted."""
    Path("bad.json").write_text(json.dumps(documents(1)[0] | {"sections": []}), "utf-8")
    run("check", "bad.json", "--write-baseline", "known.json")
    assert "0 findings" not in run("check", "bad.json", "--baseline", "known.json", "--write-baseline", "known.json").err
    assert run("check", "bad.json", "--baseline", "known.json").code == 0


@pytest.mark.parametrize(("named", "said"), [("", "no such file"), ("https://example.org/a.html", "is an address; fetch it first")])
def test_what_is_no_file(run: Run, named: str, said: str) -> None:
    """An empty name is not this folder, and gwr fetches nothing."""
    ended = run("convert", named)
    assert (ended.code, ended.err) == (3, f"{named}: {said}\n")


@pytest.mark.parametrize("command", ["convert", "join", "batch"])
def test_a_file_where_a_folder_is_taken(run: Run, report: str, command: str) -> None:
    """Other programs take a file behind -o: nobody wants page.json in a folder page.json. One that is there may be called so."""
    ended = run(command, report, "-o", "page.json")
    assert (ended.code, ended.err.startswith(f"gwr {command}: -o takes a folder"), Path("page.json").exists()) == (2, True, False)
    Path("page.json").mkdir()
    assert run(command, report, "-o", "page.json").code == 0


def test_a_folder_where_files_are_taken(run: Run) -> None:
    """What converts it is named."""
    Path("in").mkdir()
    ended = run("convert", "in")
    assert (ended.code, ended.err) == (3, "in: is a folder; gwr batch in -o DIR converts it\n")


def test_a_folder_that_may_not_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an input that cannot be read, not an output that cannot be written."""
    Path("closed").mkdir()

    def refused(self: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", refused)
    assert [run(command, "closed").code for command in ("review", "check")] == [3, 3]


def test_a_folder_that_was_removed(run: Run, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the command runs in a folder that is no longer there it has no settings, and does what it can."""
    path = str(Path(report).resolve())
    monkeypatch.setattr(Path, "cwd", lambda: (_ for _ in ()).throw(FileNotFoundError))
    assert run("convert", path).code == 0
