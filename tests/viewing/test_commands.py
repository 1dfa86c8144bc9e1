"""gwr view and gwr show, as they are called."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.cli import main
from converter.writing.documents import dumps
from tests.minimal import minimal

Gwr = Callable[..., tuple[int, str, str]]


@pytest.fixture
def gwr(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Gwr:
    """Runs `gwr ARGUMENTS` in a folder with the documents a.json, b.json and c.json: exit code, output, messages."""
    monkeypatch.chdir(tmp_path)
    for name in "abc":
        Path(f"{name}.json").write_text(dumps(minimal(f"各位代表:\n经济增长{name}。", f"{name}.txt")), "utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return (code, *capsys.readouterr())

    return run


def test_one_document(gwr: Gwr) -> None:
    """The page goes to the file, or to standard output."""
    assert gwr("view", "a.json", "-o", "new/page.html") == (0, "", "written to new/page.html\n")
    code, out, err = gwr("view", "a.json")
    assert (code, out, err) == (0, Path("new/page.html").read_text("utf-8"), "")
    assert out.startswith("<!doctype html>")


def test_a_raw_report_is_converted(gwr: Gwr) -> None:
    """What is no document is read as a report."""
    Path("report.txt").write_text("甲市政府工作报告\n各位代表:\n现在,我代表市人民政府作工作报告。", "utf-8")
    code, out, _ = gwr("view", "report.txt")
    assert code == 0
    assert "现在,我代表市人民政府作工作报告。" in out


def test_two_and_more(gwr: Gwr) -> None:
    """Two documents are compared, more are a series."""
    assert "两份文档对照" in gwr("view", "a.json", "b.json")[1]
    assert "历年目标与完成" in gwr("view", "a.json", "b.json", "c.json")[1]
    assert "Two documents side by side" in gwr("view", "a.json", "b.json", "--language", "en")[1]


def test_a_folder(gwr: Gwr) -> None:
    """A folder becomes an index that leads to the documents, or to their pages; what is no document is named and passed over."""
    Path("deep/er").mkdir(parents=True)
    Path("a.json").rename("deep/er/a.json")
    Path("deep/broken.json").write_text("{}", "utf-8")
    code, _, err = gwr("view", "deep", "-o", "out/index.html")
    assert code == 3
    assert "deep/broken.json: is no document" in err
    assert '"../deep/er/a.json"' in Path("out/index.html").read_text("utf-8")
    gwr("view", "deep", "-o", "out/index.html", "--pages")
    assert '"index-pages/er/a.json.html"' in Path("out/index.html").read_text("utf-8")
    assert "经济增长a" in Path("out/index-pages/er/a.json.html").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("a.json", "-o", "a.json"),
        (".", "a.json"),
        ("a.json", "--pages"),
        (".", "--pages"),
        ("a.json", "-o", "."),
        (),
        ("a.json", "--language", "fr"),
    ],
)
def test_calls_that_cannot_be_meant(gwr: Gwr, arguments: tuple[str, ...]) -> None:
    """They end with 2, and write nothing."""
    before = {path: path.read_bytes() for path in Path().iterdir()}
    assert gwr("view", *arguments)[0] == 2
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


def test_what_cannot_be_shown(gwr: Gwr) -> None:
    """Broken, foreign and missing documents are one line each and 3."""
    Path("x.json").write_text(json.dumps({"schema_version": "1.0.0"}), "utf-8")
    for name, said in (("x.json", "is no document of this gwr: id"), ("none.json", "no such file")):
        code, out, err = gwr("view", name)
        assert (code, out) == (3, "")
        assert said in err.splitlines()[0]


def test_open(gwr: Gwr, monkeypatch: pytest.MonkeyPatch) -> None:
    """--open hands the file to the browser, and says so where there is none."""
    seen: list[str] = []

    def open_(url: str) -> bool:
        seen.append(url)
        return False

    monkeypatch.setattr("webbrowser.open", open_)
    code, out, err = gwr("view", "a.json", "-o", "p.html", "--open")
    assert (code, out, seen) == (0, "", [Path("p.html").resolve().as_uri()])
    assert "no browser could be started" in err


def test_show(gwr: Gwr) -> None:
    """The terminal gets every document, no colours where nobody looks, and no line wider than asked for."""
    code, out, err = gwr("show", "a.json", "b.json", "--width", "60")
    assert (code, err) == (0, "")
    assert out.count("完整性") == 2
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 60
    assert "\x1b[" in gwr("show", "a.json", "--color")[1]
    assert "Completeness" in gwr("show", "a.json", "--language", "en")[1]
    assert gwr("show", "none.json")[0] == 3
