"""A folder is a Data Package v2 that others can validate."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from converter.cli import main
from converter.writing.export.tables import TABLES
from tests.writing.samples import COMPILATION, awkward, save


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of two documents."""
    assert main(["export", *save(tmp_path, awkward(), COMPILATION), "-o", str(tmp_path / "package")]) == 0
    return tmp_path / "package"


def test_frictionless_finds_nothing(package: Path) -> None:
    """Types, required cells, primary and foreign keys hold for every row."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(package / "datapackage.json"))
    assert report.flatten(["taskId", "rowNumber", "fieldName", "note"]) == []
    assert report.valid


def test_descriptor(package: Path) -> None:
    """Names the profile, and for each table its file, size, digest, keys and missing values."""
    made = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert made["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [r["name"] for r in made["resources"]] == [t.name for t in TABLES]
    for resource, table in zip(made["resources"], TABLES, strict=True):
        data = (package / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        assert resource["schema"]["primaryKey"] == list(table.key)
        assert resource["schema"]["missingValues"] == [""]
        assert all(field["description"] and field["title"] for field in resource["schema"]["fields"])


def test_twice_the_same_bytes(package: Path, tmp_path: Path) -> None:
    """The same documents give the same package."""
    paths = [str(tmp_path / name) for name in ("000.json", "001.json")]
    assert main(["export", *paths, "-o", str(tmp_path / "again")]) == 0
    assert {p.name: p.read_bytes() for p in package.iterdir()} == {p.name: p.read_bytes() for p in (tmp_path / "again").iterdir()}
