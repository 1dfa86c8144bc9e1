"""gwr correct and gwr review: the file beside a report, and which reports need one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from converter.cli import main

SEED = next((Path(__file__).parents[2] / "seeds").glob("002*"))
ENTRY = "author: 王明\ncorrections:\n  - set: speaker.name\n    value: 李大伟\n    reason: 误认\n"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A report in a file with blanks and dots in its name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "铁西 2025.1.txt").write_bytes(SEED.read_bytes())
    return "铁西 2025.1.txt"


@pytest.fixture
def beside(report: str) -> Path:
    """Where its corrections lie."""
    return Path("铁西 2025.1.corrections.yaml")


def test_the_first_time_a_file_is_written(report: str, beside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It explains itself, and corrects nothing yet."""
    assert main(["correct", report]) == 0
    assert beside.read_text("utf-8").startswith("# Corrections of 铁西 2025.1.txt.")
    assert main(["correct", report]) == 0
    assert "0 corrections applied" in capsys.readouterr().err


def test_doubts_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in doubt stands in the new file as comments."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("各位代表:\n我代表区政府报告工作,请予审议。\n一、2023年工作回顾\n全区地区生产总值增长6%。", "utf-8")
    assert main(["correct", "a.txt"]) == 0
    assert "# In doubt:\n#   GWR" in Path("a.corrections.yaml").read_text("utf-8")


def test_every_conversion_applies_them(report: str, beside: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without being asked; and a second time just so."""
    beside.write_text(ENTRY, "utf-8")
    for _ in range(2):
        assert main(["convert", report, "-o", "out"]) == 0
        document = json.loads(Path("out/铁西 2025.1.json").read_bytes())
        assert document["metadata"]["speaker"]["name"] == "李大伟"
        assert [c["author"] for c in document["corrections"]] == ["王明"]
    assert main(["check", "out/铁西 2025.1.json"]) == 0


def test_a_stale_one_is_loud(report: str, beside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The document is written, the correction named with its line, the exit code is 1."""
    beside.write_text("author: 王明\ncorrections:\n  - line: 没有\n    fate: body\n    reason: 试\n", "utf-8")
    assert main(["convert", report, "-o", "out"]) == 1
    said = capsys.readouterr().err
    assert f"{beside}:3: the correction of line 没有 was not applied" in said
    assert "1 of 1 converted" in said
    assert main(["correct", report]) == 1


def test_a_wrong_file_stops_the_conversion(report: str, beside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is converted without corrections that somebody meant to be applied."""
    beside.write_text("corrections:\n  - set: mayor\n    value: x\n    reason: x\n    author: y\n", "utf-8")
    assert main(["convert", report]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{beside}:2: no field 'mayor'" in said.err


def test_edit(report: str, beside: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The editor gets the file, then it is checked; without an editor that is said."""
    editor = Path("editor.py")
    editor.write_text(f"import sys, pathlib\npathlib.Path(sys.argv[1]).write_text({ENTRY!r}, 'utf-8')\n", "utf-8")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {editor}")
    assert main(["correct", report, "--edit"]) == 0
    assert "1 correction applied" in capsys.readouterr().err
    monkeypatch.setenv("VISUAL", "false")
    assert main(["correct", report, "--edit"]) == 4
    assert capsys.readouterr().err == "gwr correct: false: ended with 1; nothing was looked at\n"
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR", raising=False)
    assert main(["correct", report, "--edit"]) == 4


def test_standard_input_has_no_neighbour(report: str) -> None:
    """Corrections lie beside a file."""
    assert main(["correct", "-"]) == 2


def test_review(report: str, beside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The most doubtful first, with reasons; what was corrected no longer counts; what is in no doubt is not listed."""
    Path("short.txt").write_text("各位代表:\n我代表区政府报告工作,请予审议。\n一、2023年工作回顾\n全区地区生产总值增长6%。", "utf-8")
    Path("news.txt").write_text("今天天气晴朗,各地气温回升,市民外出游玩。", "utf-8")
    beside.write_text("author: 王明\ncorrections:\n  - line: 没有\n    fate: body\n    reason: 试\n", "utf-8")
    main(["convert", report, "short.txt", "news.txt", "-o", "out"])
    capsys.readouterr()
    assert main(["review", "out"]) == 0
    said = capsys.readouterr()
    rows = [row.split("\t") for row in said.out.splitlines()]
    assert sorted((row[1] for row in rows), key=len) == ["news.txt", "short.txt", report][: len(rows)]
    assert [int(row[0]) for row in rows] == sorted((int(row[0]) for row in rows), reverse=True)
    assert "GWR051" in next(row[3] for row in rows if row[1] == report)
    Path("short.corrections.yaml").write_text('author: 王明\ncorrections:\n  - set: place\n    value: "210106"\n    reason: 试\n', "utf-8")
    before = next(int(row[0]) for row in rows if row[1] == "short.txt")
    main(["convert", "short.txt", "-o", "out"])
    capsys.readouterr()
    assert main(["review", "out", "--limit", "0"]) == 0
    after = next(int(row.split("\t")[0]) for row in capsys.readouterr().out.splitlines() if "short.txt" in row)
    assert after < before
