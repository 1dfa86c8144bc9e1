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
    """A finding is one line on standard output: file, severity, code, message. The exit code is 1."""
    save("bad.json", mood="good")
    ended = run("check", "bad.json")
    assert ended.code == 1
    assert ended.out.startswith(b"bad.json: error GWR101 $")
    assert ended.out.count(b"\n") == 1


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
    assert ended.out.startswith(b"all.ndjson:2: error GWR101 $.completeness.status")


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
