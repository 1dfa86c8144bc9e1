"""What gwr is made of: locked packages, a wheel that comes out the same twice, a bill of materials."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from scripts import audit
from scripts.sbom import bill, locked

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_digests(name: str) -> None:
    """A version and at least one SHA-256 for each; no address of where packages come from."""
    text = (ROOT / name).read_text("utf-8")
    packages = list(locked(text))
    assert len(packages) >= 10
    assert [package.name for package in packages if not package.digests] == []
    assert re.findall(r"https?://|--index-url|--find-links|--trusted-host", text) == []


def test_one_version_of_a_package_in_both_locks() -> None:
    """What is developed with is what is installed."""
    small, large = ({(p.name, p.marker): p.version for p in locked((ROOT / name).read_text("utf-8"))} for name in LOCKS)
    assert {key: (version, large[key]) for key, version in small.items() if key in large and large[key] != version} == {}


def test_the_bill_of_materials() -> None:
    """CycloneDX 1.6: each locked package with its purl and digests, the same bytes every time."""
    text = bill(ROOT)
    assert text == bill(ROOT)
    made = json.loads(text)
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert all(one["purl"].startswith("pkg:pypi/") and one["hashes"] for one in made["components"])
    assert {one["name"] for one in made["components"]} >= {"lxml", "pydantic", "jsonschema"}


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (None, 2),  # the audit did not run: no database, no network, no program
        ([], 2),
        ([{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "not found"}], 2),
        ([{"name": "a", "version": "1", "vulns": [{"id": "X-1"}]}], 1),
        ([{"name": "a", "version": "1", "vulns": []}], 0),
    ],
)
def test_an_audit_that_looked_nothing_up_has_not_passed(
    found: list[dict[str, Any]] | None, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """0 only where every package was looked up and nothing is known of it."""
    monkeypatch.setattr(audit, "audited", lambda _lock: found)
    monkeypatch.setattr(sys, "argv", ["audit", "requirements.txt"])
    assert audit.main() == code


def test_an_audit_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No lock file named: nothing is proved."""
    monkeypatch.setattr(sys, "argv", ["audit"])
    assert audit.main() == 2


def _wheel(copy: Path, out: Path, zone: str) -> str:
    """The digest of a wheel that is built in this folder."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), "."]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1735689600", "TZ": zone, "PYTHONHASHSEED": "random"}
    subprocess.run(command, check=True, capture_output=True, cwd=copy, env=environment)
    return sha256(next(out.glob("*.whl")).read_bytes()).hexdigest()


@pytest.mark.slow
def test_the_wheel_is_reproducible(tmp_path: Path) -> None:
    """Two folders, two times, two time zones: one wheel."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    made = []
    for name, zone in (("one", "UTC"), ("two", "Asia/Shanghai")):
        copy = tmp_path / name
        copy.mkdir()
        for part in ("converter", "schema"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copy)
        for file in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(ROOT / file, copy / file)
        made.append(_wheel(copy, tmp_path / f"{name}-dist", zone))
    assert made[0] == made[1]
