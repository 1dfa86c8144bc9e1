"""docs/consuming.md does not lie: its examples run, in order, in a folder with documents in out/."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from converter.models.published import SCHEMA_VERSION
from converter.pipeline import convert
from converter.writing.documents import dumps

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "consuming.md").read_text("utf-8")
TYPES = "report.d.ts"


def blocks(language: str) -> list[str]:
    """The fenced blocks in this language."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.M | re.S)
    assert found
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents of the seeds in out/, and what the page's commands make of them."""
    pytest.importorskip("pyarrow", reason="the extra export is not installed")
    pytest.importorskip("matplotlib", reason="the extra plot is not installed")
    here = tmp_path_factory.mktemp("consuming")
    (here / "out").mkdir()
    for seed in (ROOT / "seeds").glob("*.txt"):
        (here / "out" / f"{seed.stem}.json").write_text(dumps(convert(seed.read_bytes(), seed.name)), "utf-8")
    for line in "".join(blocks("sh")).splitlines():
        command = [sys.executable, "-m", "converter", *line.split()[1:]]
        done = subprocess.run(command, cwd=here, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}: {done.stderr}"
    return here


@pytest.mark.parametrize("number", range(len(blocks("python"))))
def test_python(folder: Path, number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Every example prints something."""
    monkeypatch.chdir(folder)
    exec(compile(blocks("python")[number], "consuming.md", "exec"), {})
    assert capsys.readouterr().out


def test_sql(folder: Path) -> None:
    """The query finds the growth targets of the seeds."""
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect(str(folder / "reports.duckdb"), read_only=True) as database:
        found = database.execute(blocks("sql")[0]).fetchall()
    assert ("沈阳市铁西区", 2025) in {row[:2] for row in found}


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_jq(folder: Path) -> None:
    """The filter gives an object a report."""
    files = sorted(str(path) for path in (folder / "out").glob("*.json"))
    done = subprocess.run(["jq", "-c", blocks("jq")[0], *files], capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"id", "place", "targets"} == set(found[0])
    assert len(found) == len(files)


@pytest.mark.skipif(shutil.which("tsc") is None, reason="tsc is not installed")
def test_typescript(folder: Path) -> None:
    """The example passes the compiler at its strictest, and a real document has the type."""
    shutil.copy(ROOT / "schema" / SCHEMA_VERSION / TYPES, folder)
    seed = sorted((folder / "out").glob("*.json"))[0]
    document = seed.read_text("utf-8")
    checked = f'import type {{ Document }} from "./{TYPES.removesuffix(".d.ts")}";\nexport const document: Document = {document};\n'
    (folder / "example.ts").write_text(blocks("ts")[0], "utf-8")
    (folder / "document.ts").write_text(checked, "utf-8")
    command = [
        "tsc",
        "--noEmit",
        "--strict",
        "--exactOptionalPropertyTypes",
        "--target",
        "es2022",
        "--module",
        "es2022",
        "--moduleResolution",
        "bundler",
    ]
    done = subprocess.run([*command, "example.ts", "document.ts"], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_every_table_and_format_is_named() -> None:
    """The page speaks of every format."""
    from converter.writing.export.formats import SINKS

    assert all(f"`{suffix}`" in PAGE for suffix in SINKS)


def test_links_lead_somewhere() -> None:
    """Every relative link names a file."""
    links = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
