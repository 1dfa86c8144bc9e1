"""The pre-commit hook and the action, run as their runners would, in a throwaway repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "contract" / "valid" / "county.json"
BAD = ROOT / "tests" / "contract" / "invalid" / "GWR141_value.json"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A Git repository with a good report, and `gwr` on the path."""
    home = tmp_path / "reports"
    home.mkdir()
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "gwr").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m converter "$@"\n', "utf-8")
    (tools / "gwr").chmod(0o755)
    shutil.copy(GOOD, home / "good.json")
    subprocess.run(["git", "init", "--quiet", str(home)], check=True)
    return home


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment with gwr first on the path."""
    return {**os.environ, "PATH": f"{home.parent / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), **more}


def act(home: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the steps of action.yml with these inputs, as a runner does: expressions filled in, bash -eo pipefail."""
    action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    inputs = {name: str(one.get("default", "")) for name, one in action["inputs"].items()} | given
    ended = None
    for step in action["runs"]["steps"]:
        if "install" in step.get("if", "") and inputs["install"] == "":
            continue
        filled = {key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: inputs[m[1]], value) for key, value in step["env"].items()}
        assert "${{" not in step["run"], "inputs are never pasted into the script"
        summary = str(home / "summary.md")
        ended = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=home, env=environment(home, GITHUB_STEP_SUMMARY=summary, **filled), capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert ended is not None
    return ended


def test_action_passes_and_fails(repository: Path) -> None:
    """Good documents pass; a bad one fails the step, is annotated, and stands in the step's summary."""
    assert act(repository, files="**/*.json", install="").returncode == 0
    shutil.copy(BAD, repository / "bad.json")
    ended = act(repository, files="**/*.json", install="")
    assert ended.returncode == 1
    assert ended.stdout.startswith("::error file=bad.json,title=GWR141::")
    assert "GWR141" in (repository / "summary.md").read_text("utf-8")


def test_action_options(repository: Path) -> None:
    """What fails can be chosen, SARIF goes to a file, no match is no failure, and a file name is no command."""
    shutil.copy(BAD, repository / "bad.json")
    assert act(repository, files="*.json", install="", **{"fail-on": "never"}).returncode == 0
    assert act(repository, files="*.json", install="", format="sarif", output="gwr.sarif").returncode == 1
    assert '"version": "2.1.0"' in (repository / "gwr.sarif").read_text("utf-8")
    assert "no file matches" in act(repository, files="nothing/*.json", install="").stdout
    act(repository, files="$(touch run) `touch run`;touch run", install="")
    assert not (repository / "run").exists()


def hook(name: str) -> dict[str, Any]:
    """One hook of .pre-commit-hooks.yaml."""
    hooks: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return next(one for one in hooks if one["id"] == name)


def commit(home: Path) -> int:
    """Run the hook's entry on what is staged, as the runner does: the files that match, behind the entry."""
    given = hook("gwr-check")
    subprocess.run(["git", "add", "-A"], cwd=home, check=True)
    staged = subprocess.run(["git", "diff", "--cached", "--name-only"], cwd=home, capture_output=True, text=True, check=True).stdout.split()
    files = [name for name in staged if re.search(given["files"], name)]
    return subprocess.run([*given["entry"].split(), *files], cwd=home, env=environment(home), capture_output=True, check=False).returncode


def test_hook_passes_and_fails(repository: Path) -> None:
    """A commit of good documents passes, one with a bad document does not; other files are none of its business."""
    (repository / "notes.md").write_text("no report", "utf-8")
    assert commit(repository) == 0
    shutil.copy(BAD, repository / "bad.json")
    assert commit(repository) == 1


def test_workflow_uses_the_action() -> None:
    """The example workflow names inputs that the action has."""
    flow = yaml.safe_load((ROOT / "docs" / "examples" / "check-reports.yml").read_text("utf-8"))
    step = flow["jobs"]["gwr"]["steps"][-1]
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert set(step["with"]) <= set(action["inputs"])
