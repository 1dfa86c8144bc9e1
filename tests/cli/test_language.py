"""Messages in Chinese, and that none is forgotten."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.cli import language, main, messages

PACKAGE = Path(__file__).parents[2] / "converter"
SPEAKING = {"say", "note", "detail", "Unreadable", "Wrong", "wrong"}
HAN = re.compile("[\u4e00-\u9fff]")
# Not messages: names in front of one, and what is nothing but holes.
NAMES = re.compile(r"gwr( \w+)?|\W*|author|reason|corrections|lexicon\.yaml|standard input")


def template(node: ast.expr) -> str | None:
    """The text of a string, X for what differs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
    return None


def said() -> Iterator[tuple[str, str]]:
    """Every message that the program can say on standard error, and where."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (getattr(node.func, "id", None) or getattr(node.func, "attr", None)) in SPEAKING:
                yield from ((f"{path.name}:{node.lineno}", text) for one in node.args if (text := template(one)))


def test_every_message_has_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that is new needs its line in converter/cli/messages_zh.yaml."""
    monkeypatch.setenv("GWR_LANG", "zh")
    messages = [(where, text) for where, text in said() if not NAMES.fullmatch(text.replace("X", ""))]
    assert [(where, text) for where, text in messages if not HAN.search(language.spoken(text))] == []
    assert len(list(said())) > 100


def test_every_row_is_said() -> None:
    """A row has as many holes as its message, each used once at most."""
    import yaml

    rows = yaml.safe_load((PACKAGE / "cli" / "messages_zh.yaml").read_text("utf-8"))
    for english, chinese in rows.items():
        holes = re.findall(r"\{(\d)\}", chinese)
        assert len(holes) == len(set(holes)) <= english.count("{}"), english
        assert all(0 < int(hole) <= english.count("{}") for hole in holes), english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("no such file", "没有这个文件"),
        ("3 of 4 converted, written to out", "已转换 3/4，写入 out"),
        ("2 converted, 1 unreadable; out/manifest.ndjson tells of each", "已转换 2，读不出 1；逐项见 out/manifest.ndjson"),
        (
            "a.yaml:3: 甲（: '（' matches nothing: text is compared half-width, so write '('",
            "a.yaml:3: 甲（: '（' 不会匹配：文本按半角比对，请写 '('",
        ),
        ("3 documents, 1 passed over, 2 in doubt", "3 份文档，略过 1，2 份存疑"),
        ("something that nobody has translated", "something that nobody has translated"),
    ],
)
def test_translated(monkeypatch: pytest.MonkeyPatch, english: str, chinese: str) -> None:
    """Whole messages, messages behind names, messages within messages; what the table does not have stays."""
    monkeypatch.setenv("GWR_LANG", "zh")
    assert language.spoken(english) == chinese
    monkeypatch.setenv("GWR_LANG", "en")
    assert language.spoken(english) == english


@pytest.mark.parametrize(
    ("variables", "chinese"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "zh_CN.GBK", "LC_ALL": "C"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW"}, True),
        ({"LANG": "zh_CN.UTF-8", "GWR_LANG": "en"}, False),
        ({"LANG": "C", "GWR_LANG": "zh"}, True),
    ],
)
def test_the_language(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], chinese: bool) -> None:
    """GWR_LANG, then the variables of the machine in the order in which programs look at them."""
    for name in ("GWR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language.chinese() is chinese


def test_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Messages, findings for people and explanations are Chinese; documents and reports for programs are the same as ever."""
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text("一、2024年工作回顾\n各位代表。\n(二)甲\n经济增长5%。", "utf-8")
    main(["convert", "report.txt"])
    english = capfd.readouterr().out
    main(["check", "--format", "json", "report.txt"])
    findings = capfd.readouterr().out
    monkeypatch.setenv("GWR_LANG", "zh")
    assert main(["convert", "report.txt", "nowhere.txt"]) == 3
    assert capfd.readouterr().err == "nowhere.txt: 没有这个文件\n"
    main(["convert", "report.txt"])
    assert capfd.readouterr().out == english
    main(["check", "--format", "json", "report.txt"])
    assert capfd.readouterr().out == findings
    main(["check", "report.txt"])
    assert "警告 GWR203 序号缺失 (" in capfd.readouterr().out
    assert main(["explain", "GWR203"]) == 0
    assert capfd.readouterr().out.startswith("GWR203 序号缺失 Number missing\n警告")


def test_quiet_and_verbose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Quiet says what is wrong alone, verbose what became of each input too."""
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text("各位代表:\n经济增长5%。", "utf-8")
    for flags, lines in (([], 2), (["--quiet"], 1), (["-v"], 3)):
        assert main(["convert", "report.txt", "nowhere.txt", "-o", "out", *flags]) == 3
        err = capfd.readouterr().err
        assert err.count("\n") == lines, err
        assert "nowhere.txt: no such file" in err
    assert "report.txt: converted in " in err
    assert main(["--quiet", "convert", "report.txt", "-o", "out"]) == 0
    assert capfd.readouterr().err == ""
    monkeypatch.setenv("GWR_VERBOSE", "1")
    assert main(["convert", "report.txt", "-o", "out"]) == 0
    assert capfd.readouterr().err.count("\n") == 2
    assert messages.quiet() is False
