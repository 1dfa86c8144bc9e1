"""The public interface: its names, its light import, what goes in, and the page that documents it."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import converter
import converter.api

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")
SEED = ROOT / "seeds" / "004_93b6e1f04503de54.txt"


def test_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example prints what stands below it; they build on each other from top to bottom."""
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    examples = re.findall(r"^```python\n(.*?)^```\n(?:```text\n(.*?)^```)", PAGE, re.M | re.S)
    assert len(examples) == PAGE.count("```python")
    for code, printed in examples:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, "docs/api.md", "exec"), names)
        assert out.getvalue() == printed


def test_names() -> None:
    """The package, its stub, its file of functions and the page have the same names."""
    names = set(vars(converter)["__all__"])
    assert names == set(converter.api.__all__)
    stub = (ROOT / "converter" / "__init__.pyi").read_text("utf-8")
    assert set(re.findall(r"import \w+ as (\w+)", stub)) == names
    assert {name for name in names if f"`{name}" in PAGE} == names
    assert all(getattr(converter, name) is getattr(converter.api, name) for name in names)
    assert names <= set(dir(converter))


def test_unknown_names() -> None:
    """A name that is not public is no attribute."""
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        converter.nonsense  # type: ignore[attr-defined] # noqa: B018


def test_import_is_light() -> None:
    """Importing the package imports none of what the names need."""
    code = "import sys, converter; sys.exit(str({'pydantic', 'lxml', 'yaml', 'converter.pipeline'} & set(sys.modules) or ''))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""


def test_bytes_text_and_path_are_one() -> None:
    """The same report, however it is given; the name apart."""
    options = converter.Options(name="one.txt")
    given = (SEED, SEED.read_bytes(), SEED.read_text("utf-8"))
    assert len({converter.dumps(converter.convert(raw, options=options)) for raw in given}) == 1


def test_charset() -> None:
    """What the server declared decides where the bytes leave it open."""
    report = converter.convert("一九九五年工作回顧：全縣經濟持續發展。".encode("big5"), options=converter.Options(charset="big5"))
    assert report.source.encoding == "big5"


def test_unreadable() -> None:
    """What cannot be read is one line."""
    with pytest.raises(converter.Unreadable, match=r"^report\.txt: the input is empty$"):
        converter.convert(b"")
    with pytest.raises(FileNotFoundError):
        converter.convert(Path("nowhere.txt"))


def test_a_missing_file_among_many_is_a_value() -> None:
    """The run goes on."""
    outcomes = list(converter.convert_all([Path("nowhere.txt"), SEED]))
    assert isinstance(outcomes[0], converter.Failure)
    assert isinstance(outcomes[1], converter.Report)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("{}", "report: no report of gwr: "),
        ("[", "not JSON"),
        ("1\n2\n", "holds 2 documents"),
        (b"\xff", "not UTF-8"),
    ],
)
def test_read_refuses(data: str | bytes, why: str) -> None:
    """JSON that is no report is refused in one line."""
    with pytest.raises(converter.Unreadable, match=why) as caught:
        converter.read(data)
    assert "\n" not in str(caught.value)


def test_read_takes_a_path(tmp_path: Path) -> None:
    """What dumps wrote, read gives back."""
    report = converter.convert(SEED)
    path = tmp_path / "报告 1.json"
    path.write_text(converter.dumps(report), "utf-8")
    assert converter.read(path) == report


def test_check_takes_parsed_json() -> None:
    """A document that was changed is found out."""
    import json

    document = json.loads(converter.dumps(converter.convert(SEED)))
    document["sections"][0]["paragraphs"][0]["text"] += "多"
    assert "GWR114" in {finding.code for finding in converter.check(document)}


def test_what_is_no_raw_report(tmp_path: Path) -> None:
    """A file's name is not its text; several are not one; other kinds are named. A line that names no file is a text."""
    path = tmp_path / "报告.txt"
    path.write_text("各位代表:\n经济增长5%。", "utf-8")
    with pytest.raises(converter.Unreadable, match="the name of a file, not a report's text; give a Path"):
        converter.convert(str(path))
    assert converter.convert("报告.txt").document_type == "other"
    with pytest.raises(TypeError, match="not NoneType"):
        converter.convert(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="convert takes one"):
        list(converter.convert_all("abc"))
    assert converter.convert(memoryview(path.read_bytes())).source.sha256 == converter.convert(path).source.sha256  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["报告.txt".encode("gb18030").decode("utf-8", "surrogateescape"), "a\ud800"])
def test_names_in_half_characters(name: str) -> None:
    """What cannot be written as UTF-8 is U+FFFD or a question mark in the document, which can be written."""
    report = converter.convert("各位代表:\n经济增长5%。", options=converter.Options(name=name))
    assert converter.read(converter.dumps(report)) == report
