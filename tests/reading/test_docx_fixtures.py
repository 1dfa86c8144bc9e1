"""Word files written by LibreOffice: nothing is lost, and the text is the seed's."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from converter.reading.docx import read_docx
from tests.reading.office_fixtures import recipes

FIXTURES = Path(__file__).parents[2] / "fixtures" / "docx"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = "ancestor::*[local-name()='del' or local-name()='moveFrom' or local-name()='Fallback']"


def written(data: bytes) -> Counter[str]:
    """The characters of all runs, notes and margins of a Word file, counted without our reader."""
    tally: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml", name):
                for text in etree.fromstring(archive.read(name)).iter(_W + "t"):
                    if not text.xpath(_GONE):
                        tally.update("".join((text.text or "").split()))
    return tally


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.docx")), ids=lambda path: path.name)
def test_every_run_and_note_is_in_the_text(path: Path) -> None:
    """Every character of every run, note, header and footer is in the text; so is what Word generates."""
    data = path.read_bytes()
    assert not written(data) - Counter(read_docx(data, path.name).text)


def test_plain_seed() -> None:
    """A seed saved as Word gives the lines of the seed."""
    source = read_docx((FIXTURES / "seed_003.docx").read_bytes(), "seed_003.docx")
    assert [" ".join(line.split()) for line in source.text.split("\n")] == [" ".join(line.split()) for line in recipes.seed_lines("003")]


def test_report() -> None:
    """Generated numbers, calls of footnotes, and the table give the lines of the seed the file was made from."""
    source = read_docx((FIXTURES / "report.docx").read_bytes(), "report.docx")
    lines, seed = source.text.split("\n"), recipes.seed_lines("002")
    table, notes = seed.index("2025年民生实事"), seed.index("【注释】")
    assert lines[0] == "铁西区第十九届人民代表大会第四次会议文件"
    assert lines[1 : table + 1] == [seed[0], *seed[2 : table + 1]]
    cells = [re.sub(r"\s+", "", cell) for line in lines[table + 1 : table + 12] for cell in line.split("\t")]
    assert cells == [re.sub(r"\s+", "", cell) for cell in seed[table + 1 : notes]]
    defined = [line for line in lines if re.match(r"\[\d+\]", line)]
    assert defined[:16] == [re.sub(r"^(\d+)\.", r"[\1]", line) for line in seed[notes + 1 :]]
    assert defined[16:] == ["[17]以上数据均为预计数。"]
    assert [number for _, number in source.note_anchors] == [str(n) for n in range(1, 18)]


def test_report_hints() -> None:
    """Margins, boxes, notes and table rows are told apart; leads are bold; tracked changes are accepted."""
    source = read_docx((FIXTURES / "report.docx").read_bytes(), "report.docx")
    by_tag: dict[str | None, list[str]] = {}
    for line in source.lines:
        by_tag.setdefault(line.hints.tag, []).append(source.text[line.start : line.end])
    assert by_tag["header"] == ["铁西区第十九届人民代表大会第四次会议文件"]
    assert by_tag["textbox"] == ["请妥善保管"]
    assert len(by_tag["td"]) == 11
    assert (len(by_tag["footnote"]), len(by_tag["endnote"]), len(by_tag["footer"])) == (16, 1, 1)
    assert "修订:新增十处口袋公园。" in by_tag["p"]
    bold = [source.text[low:high] for line in source.lines for low, high in line.hints.bold]
    assert "经济发展势能增强。" in bold
    assert {line.hints.region for line in source.lines if line.hints.tag in ("header", "footer")} == {"outside"}
