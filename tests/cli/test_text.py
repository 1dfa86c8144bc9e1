"""gwr text: the text of a report, linearised or clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.cli import main
from converter.pipeline import convert
from converter.writing.documents import dumps

SEED = Path(__file__).parents[2] / "seeds" / "003_c20408741162bf21.txt"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_linearised(here: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without --clean everything the page says."""
    assert main(["text", str(SEED)]) == 0
    assert capsysbinary.readouterr().out == SEED.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


@pytest.mark.parametrize("options", [[], ["--format", "txt"], ["--counts"]])
def test_clean_of_a_raw_report_and_of_its_document(here: Path, capsysbinary: pytest.CaptureFixture[bytes], options: list[str]) -> None:
    """Both give the same."""
    document = here / "报告 一.json"
    document.write_text(dumps(convert(SEED.read_bytes(), SEED.name)), "utf-8")
    said = []
    for argument in (str(SEED), str(document)):
        assert main(["text", "--clean", *options, argument]) == 0
        said.append(capsysbinary.readouterr().out)
    assert said[0] == said[1] != b""
    assert "会员登录".encode() not in said[0]


@pytest.mark.parametrize(
    "options", [["--format", "md"], ["--counts"], ["--clean", "--format", "pdf"], ["--clean", "--counts", "--format", "md"]]
)
def test_usage(here: Path, capsysbinary: pytest.CaptureFixture[bytes], options: list[str]) -> None:
    """Options that do not go together are said."""
    assert main(["text", *options, str(SEED)]) == 2
    assert capsysbinary.readouterr().out == b""


@pytest.mark.parametrize(
    ("content", "why"), [("{}", "no document of this gwr"), ("[]", "no document of gwr"), ("{}\n{}", "holds several documents")]
)
def test_what_is_no_document(here: Path, capsysbinary: pytest.CaptureFixture[bytes], content: str, why: str) -> None:
    """JSON that is no document is refused in one line."""
    (here / "a.json").write_text(content, "utf-8")
    assert main(["text", "--clean", "a.json"]) == 3
    assert why in capsysbinary.readouterr().err.decode()
