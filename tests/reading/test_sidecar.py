"""Where a report comes from: from the caller, from a file beside it; and what decided each field of the document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import converter
from converter.cli import main
from converter.models.document import Document
from converter.models.metadata import Metadata
from converter.models.structure import Section
from converter.pipeline import convert
from converter.reading.sidecar import Fetched, fetched
from converter.reading.source import Unreadable
from scripts.regenerate_goldens import sources as goldens

TEXT = "临江县2024年政府工作报告\n各位代表:\n我代表县政府报告工作,请予审议。\n一、2023年工作回顾\n全县地区生产总值增长6.1%。\n"
SAID = "url: https://example.org/1.html\nretrieved_at: 2024-02-01T08:00:00Z\n"
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports, one with a file that says where it was fetched."""
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    for name in ("a", "b"):
        Path(f"reports/{name}.txt").write_text(TEXT.replace("6.1", "6.1" if name == "a" else "6.2"), "utf-8")
    Path("reports/a.source.yaml").write_text(SAID, "utf-8")
    return tmp_path


def source(name: str) -> tuple[str | None, str | None]:
    """What a written document says."""
    said = json.loads(Path(name).read_text("utf-8"))["source"]
    return said["url"], said["retrieved_at"]


BESIDE = ("https://example.org/1.html", "2024-02-01T08:00:00Z")


def test_every_way_of_converting_reads_it(folder: Path) -> None:
    """convert, batch, join and Python; the other report has none, and the file itself is no report."""
    assert main(["convert", *map(str, sorted(Path("reports").iterdir())), "-o", "one"]) == 0
    assert main(["batch", "reports", "-o", "two", "-j", "1"]) == 0
    assert (
        sorted(path.name for path in Path("one").iterdir())
        == sorted(path.name for path in Path("two").glob("*.json"))
        == ["a.json", "b.json"]
    )
    for out in ("one", "two"):
        assert (source(f"{out}/a.json"), source(f"{out}/b.json")) == (BESIDE, (None, None))
    main(["join", "reports/a.txt", "reports/b.txt", "-o", "three"])
    assert json.loads(Path("three/a.json").read_text("utf-8"))["source"]["pages"][0]["url"] == BESIDE[0]
    assert converter.convert(Path("reports/a.txt")).source.url == BESIDE[0]


def test_what_the_caller_says_goes_before(folder: Path) -> None:
    """Each by itself."""
    assert main(["convert", "reports/a.txt", "--url", "https://example.org/2.html", "-o", "out"]) == 0
    assert source("out/a.json") == ("https://example.org/2.html", BESIDE[1])
    assert converter.convert(Path("reports/a.txt"), retrieved_at="2025").source.retrieved_at == "2025"


@pytest.mark.parametrize("text", ["", "url: a", SAID])
def test_what_may_be_said(folder: Path, text: str) -> None:
    """Either, both or nothing; a time stays as it is written."""
    Path("reports/b.source.yaml").write_text(text, "utf-8")
    assert fetched(Path("reports/b.txt")) == {"": Fetched(), "url: a": Fetched("a"), SAID: Fetched(*BESIDE)}[text]


@pytest.mark.parametrize("text", ["- a", "adress: a", "url: [a]", "url:\n"])
def test_mistakes(folder: Path, text: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Named with file and line; the report is not converted with half of it."""
    Path("reports/b.source.yaml").write_text(text, "utf-8")
    with pytest.raises(Unreadable, match=r"b\.source\.yaml:1: expected "):
        fetched(Path("reports/b.txt"))
    assert main(["convert", "reports/b.txt", "reports/a.txt", "-o", "out"]) == 3
    assert "b.source.yaml:1: expected" in capfd.readouterr().err
    assert [path.name for path in Path("out").iterdir()] == ["a.json"]


@pytest.mark.parametrize("path", [*SEEDS, *goldens()], ids=lambda path: path.name)
def test_every_field_has_its_evidence(path: Path) -> None:
    """What the masthead says names spans, or words from elsewhere; figures have a quote with its span, sections the cue of their role."""
    document = convert(path.read_bytes(), path.name)
    for one in document.reports or (document,):
        meta = one.metadata
        empty = Metadata()
        told = {name for name in Metadata.model_fields if name != "evidence" and getattr(meta, name) != getattr(empty, name)}
        assert told - set(meta.evidence) == set()
        assert all(meta.evidence[name] for name in told)
        assert all(figure.quote and figure.span[0] < figure.span[1] for figure in one.indicators)
        assert [s.role for s in _sections(one) if s.role != "other" and s.title and not s.evidence] == []


def _sections(document: Document) -> list[Section]:
    found: list[Section] = []
    todo = list(document.sections)
    while todo:
        section = todo.pop()
        found.append(section)
        todo.extend(section.sections)
    return found
