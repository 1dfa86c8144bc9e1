"""The README does not lie: its input, its output and its commands are those of the program."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from converter.pipeline import convert
from converter.writing.documents import dumps

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SEED = ROOT / "seeds" / "002_fa97d507ddd9a17d.txt"


def blocks(language: str) -> list[str]:
    """The fenced blocks in this language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


def part_of(part: Any, whole: Any) -> bool:
    """Whether the excerpt is true of the document: fields and members may be left out, nothing may differ."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and part_of(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and part and isinstance(part[0], dict):
        return isinstance(whole, list) and all(any(part_of(one, other) for other in whole) for one in part)
    return bool(part == whole)


def test_input_is_real() -> None:
    """The input shown is how the seed begins."""
    assert SEED.read_text("utf-8").startswith(blocks("text")[0])


def test_output_is_real() -> None:
    """The output shown is part of what the conversion gives."""
    document = json.loads(dumps(convert(SEED.read_bytes(), SEED.name)))
    excerpt = json.loads(blocks("json")[0])
    assert [key for key, value in excerpt.items() if not part_of(value, document[key])] == []


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("gwr ")])
def test_gwr_commands_run(command: str, tmp_path: Path) -> None:
    """Every command ends with 0, with the seeds at hand and documents in out/."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    out = tmp_path / "out"
    out.mkdir()
    for seed in (ROOT / "seeds").glob("*.txt"):
        (out / f"{seed.stem}.json").write_text(dumps(convert(seed.read_bytes(), seed.name)), "utf-8")
    program = tmp_path / "bin" / "gwr"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m converter "$@"\n', "utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:300] if done.returncode else "") == (0, ""), done.stderr


@pytest.mark.parametrize("command", [line for line in COMMANDS if not line.startswith("gwr ")])
def test_other_commands_run_in_ci(command: str) -> None:
    """What is no call of gwr is a target of the Makefile that .ci/run calls."""
    make, target = command.split()
    assert make == "make"
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert f"make {target}\n" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_python_example_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The example in Python prints what it says."""
    monkeypatch.chdir(ROOT)
    exec(compile(blocks("python")[0], "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("2025年沈阳市铁西区人民政府工作报告 ")


def test_links_lead_somewhere() -> None:
    """Every relative link of the README names a file."""
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_exit_codes_are_those_of_the_program() -> None:
    """The table of exit codes names all that the program knows."""
    from converter.cli import exits

    known = {value for value in vars(exits).values() if isinstance(value, int)}
    assert {int(code) for row in re.findall(r"^\| (\d[\d, ]*) \|", README, re.M) for code in row.split(", ")} == known
