"""gwr plot: pictures of a panel."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from converter.cli import main
from tests.writing.samples import report, save, statement

pytest.importorskip("matplotlib", reason="the extra plot is not installed")


@pytest.fixture
def panel(tmp_path: Path) -> Path:
    """A panel of two places over three years."""
    made = [
        report(
            code,
            year,
            statement("gdp", "target", str(year), growth=6, growth_high=6.5, comparator="range"),
            statement("gdp", "actual", str(year - 1), growth=5),
        )
        for code in ("330000", "210200")
        for year in (2022, 2023, 2024)
    ]
    assert main(["panel", *save(tmp_path, *made), "-o", str(tmp_path / "panel.csv")]) == 0
    return tmp_path / "panel.csv"


def texts(svg: bytes) -> str:
    """The words on a drawing."""
    return " ".join("".join(node.itertext()) for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))


def test_svg(panel: Path, tmp_path: Path) -> None:
    """Text is text: the place, the indicator and the legend can be read and searched."""
    out = tmp_path / "two.svg"
    assert main(["plot", str(panel), "-o", str(out), "--place", "330000", "--place", "地方210200"]) == 0
    said = texts(out.read_bytes())
    assert all(word in said for word in ("地方330000", "地方210200", "地区生产总值", "目标 target", "实际 outcome", "2023"))


@pytest.mark.parametrize("name", ["one.svg", "one.png"])
def test_twice_the_same_bytes(panel: Path, tmp_path: Path, name: str) -> None:
    """The same panel gives the same picture."""
    (tmp_path / "again").mkdir()
    for out in (tmp_path / name, tmp_path / "again" / name):
        assert main(["plot", str(panel), "-o", str(out)]) == 0
    assert (tmp_path / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_png(panel: Path, tmp_path: Path) -> None:
    """A PNG is a PNG."""
    assert main(["plot", str(panel), "-o", str(tmp_path / "one.png")]) == 0
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG\r\n")


def test_html(panel: Path, tmp_path: Path) -> None:
    """One file without links to elsewhere, with the figures as a table."""
    assert main(["plot", str(panel), "-o", str(tmp_path / "one.html"), "--place", "330000"]) == 0
    page = (tmp_path / "one.html").read_text("utf-8")
    assert "<svg" in page
    assert "<td>6–6.5</td><td>5</td>" in page
    assert "<script" not in page
    assert "<link" not in page


def test_gallery(panel: Path, tmp_path: Path) -> None:
    """A page for every place, and one that leads to them."""
    assert main(["plot", str(panel), "-o", str(tmp_path / "gallery"), "--gallery"]) == 0
    assert sorted(p.name for p in (tmp_path / "gallery").iterdir()) == ["210200.html", "330000.html", "index.html"]
    assert 'href="330000.html"' in (tmp_path / "gallery" / "index.html").read_text("utf-8")
    assert main(["plot", str(panel), "-o", str(tmp_path / "gallery"), "--gallery"]) == 2
    assert main(["plot", str(panel), "-o", str(tmp_path / "gallery"), "--gallery", "--force"]) == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["-o", "one.svg", "--place", "nowhere"], 1),
        (["-o", "one.svg", "--indicator", "cpi"], 1),
        (["-o", "one.gif"], 2),
        (["-o", "one.svg", "--gallery"], 2),
        (["-o", "none/one.svg"], 2),
        (["-o", "panel.csv"], 2),
    ],
)
def test_nothing_is_written(panel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], code: int) -> None:
    """What is not there, or cannot be meant, is said; nothing is written."""
    monkeypatch.chdir(tmp_path)
    before = sorted(p.name for p in tmp_path.iterdir())
    assert main(["plot", str(panel), *options]) == code
    assert sorted(p.name for p in tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["p.ndjson", "p.parquet", "p.duckdb", "p.sqlite"])
def test_panels_in_every_form(panel: Path, tmp_path: Path, name: str) -> None:
    """The picture is the same whatever the panel was written to."""
    pytest.importorskip("pyarrow", reason="the extra export is not installed")
    documents = [str(path) for path in sorted(tmp_path.glob("*.json"))]
    assert main(["panel", *documents, "-o", str(tmp_path / name)]) == 0
    assert main(["plot", str(panel), "-o", str(tmp_path / "a.svg")]) == 0
    assert main(["plot", str(tmp_path / name), "-o", str(tmp_path / "b.svg")]) == 0
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_nothing_is_cut_off() -> None:
    """Axes are shared, and the last of several places may have the greatest figures."""
    from converter.plotting.draw import _figure
    from converter.plotting.series import Point, Series

    small = Series("1", "甲", "gdp", "%", {2020: Point(outcome=5), 2021: Point(outcome=6)})
    great = Series("2", "乙", "gdp", "%", {2020: Point(outcome=25), 2021: Point(lower=-3, upper=-3, target=-3)})
    low, high = _figure([small, great]).axes[0].get_ylim()
    assert (low < -3, high > 25) == (True, True)
    low, high = _figure([small, small]).axes[0].get_ylim()
    assert (low, high > 6) == (0, True)


def test_names_are_words(panel: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A place that is called like a formula, a script or an escape is drawn as words, and nothing is said about it."""
    capfd.readouterr()
    evil = tmp_path / "evil.csv"
    evil.write_text(panel.read_text("utf-8-sig").replace("地方330000", "$x^{\\frac$<script>\x1b[31m</script>"), "utf-8")
    out = tmp_path / "evil.svg"
    assert main(["plot", str(evil), "-o", str(out), "--place", "330000"]) == 0
    assert "$x^{\\frac$<script> [31m</script>" in texts(out.read_bytes())
    assert b"<script" not in out.read_bytes()
    assert capfd.readouterr().err.count("\n") == 1


def test_fonts_that_came_since(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that had no Chinese font when matplotlib looked, and has one now, is looked at again."""
    from matplotlib.font_manager import fontManager

    from converter.plotting.draw import has_chinese

    if not has_chinese():
        pytest.skip("no Chinese font on this machine")
    monkeypatch.setattr(fontManager, "ttflist", [font for font in fontManager.ttflist if font.name == "DejaVu Sans"])
    assert has_chinese()
