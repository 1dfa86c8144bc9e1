"""What a real terminal is sent: words of a report that would command it are shown; pipes and files get the bytes as they are."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.trust.programs import ENVIRONMENT, GWR, gwr
from tests.trust.test_hostile import HARMFUL, REPORT

# Escapes, a bell, C1's own introducer in UTF-8, an order from right to left, an invisible mark, a line put over another.
SPOILT = REPORT.replace("全县上下", "全县\x1b[31m\x1b]0;x\x07\x9b2J\u202e\u2066\u200b上下").replace("主要任务", "主\x1b[8m要任务")
ODD = HARMFUL.pattern[:-1] + "\u200b]"


def on_a_terminal(*arguments: str | Path, **variables: str) -> str:
    """What the command sends to a terminal that is its standard output."""
    master, slave = pty.openpty()
    env = {**ENVIRONMENT, "TERM": "xterm", **(variables or {"NO_COLOR": "1"})}
    process = subprocess.Popen([*GWR, *map(str, arguments)], stdout=slave, stderr=subprocess.PIPE, env=env)
    os.close(slave)
    sent = b""
    while True:
        try:
            piece = os.read(master, 1 << 16)
        except OSError:  # as Linux tells that nobody holds the other end
            break
        if not piece:
            break
        sent += piece
    os.close(master)
    process.communicate(timeout=60)
    assert process.returncode in (0, 1)
    return sent.decode().replace("\r\n", "\n")  # the terminal's own


@pytest.fixture
def spoilt(tmp_path: Path) -> tuple[Path, Path]:
    """A report with commands to terminals in it, and its document."""
    report, document = tmp_path / "r.txt", tmp_path / "d.json"
    report.write_text(SPOILT, "utf-8")
    document.write_bytes(gwr("convert", report).stdout)
    return report, document


@pytest.mark.parametrize("command", ["text", "text --clean", "text --clean --format txt", "restore", "convert", "convert --compact"])
def test_a_terminal_is_shown_what_would_command_it(command: str, spoilt: tuple[Path, Path]) -> None:
    """No escape, bell or direction mark is sent; a number in brackets stands for each."""
    import re

    name, *options = command.split()
    sent = on_a_terminal(name, *options, spoilt[1] if name == "restore" else spoilt[0])
    assert "全县" in sent
    assert re.findall(ODD, sent) == []
    assert "⟨U+001B⟩" in sent or "\\u001b" in sent
    assert "--clean" in options or "⟨U+202E⟩" in sent  # of the report alone marks that nobody sees are no part


def test_a_pipe_gets_every_byte(spoilt: tuple[Path, Path]) -> None:
    """`gwr text` and `gwr restore` give the text as it is."""
    report, document = spoilt
    assert gwr("text", report).stdout.decode() == SPOILT
    assert gwr("restore", document).stdout.decode() == SPOILT
    assert json.loads(gwr("convert", report).stdout)["source"]["text"] == SPOILT


def test_nothing_else_changes_on_a_terminal(spoilt: tuple[Path, Path], tmp_path: Path) -> None:
    """A report without such characters looks the same on both."""
    clean = tmp_path / "clean.txt"
    clean.write_text(REPORT, "utf-8")
    assert on_a_terminal("text", clean) == REPORT
    assert on_a_terminal("convert", clean) == gwr("convert", clean).stdout.decode()


@pytest.mark.parametrize("command", ["check", "show"])
def test_colours_are_for_who_wants_them(command: str, spoilt: tuple[Path, Path]) -> None:
    """On a terminal there are some, unless NO_COLOR or the terminal's kind asks for none."""
    if command == "show":
        pytest.importorskip("rich")
    coloured = {"NO_COLOR": ""}
    assert "\x1b[" in on_a_terminal(command, spoilt[0], **coloured)
    assert "\x1b[" not in on_a_terminal(command, spoilt[0], NO_COLOR="1")
    assert "\x1b[" not in on_a_terminal(command, spoilt[0], **coloured, TERM="dumb")
