"""--lexicon: own words on the command line, and from the environment."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from converter.cli import main
from tests.adding.test_own import TEXT, WORDS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report and a lexicon."""
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(TEXT, "utf-8")
    Path("own.yaml").write_text(WORDS, "utf-8")
    return tmp_path


def ids(out: str) -> list[str]:
    """The indicators of a printed document."""
    return [one["id"] for one in json.loads(out)["indicators"]]


def test_convert(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Own words are in use for this call alone."""
    assert main(["convert", "report.txt", "--lexicon", "own.yaml"]) == 0
    assert ids(capfd.readouterr().out) == ["gdp"]
    assert main(["convert", "report.txt"]) == 0
    assert ids(capfd.readouterr().out) == []


def test_from_the_environment(folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """GWR_LEXICON names files as PATH does."""
    Path("more words.yaml").write_text("indicators: {cpi: {names: [物价总指数]}}", "utf-8")
    monkeypatch.setenv("GWR_LEXICON", os.pathsep.join(["own.yaml", "more words.yaml"]))
    assert main(["convert", "report.txt"]) == 0
    assert len(json.loads(capfd.readouterr().out)["producer"]["own_lexicons"]) == 2


@pytest.mark.parametrize("command", [["convert"], ["check"], ["text", "--clean"], ["join"], ["batch", "-o", "out"], ["correct"]])
def test_a_wrong_lexicon_stops_the_command(folder: Path, capfd: pytest.CaptureFixture[str], command: list[str]) -> None:
    """One line with file and line, exit code 2, nothing converted."""
    Path("own.yaml").write_text("chrome:\n  toolbars: [甲]\n", "utf-8")
    assert main([*command, "report.txt", "--lexicon", "own.yaml"]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("own.yaml:2: no key 'toolbars'")
    assert sorted(path.name for path in folder.iterdir()) == ["own.yaml", "report.txt"]


def test_a_lexicon_that_is_not_there(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Named as it was named."""
    assert main(["convert", "report.txt", "--lexicon", "nowhere.yaml"]) == 2
    assert capfd.readouterr().err == "nowhere.yaml: no such file\n"


def test_batch(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Workers have them too; a run goes on with the same words only."""
    assert main(["batch", "report.txt", "-o", "out", "-j", "1", "--lexicon", "own.yaml"]) == 0
    assert ids(Path("out/report.json").read_text("utf-8")) == ["gdp"]
    assert main(["batch", "report.txt", "-o", "out", "-j", "1", "--lexicon", "own.yaml"]) == 0
    Path("own.yaml").write_text(WORDS + "\n# changed\n", "utf-8")
    assert main(["batch", "report.txt", "-o", "out", "-j", "1", "--lexicon", "own.yaml"]) == 2
    assert "holds a run with other lexicons" in capfd.readouterr().err
