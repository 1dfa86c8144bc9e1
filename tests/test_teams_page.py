"""docs/teams.md and CONTRIBUTING.md say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import converter
from converter.adding import together
from converter.cli import main
from converter.correcting import load
from converter.pipeline import convert
from converter.reading.sidecar import Fetched, fetched

ROOT = Path(__file__).parents[1]
SEED = next((ROOT / "seeds").glob("002*"))
TEAMS = (ROOT / "docs" / "teams.md").read_text("utf-8")


def test_the_corrections_shown_are_corrections() -> None:
    """They are read, and all but the line that the seed does not have are applied to it."""
    entries = load(re.findall(r"^```yaml\n(.*?)^```", TEAMS, re.M | re.S)[0].encode(), "report.corrections.yaml")
    document = convert(SEED.read_bytes(), SEED.name, entries=entries)
    assert [c.address for c in document.corrections] == [str(e) for e in entries if e.kind != "line"]


def test_the_lexicon_shown_is_one() -> None:
    """It is read without a word about it."""
    shown = next(block for block in re.findall(r"^```yaml\n(.*?)^```", TEAMS, re.M | re.S) if block.startswith("lexicon:"))
    made = together([(shown.encode(), "words.yaml")])
    assert made is not None
    assert set(made.lexicons[0].parts) == {"chrome", "indicators", "places"}


def test_the_source_shown_is_read(tmp_path: Path) -> None:
    """Address and time, as they are written."""
    shown = next(block for block in re.findall(r"^```yaml\n(.*?)^```", TEAMS, re.M | re.S) if block.startswith("url:"))
    (tmp_path / "report.source.yaml").write_text(shown, "utf-8")
    assert fetched(tmp_path / "report.html") == Fetched("https://example.org/2024/report.html", "2024-02-01T08:00:00Z")


@pytest.mark.parametrize("command", re.findall(r"^gwr (.+)$", TEAMS, re.M))
def test_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Every command of the page ends with 0, with a report and its document at hand."""
    monkeypatch.chdir(tmp_path)
    for folder in ("pages", "out"):
        (tmp_path / folder).mkdir()
    text = SEED.read_text("utf-8")
    cut = text.index("二、")
    for n, part in enumerate((text[:cut], text[cut:]), 1):
        (tmp_path / "pages" / f"{n}.html").write_text(f"{part}\n第{n}页，共2页", "utf-8")
    for name in ("report.txt", "report.html"):
        (tmp_path / name).write_bytes(SEED.read_bytes())
    (tmp_path / "words.yaml").write_text("indicators: {gdp: {names: [区内总产值]}}", "utf-8")
    (tmp_path / "out" / "report.json").write_text(converter.dumps(converter.convert(SEED)), "utf-8")
    words = [w for part in command.split(" > ")[0].split() for w in (sorted(map(str, Path().glob(part))) if "*" in part else [part])]
    assert main(words) == 0
    capsysbinary.readouterr()


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/teams.md", "docs/architecture.md", "docs/api.md", "docs/settings.md"])
def test_what_is_named_exists(page: str) -> None:
    """Links lead somewhere, and so do the paths that are named."""
    text = (ROOT / page).read_text("utf-8")
    links = [(ROOT / page).parent / link for link in re.findall(r"\]\(([^)#:]+)\)", text)]
    paths = [ROOT / path for path in re.findall(r"`((?:converter|tests|scripts|docs)/[\w./]+)`", text)]
    assert [str(path) for path in (*links, *paths) if not path.exists()] == []


def test_the_cases_shown_are_cases() -> None:
    """What CONTRIBUTING.md shows stands in the files that it names."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    shown = re.findall(r"^ {7}## .+?^ {7}```expected\n.+?^ {7}```$", text, re.M | re.S)
    files = "".join((ROOT / "tests" / name).read_text("utf-8") for name in ("stripping/toolbars.md", "extracting/indicators/targets.md"))
    assert len(shown) == 2
    assert all(re.sub(r"^ {7}", "", case, flags=re.M) in files for case in shown)


def test_the_citation_names_the_version() -> None:
    """CITATION.cff is of this version."""
    assert f"version: {converter.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
