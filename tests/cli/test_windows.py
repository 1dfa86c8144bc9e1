"""Windows without Windows: code pages of consoles, paths, names of devices, line breaks. CI has a real one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from converter.cli import inputs, main
from converter.scaling.plan import shards
from converter.writing.files import portable
from tests.adding.test_own import WORDS

TEXT = "临江县2024年政府工作报告\n各位代表:\n我代表县政府报告工作,请予审议。\n一、2023年工作回顾\n全县地区生产总值增长6.1%。\n"
PAGES = ("cp437", "cp850", "cp936", "gbk", "ascii", "utf-8")


def gwr(page: str, *arguments: str, folder: Path, lang: str = "zh") -> tuple[int, bytes, bytes]:
    """The program on a console with this code page."""
    start = {**os.environ, "PYTHONIOENCODING": page, "GWR_LANG": lang, "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "converter", *arguments], cwd=folder, env=start, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("page", PAGES)
def test_code_pages(page: str, tmp_path: Path) -> None:
    """Whatever a console can show: help, messages and findings come, documents are UTF-8, nothing ends in a traceback."""
    (tmp_path / "报告 一.txt").write_text(TEXT, "utf-8")
    code, out, err = gwr(page, "convert", "报告 一.txt", "没有.txt", "-o", "输出 目录", folder=tmp_path)
    assert (code, out, err.count(b"\n")) == (3, b"", 2)
    shown = err.decode(page, "strict")  # no byte that the console cannot show
    assert ("没有这个文件" in shown) == (page in ("cp936", "gbk", "utf-8"))
    assert ("\\u6ca1" in shown) == (page in ("cp437", "cp850", "ascii"))
    assert json.loads((tmp_path / "输出 目录" / "报告 一.json").read_bytes())["source"]["name"] == "报告 一.txt"
    code, out, _ = gwr(page, "convert", "报告 一.txt", folder=tmp_path)
    assert (code, json.loads(out)["source"]["text"]) == (0, TEXT)
    for command in (["--help"], ["convert", "--help"], ["explain", "GWR203"], ["check", "报告 一.txt"], ["show", "输出 目录/报告 一.json"]):
        code, out, err = gwr(page, *command, folder=tmp_path)
        assert (code, err) == (0, b""), (command, err)
        assert out or command[0] == "check"


def test_help_is_the_same_to_a_file(tmp_path: Path) -> None:
    """What a code page cannot show is an escape in help, and nothing else differs."""
    plain, narrow = gwr("utf-8", "--help", folder=tmp_path)[1].decode(), gwr("cp437", "--help", folder=tmp_path)[1].decode("cp437")
    assert narrow == plain.replace("政府工作报告", "".join(f"\\u{ord(c):04x}" for c in "政府工作报告")).replace("…", "\\u2026")


@pytest.mark.parametrize("page", ["cp936", "cp437"])
def test_the_other_commands(page: str, tmp_path: Path) -> None:
    """Lexicons, corrections, pages and batches in folders with blanks and Chinese."""
    folder = tmp_path / "我的 文件"
    folder.mkdir()
    (folder / "报告.txt").write_text(TEXT, "utf-8")
    (folder / "词 表.yaml").write_text(WORDS, "utf-8")
    for command in (
        ["batch", "我的 文件", "-o", "批 量", "-j", "1", "--lexicon", "我的 文件/词 表.yaml"],
        ["join", "我的 文件/报告.txt", "-o", "合 并"],
        ["correct", "我的 文件/报告.txt"],
        ["review", "批 量"],
        ["export", "批 量", "-o", "表 格.sqlite"],
        ["view", "批 量/报告.json", "-o", "网 页.html"],
    ):
        code, _, err = gwr(page, *command, folder=tmp_path)
        assert (code, b"Traceback" in err) == (0, False), (command, err)
    assert (folder / "报告.corrections.yaml").exists()
    assert json.loads((tmp_path / "批 量" / "报告.json").read_bytes())["producer"]["own_lexicons"][0]["name"] == "某站"


@pytest.mark.parametrize(
    ("argument", "name"),
    [
        ("C:\\报告 夹\\某县 2024.txt", "某县 2024.txt"),
        ("..\\a\\b.html", "b.html"),
        ("\\\\server\\share\\年度.docx", "年度.docx"),
        ("D:报告.txt", "报告.txt"),
        ("c:/mixed\\way.txt", "way.txt"),
    ],
)
def test_paths_of_windows(argument: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document is called as its file, without drive, share or folder."""
    monkeypatch.setattr(inputs, "Path", PureWindowsPath)
    assert inputs.name_of(argument) == name


@pytest.mark.parametrize(
    ("stem", "named"),
    [
        ("con", "_con"),
        ("NUL", "_NUL"),
        ("com1", "_com1"),
        ("LPT9.2024", "_LPT9.2024"),
        ("console", "console"),
        ("com10", "com10"),
        ("报告. ", "报告"),
        (" . ", "_"),
        ("某县 2024", "某县 2024"),
    ],
)
def test_names_of_devices(stem: str, named: str) -> None:
    """An output is called so that every system takes it."""
    assert portable(stem) == named


def test_outputs_called_as_devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """convert, join and batch write beside them; two inputs that would share an output do not."""
    monkeypatch.chdir(tmp_path)
    Path("con.txt").write_text(TEXT, "utf-8")
    assert main(["convert", "con.txt", "-o", "one"]) == 0
    assert main(["join", "con.txt", "-o", "two"]) == 0
    assert [path.name for folder in ("one", "two") for path in Path(folder).iterdir()] == ["_con.json", "_con.json"]
    (shard,) = shards([("a/aux.txt", "a/aux.txt"), ("a/_aux.txt", "a/_aux.txt")], 10)
    assert [PureWindowsPath(item.name).name for item in shard.items] == ["_aux", "_aux.txt"]


def test_line_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """CRLF and a byte order mark, as an editor of Windows writes them, give the text without them; corrections and lexicons too."""
    monkeypatch.chdir(tmp_path)
    crlf = ("\ufeff" + TEXT.replace("\n", "\r\n")).encode()
    Path("report.txt").write_bytes(crlf)
    fixes = "author: 王明\ncorrections:\n  - set: report_year\n    value: 2023\n    reason: 试\n"
    Path("report.corrections.yaml").write_bytes(("\ufeff" + fixes.replace("\n", "\r\n")).encode())
    Path("own.yaml").write_bytes(("\ufeff" + WORDS.replace("\n", "\r\n")).encode())
    assert main(["convert", "report.txt", "--lexicon", "own.yaml"]) == 0
    made = json.loads(capfdbinary.readouterr().out)
    assert (made["source"]["text"], made["metadata"]["report_year"]) == (TEXT, 2023)
    assert made["producer"]["own_lexicons"][0]["name"] == "某站"


def test_what_is_written_has_no_carriage_return(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text is written as bytes, or with its line breaks named: on Windows Python would turn them into CRLF."""
    import ast

    package = Path(__file__).parents[2] / "converter"
    loose = []
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", None) in ("write_text", "open"):
                writes = node.func.attr == "write_text" or any(getattr(a, "value", None) in ("w", "a", "x") for a in node.args)  # type: ignore[attr-defined]
                if writes and "newline" not in {keyword.arg for keyword in node.keywords}:
                    loose.append(f"{path.name}:{node.lineno}")
    assert loose == []
