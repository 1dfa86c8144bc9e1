"""Small inputs that would grow large, and inputs without end."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from converter.pipeline import convert
from converter.reading import read
from converter.reading.files import bounded, drawn
from converter.reading.source import Unreadable
from converter.scaling.inputs import named
from tests.reading.word import docx
from tests.trust.programs import ENVIRONMENT, GWR, SEEDS, gwr, one_line

_NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p>'


def _numbering(text: str, start: str = "1", form: str = "decimal") -> str:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    return f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


@pytest.mark.parametrize(("text", "start"), [("A" * 100_000, "1"), ("%1" * 50_000, "1"), ("%1、", "9" * 4_000)])
def test_a_number_that_outgrows_its_file(text: str, start: str) -> None:
    """The text of a list's number is printed in front of every paragraph: it has the length that Word gives it at most."""
    found = read(docx(_NUMBERED * 500, numbering=_numbering(text, start)), "x.docx").text
    assert len(found) < 500 * 1_500


class Endless(io.BytesIO):
    """Gives whatever is asked for, and counts it."""

    given = 0

    def read(self, size: int | None = -1) -> bytes:
        self.given += size or 0
        return bytes(size or 0)


def test_an_input_without_end() -> None:
    """A device that never ends is refused at the limit, named and through standard input."""
    with pytest.raises(Unreadable, match=r"^zero: goes on beyond the limit of 5000000 bytes"):
        bounded(Path("/dev/zero"), 5_000_000)
    stream = Endless()
    with pytest.raises(Unreadable):
        drawn(stream, "x", 5_000_000)
    assert stream.given < 8_000_000
    with open("/dev/zero", "rb") as endless:  # noqa: PTH123 - a descriptor for the process
        done = subprocess.run([*GWR, "convert", "-"], stdin=endless, capture_output=True, check=False, env=ENVIRONMENT, timeout=120)
    assert done.returncode == 3
    assert "goes on beyond the limit" in one_line(done)


def test_what_a_folder_may_not_name(tmp_path: Path) -> None:
    """Links that lead out of a folder, pipes and sockets in it are not read but told; links within it are read."""
    folder, secret = tmp_path / "reports", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("各位代表", "utf-8")
    (folder / "a.txt").write_bytes(SEEDS[0].read_bytes())
    (folder / "b.txt").symlink_to("a.txt")
    (folder / "c.txt").symlink_to(secret)
    os.mkfifo(folder / "d.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(folder / "e.txt"))
        told: list[tuple[str, str]] = []
        found = [name for _, name in named([str(folder)], left=lambda path, why: told.append((Path(path).name, why)))]
    assert found == ["a.txt", "b.txt"]
    assert [name for name, _ in told] == ["c.txt", "d.txt", "e.txt"]


def test_names_that_look_like_options(tmp_path: Path) -> None:
    """Behind -- a name is a name, and in a folder it always is."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "--output=x").write_bytes(SEEDS[0].read_bytes())
    assert gwr("convert", "--compact", "--", "--output=x", cwd=tmp_path / "in").stdout.startswith(b"{")
    assert gwr("batch", "in", "-o", "out", "-j", "1", cwd=tmp_path).returncode == 0
    assert sorted(os.listdir(tmp_path)) == ["in", "out"]
    assert (tmp_path / "out" / "--output=x.json").is_file()


@pytest.mark.parametrize("blank", ["\n", " ", "\r\n", "\t"])
@pytest.mark.parametrize("before", ["", "[", '[{"schema_version"', "{"])
def test_a_file_of_blanks(blank: str, before: str) -> None:
    """What tells readers apart looks at no blank twice: a megabyte of them is refused, or read, at once."""
    start = time.process_time()
    with suppress(Unreadable):
        convert((before + blank * (1_000_000 // len(blank))).encode(), "blank.txt")
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "line",
    [
        "一、工作\n",
        "(一)工作。\n",
        "【注释】\n",
        "政府工作报告\n",
        "项目\t金额\n",
        "在某市第十届人民代表大会上\n",
        "工作。二、",
        "工作。一、工作。二、",
    ],
)
def test_one_line_over_and_over(line: str) -> None:
    """What looks back at all that stood before would take minutes for a file of headings; a hundred kilobytes take a second or two."""
    start = time.process_time()
    convert((line * (120_000 // len(line))).encode(), "again.txt")
    assert time.process_time() - start < 8
