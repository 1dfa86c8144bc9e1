"""[tool.gwr] in pyproject.toml, and completion for shells."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli import main, settings
from converter.cli.app import program
from tests.adding.test_own import TEXT, WORDS

PACKAGE = Path(__file__).parents[2] / "converter"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a report in a folder below, where the commands run."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "report.txt").write_text(TEXT, "utf-8")
    (tmp_path / "own words.yaml").write_text(WORDS, "utf-8")
    monkeypatch.chdir(tmp_path / "reports")
    return tmp_path


def settle(project: Path, text: str) -> None:
    """Write the settings."""
    (project / "pyproject.toml").write_text(text, "utf-8")


def test_for_every_command(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """An option in [tool.gwr] holds for every command that has it; files are named from where the table lies."""
    settle(project, '[project]\nname = "x"\n[tool.gwr]\nlexicon = ["own words.yaml"]\noffsets = "utf16"\n')
    assert main(["convert", "report.txt"]) == 0
    made = json.loads(capfd.readouterr().out)
    assert (made["producer"]["own_lexicons"][0]["name"], made["source"]["offsets"]) == ("某站", "utf16")
    assert main(["text", "--clean", "report.txt"]) == 0


def test_for_one_command(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """[tool.gwr.COMMAND] holds for that command, and goes before what holds for all."""
    settle(project, '[tool.gwr]\nquiet = false\n[tool.gwr.convert]\noutput = "out"\nquiet = true\n[tool.gwr.check]\nfail-on = "warning"\n')
    assert main(["convert", "report.txt"]) == 0
    assert capfd.readouterr().err == ""
    assert (project / "out" / "report.json").exists()
    assert main(["check", "report.txt"]) == 1


def test_the_call_goes_before(project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line goes before the environment, and that before the table."""
    settle(project, '[tool.gwr]\noffsets = "utf16"\n')
    monkeypatch.setenv("GWR_OFFSETS", "code_points")
    assert main(["convert", "report.txt"]) == 0
    assert "offsets" not in json.loads(capfd.readouterr().out)["source"]
    assert main(["convert", "report.txt", "--offsets", "utf16"]) == 0
    assert json.loads(capfd.readouterr().out)["source"]["offsets"] == "utf16"


def test_the_page(project: Path) -> None:
    """The table that docs/settings.md shows is one, and every variable it names is looked at."""
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")
    settle(project, re.findall(r"^```toml\n(.*?)^```", page, re.M | re.S)[0])
    given = settings.defaults(program, project / "reports")
    assert given["check"] == {"lexicon": [str(project / "words.yaml")], "fail_on": "warning", "baseline": str(project / "known.json")}
    assert given["convert"]["offsets"] == "utf16"
    named = set(re.findall(r"`(GWR_\w+)`", page))
    used = {name for path in PACKAGE.rglob("*.py") for name in re.findall(r'"(GWR_[A-Z]+)"', path.read_text("utf-8"))}
    assert named == used


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.gwr]\nlexcion = []\n", "[tool.gwr] does not know 'lexcion'; it knows "),
        ("[tool.gwr.convert]\nwide = true\n", "[tool.gwr] does not know 'wide'; it knows compact,"),
        ("[tool.gwr]\nconvert = 3\n", "[tool.gwr.convert] is a table"),
        ("[tool.gwr\n", "no TOML: "),
        ("[tool.gwr]\na = " + "[" * 100_000, "no TOML: "),
    ],
)
def test_a_wrong_table(project: Path, capfd: pytest.CaptureFixture[str], text: str, said: str) -> None:
    """Named with its file, in one line; nothing is converted."""
    settle(project, text)
    assert main(["convert", "report.txt"]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"{project / 'pyproject.toml'}: {said}")


def test_a_wrong_value(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As on the command line."""
    settle(project, '[tool.gwr]\noffsets = "utf8"\n')
    assert main(["convert", "report.txt"]) == 2
    assert "utf8" in capfd.readouterr().err


def test_another_project_s_file(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A pyproject.toml without the table says nothing, whatever else is in it."""
    settle(project, "[tool.ruff\n")
    assert main(["convert", "report.txt"]) == 0


@pytest.mark.parametrize(
    ("shell", "mark"), [("bash", "complete "), ("zsh", "#compdef gwr"), ("fish", "complete "), ("powershell", "Register")]
)
def test_completion(shell: str, mark: str) -> None:
    """Each shell gets a script, and the script asks for the words that fit."""
    start = {**os.environ, "_GWR_COMPLETE": f"source_{shell}", "PYTHONIOENCODING": "utf-8"}
    told = subprocess.run([sys.executable, "-m", "converter"], env=start, capture_output=True, text=True, check=False)
    assert mark in told.stdout
    words = {**os.environ, "_GWR_COMPLETE": "complete_bash", "COMP_WORDS": "gwr co", "COMP_CWORD": "1"}
    told = subprocess.run([sys.executable, "-m", "converter"], env=words, capture_output=True, text=True, check=False)
    assert told.stdout.split() == ["convert", "correct"]


@pytest.mark.parametrize("value", ["[1]", "{a = 1}", "5"])
def test_a_value_of_another_kind(project: Path, capfd: pytest.CaptureFixture[str], value: str) -> None:
    """It is named with the file, and so is what has no single value; one file needs no brackets."""
    settle(project, f"[tool.gwr]\nlexicon = {value}\n")
    assert main(["convert", "report.txt"]) == 2
    assert "pyproject.toml: [tool.gwr] lexicon: " in capfd.readouterr().err
    settle(project, "[tool.gwr]\noffsets = [1]\n")
    assert main(["convert", "report.txt"]) == 2
    assert "offsets: [1] is neither text nor a number" in capfd.readouterr().err
    settle(project, '[tool.gwr]\nlexicon = "own words.yaml"\n')
    assert main(["convert", "report.txt"]) == 0
