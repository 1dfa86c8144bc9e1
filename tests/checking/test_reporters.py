"""What the reporters print can be read by what reads such reports."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from converter.checking.findings import Finding
from converter.checking.outcomes import Outcome
from converter.checking.reporters import REPORTERS, github
from converter.checking.reporters.sarif import uri
from converter.models.codes import codes

WRONG = Finding("GWR141", "gdp: 9 is not printed | 100% <b>", "/indicators/0", (5, 9), 3, 2)
ODD = Finding("GWR146", "unusual\x1b[31m\x0b", "/indicators/1")
DONE = (
    Outcome("a b/文.txt", findings=(WRONG, ODD)),
    Outcome("doc.json", 2, (WRONG,), "raw.txt"),
    Outcome("gone.json", unreadable="no such file"),
    Outcome("shape.json", findings=(Finding("GWR101", "$.id: is a required property"),), source=""),
    Outcome("good.json", source="good.txt"),
)


def test_every_format_takes_nothing() -> None:
    """A run over no findings, or no files, is a report too."""
    for report in REPORTERS.values():
        report(())
        report((Outcome("good.json"),))


def test_text_names_file_place_and_code() -> None:
    """One finding a line; nothing in it that a terminal would obey; what was not checked is said."""
    lines = REPORTERS["text"](DONE).splitlines()
    assert lines[0] == "a b/文.txt:3:2: error GWR141 gdp: 9 is not printed | 100% <b>"
    assert lines[1] == "a b/文.txt: warning GWR146 unusual\\x1b[31m\\x0b"
    assert lines[2] == "doc.json:2#/indicators/0: error GWR141 gdp: 9 is not printed | 100% <b>"
    assert lines[-1] == "shape.json: not checked: consistency, confidence (it does not follow the schema)"


def test_three_verdicts() -> None:
    """The verdicts are told apart, and what could not be given is not given."""
    found = json.loads(REPORTERS["json"](DONE))
    assert [list(one["verdicts"].values()) for one in found] == [
        ["yes", "no", "yes"],
        ["yes", "no", "yes"],
        ["not checked", "not checked", "not checked"],
        ["no", "not checked", "not checked"],
        ["yes", "yes", "yes"],
    ]
    assert [json.loads(line) for line in REPORTERS["jsonl"](DONE).splitlines()] == found


def sarif() -> dict[str, Any]:
    """The run in SARIF."""
    run: dict[str, Any] = json.loads(REPORTERS["sarif"](DONE))["runs"][0]
    return run


def test_sarif_points_to_the_raw_source() -> None:
    """Line and column of a raw report; the pointer always; beside a document the place in its source. URIs are relative."""
    raw, _, document, *_ = sarif()["results"]
    assert raw["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b/%E6%96%87.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 2},
    }
    assert document["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "/indicators/0"
    assert document["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 3
    assert uri(str(Path("x.json").absolute())) == "x.json"


def test_sarif_rules_are_those_of_the_table() -> None:
    """Rule ids are stable, and every result refers to its rule."""
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(codes())
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "no such file"


def test_sarif_follows_the_official_schema() -> None:
    """Where GWR_SARIF_SCHEMA names the official schema, the report follows it."""
    path = os.environ.get("GWR_SARIF_SCHEMA")
    if not path:
        pytest.skip("GWR_SARIF_SCHEMA does not name the official schema")
    Draft4Validator(json.loads(Path(path).read_text("utf-8"))).validate(json.loads(REPORTERS["sarif"](DONE)))


def test_sarif_is_read_by_a_reader(tmp_path: Path) -> None:
    """A library that reads SARIF finds the results with their places."""
    loader = pytest.importorskip("sarif.loader", reason="sarif-tools is not installed")
    (tmp_path / "gwr.sarif").write_text(REPORTERS["sarif"](DONE), "utf-8")
    records = loader.load_sarif_file(str(tmp_path / "gwr.sarif")).get_records()
    assert (records[0]["Code"], records[0]["Line"]) == ("GWR141", 3)
    assert len(records) == 4


def test_junit_counts() -> None:
    """A verdict that is no is a failure, one not given is skipped, what could not be read is an error."""
    suite = ElementTree.fromstring(REPORTERS["junit"](DONE)).find("testsuite")
    assert suite is not None
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "15", "failures": "3", "errors": "1", "skipped": "4",
    }  # fmt: skip


def test_junit_is_read_by_a_reader() -> None:
    """A library that reads JUnit XML finds the same."""
    reader = pytest.importorskip("junitparser", reason="junitparser is not installed")
    read = reader.JUnitXml.fromstring(REPORTERS["junit"](DONE).encode())
    assert (read.tests, read.failures, read.errors, read.skipped) == (15, 3, 1, 4)


def test_github_escapes_and_caps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Annotations carry file, line and column, at most ten of a kind; the step's summary has the table."""
    told = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(told))
    lines = github.report((Outcome("a,b:c.txt", findings=(WRONG,) * 13), DONE[2])).splitlines()
    assert lines[0] == "::error file=gone.json,title=unreadable::no such file"
    assert lines[1] == "::error file=a%2Cb%3Ac.txt,line=3,col=2,title=GWR141::gdp: 9 is not printed | 100%25 <b> (/indicators/0)"
    assert lines[-1] == "::notice title=gwr check::3 more findings of severity error; see the summary of this step"
    assert len(lines) == 12
    assert "gdp: 9 is not printed \\| 100% &lt;b>" in told.read_text("utf-8")
