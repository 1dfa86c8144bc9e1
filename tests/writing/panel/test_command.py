"""gwr panel: files, coverage, wide form."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from converter.cli import main
from converter.writing.panel import wide
from tests.writing.samples import EVERY, Json, report, save, statement


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def series() -> list[Json]:
    """Reports of 2021, 2022 and 2024, and a second copy of one."""
    made = [
        report("330000", y, statement("gdp", "target", str(y), growth=6), statement("gdp", "actual", str(y - 1), growth=5))
        for y in (2021, 2022, 2024)
    ]
    return [*made, report("330000", 2022, digest="ffffffffffff", completeness={"status": "fragment", "missing": ["plan"], "page": None})]


def test_coverage(tmp_path: Path) -> None:
    """Every year from the first report to the last is named, with the reason where it is not simply there."""
    broken = EVERY | {"id": "x-x-00000000000a", "schema_version": "7.0"}
    other = report("330000", 2023, document_type="resolution")
    truncated = report("440000", 2020, completeness={"status": "truncated", "missing": ["plan"], "page": None})
    paths = save(tmp_path, *series(), other, truncated, broken)
    assert main(["panel", *paths, "-o", str(tmp_path / "panel.csv"), "--coverage", str(tmp_path / "coverage.csv")]) == 3
    found = [(row["place"], row["year"], row["status"]) for row in table(tmp_path / "coverage.csv")]
    assert found == [
        ("330000", "2021", "present"),
        ("330000", "2022", "present"),
        ("330000", "2022", "copy"),
        ("330000", "2023", "missing"),
        ("330000", "2024", "present"),
        ("440000", "2020", "incomplete"),
        ("330000", "2023", "no_report"),
        ("", "", "unusable"),
    ]


def test_wide(tmp_path: Path) -> None:
    """One row a place and year with the figures of both reports."""
    assert main(["panel", *save(tmp_path, *series()), "-o", str(tmp_path / "wide.csv"), "--wide"]) == 0
    rows = table(tmp_path / "wide.csv")
    assert [(r["year"], r["gdp_target_growth"], r["gdp_outcome_growth"], r["gdp_shortfall"]) for r in rows] == [
        ("2020", "", "5", ""),
        ("2021", "6", "5", "1"),
        ("2022", "6", "", ""),
        ("2023", "", "5", ""),
        ("2024", "6", "", ""),
    ]


def test_wide_names_are_distinct() -> None:
    """Short names do not meet."""
    names = wide.table().names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", ["panel.parquet", "panel.duckdb", "panel.sqlite", "panel.xlsx", "panel.dta", "panel.ndjson", "panel"])
@pytest.mark.parametrize("options", [[], ["--wide"]], ids=["long", "wide"])
def test_formats(tmp_path: Path, name: str, options: list[str]) -> None:
    """A panel is written in every format of an export."""
    pytest.importorskip("pyarrow", reason="the extra export is not installed")
    assert main(["panel", *save(tmp_path, *series()), "-o", str(tmp_path / name), *options]) == 0
    assert (tmp_path / name).exists()


@pytest.mark.parametrize("options", [["--wide", "--plans"], ["--coverage", "panel.csv"], ["--coverage", "coverage.docx"]])
def test_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    """A call that cannot be meant ends with 2 and writes nothing."""
    monkeypatch.chdir(tmp_path)
    assert main(["panel", *save(tmp_path, EVERY), "-o", "panel.csv", *options]) == 2
    assert not (tmp_path / "panel.csv").exists()
