"""The help of export, panel and plot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli import main


@pytest.mark.parametrize("command", ["export", "panel", "plot"])
def test_help_teaches_by_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The help of every command shows how it is called."""
    assert main([command, "--help"]) == 0
    assert f"\n  gwr {command} " in capsys.readouterr().out


def test_help_imports_nothing_heavy() -> None:
    """What the commands need is imported when they run."""
    code = (
        "import sys; from converter.cli import main; code = main(['export', '--help']); "
        "heavy = {'pyarrow', 'duckdb', 'pandas', 'matplotlib', 'xlsxwriter', 'yaml'} & set(sys.modules); "
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["out.csv", "out.ndjson", "out.sqlite", "out"])
def test_without_the_extra(name: str, tmp_path: Path) -> None:
    """CSV, NDJSON, SQLite and a folder of CSV need no library; the others say which one they miss."""
    code = (
        "import sys\n"
        "for name in ('pyarrow', 'duckdb', 'pandas', 'xlsxwriter', 'matplotlib'): sys.modules[name] = None\n"
        "from converter.cli import main\n"
        "from tests.writing.samples import EVERY, save\nfrom pathlib import Path\n"
        f"folder = Path({str(tmp_path)!r}); paths = save(folder, EVERY)\n"
        f"assert main(['export', *paths, '-o', str(folder / {name!r})]) == 0\n"
        "assert main(['export', *paths, '-o', str(folder / 'out.parquet')]) == 4\n"
        "assert main(['panel', *paths, '-o', str(folder / 'panel.csv')]) == 0\n"
        "assert main(['plot', str(folder / 'panel.csv'), '-o', str(folder / 'one.svg')]) in (1, 4)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "pip install 'gwr-converter[export]'" in done.stderr
