"""PDF files: nothing of the text layer is lost, and what has none is refused."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from converter.reading.limits import LIMITS
from converter.reading.pdf import read_pdf
from converter.reading.source import Source, Unreadable
from tests.reading.office_fixtures import recipes

pdfium = pytest.importorskip("pypdfium2")

FIXTURES = Path(__file__).parents[2] / "fixtures" / "pdf"
_READABLE = ["columns.pdf", "long.pdf", "report.pdf"]


def read(name: str) -> Source:
    """A fixture, read."""
    return read_pdf((FIXTURES / name).read_bytes(), name)


def layer(data: bytes) -> Counter[str]:
    """The characters of a PDF's text layer, as PDFium itself gives them out."""
    document = pdfium.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in document]
    return Counter("".join("".join(texts).split()))


def blank(pages: int) -> bytes:
    """A PDF of empty pages."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(100, 100)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", _READABLE)
def test_every_character_is_in_the_text(name: str) -> None:
    """Every character of the text layer is in the text, as often as it is printed."""
    assert not layer((FIXTURES / name).read_bytes()) - Counter(read(name).text)


def test_long_report() -> None:
    """Twelve pages give the paragraphs of the seed, and the running head and the folio of every page apart from them."""
    source = read("long.pdf")
    by_tag: dict[str | None, list[str]] = {}
    for line in source.lines:
        by_tag.setdefault(line.hints.tag, []).append(source.text[line.start : line.end])
    pages = max(line.hints.page or 0 for line in source.lines)
    assert pages >= 10
    assert by_tag["header"] == ["沈河区第十九届人民代表大会第二次会议文件"] * pages
    assert [re.sub(r"\s", "", line) for line in by_tag["footer"]] == [f"—{n}—" for n in range(1, pages + 1)]
    seed = ["".join(line.split()) for line in recipes.seed_lines("003")]
    assert ["".join(line.split()) for line in by_tag["p"]] == seed


def test_report() -> None:
    """Footnotes follow the text under their numbers and are called in it; table rows are lines; the lead is bold."""
    source = read("report.pdf")
    text = source.text
    assert "锚定“三大目标”[1]不动摇" in text
    assert [number for _, number in source.note_anchors] == [str(n) for n in range(1, 7)]
    assert all(text[low:high] == f"[{number}]" for (low, high), number in source.note_anchors)
    foot = [text[line.start : line.end] for line in source.lines if line.hints.tag == "footnote"]
    seed = recipes.seed_lines("002")
    defined = [re.sub(r"^(\d+)\.", r"[\1]", line) for line in seed[seed.index("【注释】") + 1 :]]
    assert foot == defined[:6]
    assert "1 提供就业岗位6万个,实现就业登记4.5万人以上,帮扶困难群众就业2000人以上。" in text.split("\n")
    bold = [text[low:high] for line in source.lines for low, high in line.hints.bold]
    assert "经济发展势能增强。" in bold


def test_two_columns() -> None:
    """Two columns give whole paragraphs, and a diagnostic that the order is a guess."""
    source = read("columns.pdf")
    seed = [line[:500] for line in recipes.seed_lines("003") if len(line) > 60][1:4]
    assert source.text.split("\n") == seed
    assert [(remark.code, remark.severity) for remark in source.remarks] == [("GWR031", "error")]


def turned(data: bytes, quarter: int) -> bytes:
    """The PDF with its first page stored on its side, and a note that it is to be turned."""
    document = pdfium.PdfDocument(data)
    page = document[0]
    width, height = page.get_size()
    across = {1: (0, 1, -1, 0, height, 0), 2: (-1, 0, 0, -1, width, height), 3: (0, -1, 1, 0, 0, width)}[quarter]
    for one in page.get_objects(max_depth=1):
        one.transform(pdfium.PdfMatrix(*across))
    if quarter % 2:
        page.set_mediabox(0, 0, height, width)
        page.set_cropbox(0, 0, height, width)
    page.set_rotation(90 * quarter)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    page.close()
    document.close()
    return out.getvalue()


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_turned_pages(quarter: int) -> None:
    """A page stored on its side, or on its head, reads as it is shown."""
    data = (FIXTURES / "columns.pdf").read_bytes()
    assert read_pdf(turned(data, quarter), "x.pdf").text == read("columns.pdf").text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ((FIXTURES / "locked.pdf").read_bytes(), "encrypted"),
        ((FIXTURES / "columns.pdf").read_bytes()[:3000], "damaged"),
        (b"%PDF-1.7\n" + b"\x00" * 500, "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, "no PDF, whatever its name says"),
        (blank(3), "without a text layer (3 scanned pages?)"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    """What cannot be read is refused in one line that names the file and the reason."""
    with pytest.raises(Unreadable, match=r"^x\.pdf: ") as caught:
        read_pdf(data, "x.pdf")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_too_many_pages() -> None:
    """A PDF of more pages than the limit is refused before it is read; the limit can be set."""
    data = (FIXTURES / "long.pdf").read_bytes()
    with pytest.raises(Unreadable, match=r"a PDF of \d+ pages; more than 5 are not read \(limit pdf_pages\)"):
        read_pdf(data, "x.pdf", replace(LIMITS, pdf_pages=5))
