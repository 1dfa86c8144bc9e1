"""A release: refused where its parts do not say the same; files with checksums that fit, the same as CI makes by a tag."""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from scripts import release

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project that is ready to be released as 1.2.3."""
    for name, text in {
        "converter/__init__.py": '__version__ = "1.2.3"\n',
        "converter/models/published.py": 'SCHEMA_VERSION: Final = "1.0.0"\n',
        "CITATION.cff": "version: 1.2.3\n",
        "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n## 1.2.3 (2025-01-01)\n\n- New.\n\n## 1.2.2\n\n- Old.\n",
        "schema/released.txt": "1.0.0 abc\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_ready(tree: Path) -> None:
    """Nothing is wrong, and the notes are what the changelog says of the version."""
    assert list(release.wrong(tree, "v1.2.3")) == []
    assert release.notes(tree, "1.2.3") == "- New."


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("converter/__init__.py", '__version__ = "1.2.4"\n', "the tag is v1.2.3, the program is 1.2.4"),
        ("CITATION.cff", "version: 1.2.2\n", "CITATION.cff is not of 1.2.3"),
        ("CHANGELOG.md", "## Unreleased\n\n- New.\n", "CHANGELOG.md has nothing under ## 1.2.3"),
        ("schema/released.txt", "", "schema 1.0.0 is not released"),
    ],
)
def test_refused(tree: Path, name: str, text: str, said: str) -> None:
    """Each part that says something else is named."""
    (tree / name).write_text(text, "utf-8")
    assert any(why.startswith(said) for why in release.wrong(tree, "v1.2.3"))


def test_this_project_says_one_version() -> None:
    """What can be right before a release is: version and citation."""
    here = release.version(ROOT)
    assert [why for why in release.wrong(ROOT, f"v{here}") if "CITATION" in why or "tag" in why] == []


@pytest.mark.slow
def test_the_files(tmp_path: Path) -> None:
    """Wheel, source archive, bill of materials, and a checksum for each; the wheel holds schema and lexicons, the archive the tests."""
    pytest.importorskip("build")
    copy = tmp_path / "copy"
    copy.mkdir()
    for part in ("converter", "schema", "scripts", "docs", "tests/scripts"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, copy / path.name)
    subprocess.run([sys.executable, "-m", "scripts.release"], cwd=copy, check=True, capture_output=True)
    dist = copy / "dist"
    listed = dict(line.split("  ")[::-1] for line in (dist / "SHA256SUMS").read_text("utf-8").splitlines())
    assert {Path(name).suffix for name in listed} == {".whl", ".gz", ".json"}
    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in dist.iterdir() if path.name != "SHA256SUMS"} == listed
    inside = ZipFile(next(dist.glob("*.whl"))).namelist()
    for name in (
        "schema/1.0.0/report.schema.json",
        "lexicons/boilerplate.yaml",
        "models/codes_zh.yaml",
        "cli/messages_zh.yaml",
        "py.typed",
    ):
        assert f"converter/{name}" in inside
    assert "own words" not in (copy / "build" / "notes.md").read_text("utf-8")
    assert "`gwr convert`" in (copy / "build" / "notes.md").read_text("utf-8")


def test_the_workflow_makes_the_same() -> None:
    """A tag runs the suite, then `make release` with the tag, and publishes all of dist/."""
    steps = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))["jobs"]["release"]["steps"]
    runs = [step["run"] for step in steps if "run" in step]
    assert runs[:2] == [".ci/run", 'make release TAG="$GITHUB_REF_NAME"']
    assert "dist/*" in runs[2]
    assert "$(PY) -m scripts.release $(if $(TAG),--tag $(TAG))" in (ROOT / "Makefile").read_text("utf-8")
