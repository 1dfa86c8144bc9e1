"""gwr restore and gwr text."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.minimal import minimal


def test_restores_every_character(run: Run) -> None:
    """What is printed is source.text to the byte: no line feed added, none changed."""
    text = " 各位代表:\n\n\t报告\u00a0。"
    Path("a.json").write_text(minimal(text).model_dump_json(), "utf-8")
    ended = run("restore", "a.json")
    assert (ended.code, ended.out, ended.err) == (0, text.encode(), "")


def test_digest_must_fit(run: Run) -> None:
    """A text that was changed afterwards is not printed."""
    Path("a.json").write_text(minimal("abc").model_dump_json().replace('"abc"', '"abd"'), "utf-8")
    ended = run("restore", "a.json")
    assert (ended.code, ended.out) == (1, b"")
    assert ended.err.count("\n") == 1


def test_no_document(run: Run) -> None:
    """JSON without a source text, several documents and raw reports are refused in one line."""
    for data in (b"{}", b"[1]", b'{"source": 3}', b"{}\n{}", "报告".encode(), b'{"source": {"text": null, "text_sha256": ""}}'):
        Path("a.json").write_bytes(data)
        ended = run("restore", "a.json")
        assert (ended.code, ended.out, ended.err.count("\n")) == (3, b"", 1)


def test_text(run: Run) -> None:
    """gwr text prints the text that spans point into."""
    Path("a.txt").write_text("各位代表:", "utf-8")
    assert run("text", "a.txt").out.decode() == "各位代表:"
    assert run("text", "missing.txt").code == 3
