"""Inputs to begin with: seeds, fixtures, pages and Word files built from them, and pieces of all of these."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from random import Random

from tests.reading.pages import VARIANTS, page
from tests.reading.word import docx

ROOT = Path(__file__).parents[2]
SEEDS = [path.read_text("utf-8-sig") for path in sorted((ROOT / "seeds").glob("*.txt"))]
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "big5hkscs")
SMALL = 1_500  # characters of a piece: a fuzzer tries many small inputs rather than few large ones


def pieces(chance: Random, count: int) -> Iterator[str]:
    """Stretches of seeds, a beginning and an end joined now and then so that a whole report is short."""
    for _ in range(count):
        seed = chance.choice(SEEDS)
        at = chance.randrange(max(1, len(seed) - SMALL))
        piece = seed[at : at + chance.randrange(100, SMALL)]
        yield seed[:400] + "\n" + piece + "\n" + seed[-300:] if chance.random() < 0.3 else piece


def texts(chance: Random, count: int = 60) -> Iterator[bytes]:
    """Plain texts in several encodings."""
    for piece in pieces(chance, count):
        yield piece.encode(chance.choice(ENCODINGS), "ignore")


def pages(chance: Random, count: int = 40) -> Iterator[bytes]:
    """Web pages: pieces set in the ways sites set them, and one whole page."""
    for piece in pieces(chance, count):
        lines = [line for line in piece.splitlines() if line.strip()]
        inner = VARIANTS[chance.choice([name for name in VARIANTS if name != "nested"])](lines)
        yield f'<!DOCTYPE html><html><head><title>{escape(lines[0][:20])}</title></head><body>{inner}</body></html>'.encode()
    yield page("002_fa97d507ddd9a17d.txt", "paragraphs").data("gb18030", "gb2312")


def words(chance: Random, count: int = 30) -> Iterator[bytes]:
    """Word files: pieces with bold, numbers, a table, notes; and the smaller fixture."""
    for piece in pieces(chance, count):
        lines = [escape(line) for line in piece.splitlines() if line.strip()]
        body = "".join(_paragraph(line, chance) for line in lines)
        note = '<w:footnote w:id="2"><w:p><w:r><w:t>注释:是指工作。</w:t></w:r></w:p></w:footnote>'
        yield docx(body, footnotes=note, numbering=_NUMBERING)
    yield (ROOT / "fixtures" / "docx" / "report.docx").read_bytes()


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def _paragraph(line: str, chance: Random) -> str:
    kind = chance.random()
    if kind < 0.1:
        cells = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ("1", line))
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    if kind < 0.2:
        number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        return f"<w:p>{number}<w:r><w:rPr><w:b/></w:rPr><w:t>{line}</w:t></w:r></w:p>"
    if kind < 0.3:
        return f'<w:p><w:r><w:t>{line}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    return f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"


def anything(chance: Random) -> Iterator[bytes]:
    """Inputs of every format; the PDF too."""
    yield from texts(chance, 30)
    yield from pages(chance, 15)
    yield from words(chance, 10)
    yield (ROOT / "fixtures" / "pdf" / "locked.pdf").read_bytes()
