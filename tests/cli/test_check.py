"""gwr check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.minimal import minimal


def save(name: str, **changes: object) -> None:
    """A document in a file, with fields changed."""
    Path(name).write_text(json.dumps(json.loads(minimal().model_dump_json()) | changes), "utf-8")


def test_nothing_found(run: Run) -> None:
    """A good document gives no output and exit code 0."""
    save("good.json")
    assert run("check", "good.json").__dict__ == {"code": 0, "out": b"", "err": ""}


def test_findings(run: Run) -> None:
    """A finding is one line on standard output: file, severity, code, message; then what was not checked. The exit code is 1."""
    save("bad.json", mood="good")
    ended = run("check", "bad.json")
    assert ended.code == 1
    assert ended.out.startswith(b"bad.json: error GWR101 $")
    assert ended.out.splitlines()[1:] == [b"bad.json: not checked: consistency, confidence (it does not follow the schema)"]


def test_law_of_conservation(run: Run) -> None:
    """A document that loses body text is found out."""
    save("bad.json", sections=[])
    ended = run("check", "bad.json")
    assert (ended.code, ended.out.split()[2]) == (1, b"GWR115")


def test_findings_and_unreadable_files(run: Run) -> None:
    """Every file is looked at; the worse exit code comes last."""
    save("bad.json", mood="good")
    ended = run("check", "missing.json", "bad.json")
    assert ended.code == 3
    assert ended.err == "missing.json: no such file\n"
    assert b"bad.json" in ended.out


def test_raw_report(run: Run) -> None:
    """A raw report is converted and what it gives is checked."""
    Path("report.txt").write_text("各位代表:", "utf-8")
    assert run("check", "report.txt").code == 0


def test_raw_report_that_starts_with_a_brace(run: Run) -> None:
    """Text that is not JSON is a raw report, even behind a brace."""
    Path("report.txt").write_text("{各位代表:", "utf-8")
    assert run("check", "report.txt").code == 0


def test_one_document_a_line(run: Run) -> None:
    """NDJSON is checked line by line, findings carry the number."""
    one = minimal().model_dump_json()
    Path("all.ndjson").write_text(f"{one}\n{one.replace('fragment', 'torn')}\n", "utf-8")
    ended = run("check", "all.ndjson")
    assert ended.out.startswith(b"all.ndjson:2#/completeness/status: error GWR101 $.completeness.status")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not JSON: line 1, column 1: Expecting value"),
        (b'{"a": 1', "not JSON: line 1, column 8: Expecting ',' delimiter"),
        (b'{"a": "\xff"}', "not UTF-8 at byte 7, so no JSON"),
        (b'{"a": NaN}', "not JSON: NaN is no JSON number"),
        (b'{"a": "\\ud800"}', "holds half a character (lone surrogate U+D800)"),
        (b"[" * 100_000, "not a document: nested too deep"),
    ],
)
def test_broken_json(run: Run, data: bytes, said: str) -> None:
    """A file called .json that is none is refused in one line, with the place."""
    Path("a.json").write_bytes(data)
    ended = run("check", "a.json")
    assert (ended.code, ended.out, ended.err) == (3, b"", f"a.json: {said}\n")


@pytest.mark.parametrize("data", [b"null", b"[]", b"3", b'"x"', b"{}", b'{"sections": 1}'])
def test_json_that_is_no_document(run: Run, data: bytes) -> None:
    """JSON of another shape breaks the schema."""
    Path("a.json").write_bytes(data)
    ended = run("check", "a.json")
    assert (ended.code, ended.out.split()[2]) == (1, b"GWR102")


def test_ndjson_with_one_bad_line(run: Run) -> None:
    """A line that is no JSON is named; the others are checked, and the exit code tells."""
    one = minimal().model_dump_json()
    Path("all.ndjson").write_text(f"{one}\n{{broken\n{one.replace('fragment', 'torn')}\n", "utf-8")
    ended = run("check", "all.ndjson")
    assert ended.code == 3
    assert ended.err == "all.ndjson:2: not JSON: line 1, column 2: Expecting property name enclosed in double quotes\n"
    assert ended.out.startswith(b"all.ndjson:3#/completeness/status: error GWR101")


def test_array_of_documents(run: Run) -> None:
    """An array of documents is checked one by one."""
    one = minimal().model_dump_json()
    Path("all.json").write_text(f"[{one},{one.replace('fragment', 'torn')}]", "utf-8")
    assert run("check", "all.json").out.startswith(b"all.json:2#/completeness/status: error GWR101")


def test_nested_ten_thousand_deep(run: Run) -> None:
    """A document of sections within sections beyond reason is refused in one line, like any other JSON nested so."""
    deep = '{"sections":[' * 10_000 + "]}" * 10_000
    Path("deep.json").write_text(deep, "utf-8")
    ended = run("check", "deep.json")
    assert (ended.code, ended.out, ended.err) == (3, b"", "deep.json: not a document: nested too deep\n")


def test_future_schema(run: Run) -> None:
    """A newer minor version is checked as far as it is known, with a warning; another major version is an error."""
    known = json.loads(minimal().model_dump_json())
    version = known["schema_version"].split(".")
    Path("minor.json").write_text(json.dumps(known | {"schema_version": f"{version[0]}.99.0", "mood": "good"}), "utf-8")
    Path("major.json").write_text(json.dumps(known | {"schema_version": "99.0.0"}), "utf-8")
    minor, major = run("check", "minor.json"), run("check", "major.json")
    assert (minor.code, minor.out.split()[1:3]) == (0, [b"warning", b"GWR104"])
    assert (major.code, major.out.split()[1:3]) == (1, [b"error", b"GWR103"])


def test_fail_on(run: Run) -> None:
    """What makes the exit code 1 can be chosen."""
    save("warned.json", schema_version="1.99.0")
    assert [run("check", "--fail-on", level, "warned.json").code for level in ("error", "warning", "never")] == [0, 1, 0]


def test_baseline(run: Run) -> None:
    """Findings in the baseline are accepted; new ones are not; a baseline that is none is refused."""
    save("bad.json", mood="good")
    assert run("check", "--write-baseline", "known.json", "bad.json").code == 0
    ended = run("check", "--baseline", "known.json", "bad.json")
    assert (ended.code, ended.out) == (0, b"")
    save("bad.json", mood="good", weather="fair")
    assert b"weather" in run("check", "--baseline", "known.json", "bad.json").out
    Path("none.json").write_text("[]", "utf-8")
    ended = run("check", "--baseline", "none.json", "bad.json")
    assert (ended.code, ended.err) == (2, "none.json: is no baseline: write one with --write-baseline\n")


def test_summary(run: Run) -> None:
    """The table counts verdicts and says what was not checked."""
    save("bad.json", mood="good")
    said = run("check", "--summary", "bad.json", "missing.json").err
    assert "2 checked" in said
    assert "0 yes      1 no      1 not checked" in said
    assert "not checked: consistency, confidence (it does not follow the schema): 1" in said


def test_explain(run: Run) -> None:
    """A code is explained; without one all are listed; one that does not exist is a matter of usage."""
    assert run("explain", "GWR203").out.startswith(b"GWR203 Number missing")
    assert run("explain").out.count(b"\n") > 60
    assert run("explain", "GWR999").code == 2


def test_diff(run: Run) -> None:
    """A change of a figure is named with both sides; equal documents have no difference; JSON says the same."""
    save("old.json")
    save("new.json", targets_status={"gdp": "absent"})
    assert run("diff", "old.json", "old.json").__dict__ == {"code": 0, "out": b"", "err": ""}
    ended = run("diff", "old.json", "new.json")
    assert (ended.code, ended.out) == (1, b"targets gdp\n  + absent\n")
    assert json.loads(run("diff", "--format", "json", "old.json", "new.json").out) == [
        {"part": "targets", "what": "gdp", "old": None, "new": "absent"}
    ]
    assert run("diff", "old.json", "missing.json").code == 3
    save("part.json", completeness={"status": "fragment", "missing": ["title"], "page": None})
    assert b'  + {"status": "fragment", "missing": ["title"], "page": null}\n' in run("diff", "old.json", "part.json").out
