"""Help, usage, and what must not be imported for them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from converter import __version__
from converter.cli.app import program
from converter.models.published import SCHEMA_ID
from tests.cli.conftest import Run

COMMANDS = ["convert", "check", "restore", "text", "schema", "view", "show"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_by_example(run: Run, command: str) -> None:
    """The help of every command shows how it is called."""
    ended = run(command, "--help")
    assert ended.code == 0
    assert f"\n  gwr {command} ".encode() in ended.out


def test_help_names_the_commands_and_the_exit_codes(run: Run) -> None:
    """gwr --help lists every command and says what the exit codes mean."""
    out = run("--help").out.decode()
    assert all(f"\n  {command} " in out for command in COMMANDS)
    assert "Exit codes: 0" in out


@pytest.mark.parametrize("arguments", [[], ["convert"], ["nonsense"], ["convert", "--nonsense", "a.txt"], ["restore", "a", "b"]])
def test_usage(run: Run, arguments: list[str]) -> None:
    """A call that cannot be meant ends with 2 and prints nothing to standard output but help."""
    assert run(*arguments).code == 2


def test_one_command_is_made_alone_where_the_first_argument_names_it(run: Run) -> None:
    """Help of the program shows all of them, whatever comes behind."""
    assert [*program(["convert"]).commands] == ["convert"]
    assert len(program(["--help"]).commands) == len(program(["nonsense"]).commands) == len(program().commands) > 10
    assert run("--help", "convert").out == run("--help").out


def test_version(run: Run) -> None:
    """gwr --version prints the version, alone on its line; then what gwr is built on, each with its version."""
    first, *rest = run("--version").out.decode().splitlines()
    assert first == f"gwr {__version__}"
    named = {line.split(" ", 1)[0] for line in rest}
    assert named >= {"schema", "lexicons", "python", "lxml", "pydantic", "pyyaml", "duckdb"}
    assert not named & {"pytest", "gwr-converter"}


def test_schema(run: Run) -> None:
    """gwr schema prints the published schema."""
    assert json.loads(run("schema").out)["$id"] == SCHEMA_ID


def test_help_imports_nothing_heavy() -> None:
    """Help comes at once: what the commands need is imported when they run."""
    code = (
        "import sys; from converter.cli import main; code = main(['--help']); "
        "heavy = {'pydantic', 'lxml', 'bs4', 'yaml', 'jsonschema', 'jsonschema_rs', 'rich'} & set(sys.modules); "
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
