"""gwr join: pages named on the command line."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from converter.cli import main
from tests.joining.cutting import SEEDS, framed, lines


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A seed in four pages, in files with blanks and Chinese in their names."""
    rng = random.Random(2)
    monkeypatch.chdir(tmp_path)
    names = [f"报告 第{n}部.txt" for n in range(1, 5)]
    for name, text in zip(names, framed(lines(SEEDS["000"], 4, rng), rng), strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    return names


def test_one_document(pages: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """The document is printed, and nothing else."""
    assert main(["join", *pages]) == 0
    out, err = capsysbinary.readouterr()
    assert [page["name"] for page in json.loads(out)["source"]["pages"]] == pages
    assert err == b""


def test_findings(pages: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A gap, a copy and another order are said, the document is written, and the exit code is 1."""
    assert main(["join", pages[3], pages[0], pages[0], pages[1], "-o", "out", "--name", "whole.txt"]) == 1
    err = capsysbinary.readouterr().err.decode()
    assert "once more" in err
    assert "page 3 is missing between" in err
    assert "put in order by their page numbers" in err
    assert json.loads(Path("out/whole.json").read_bytes())["source"]["name"] == "whole.txt"


def test_unreadable(pages: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Where a page cannot be read nothing is joined."""
    assert main(["join", *pages, "gone.txt"]) == 3
    assert capsysbinary.readouterr() == (b"", b"gone.txt: no such file\n")


def test_two_reports(pages: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Pages of two reports are refused with their names."""
    Path("other.txt").write_text(
        "2019年江口县政府工作报告（第3/9页）\n一、2018年工作回顾\n全县地区生产总值增长8%，各项事业全面进步。", "utf-8"
    )
    assert main(["join", *pages, "other.txt"]) == 3
    assert "other.txt are not pages of one report" in capsysbinary.readouterr().err.decode()


def test_a_page_is_not_written_over(pages: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A page called .json would be; where the document goes elsewhere it is said where it is."""
    Path("one.json").write_bytes(Path(pages[0]).read_bytes())
    assert main(["join", "one.json", *pages[1:], "-o", "."]) == 2
    assert capsysbinary.readouterr().err == b"gwr join: one.json would be overwritten by its own document\n"
    assert Path("one.json").read_bytes() == Path(pages[0]).read_bytes()
    main(["join", *pages, "-o", "out"])
    assert b"written to out/" in capsysbinary.readouterr().err
