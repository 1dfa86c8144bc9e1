"""A flat OpenDocument text: the one source LibreOffice turns into every Word and PDF fixture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

FACE = "Droid Sans Fallback"
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}


@dataclass(frozen=True)
class Paper:
    """Everything around the text: running head, folio, type size, columns, generated numbering, tracked changes."""

    head: str = ""
    folio: bool = False
    size: int = 14
    columns: int = 1
    changes: str = ""


PLAIN = Paper()


def document(body: Iterable[str], paper: Paper) -> str:
    """A flat OpenDocument text with these blocks (ready-made XML) on this paper."""
    spaces = " ".join(f'xmlns:{key}="{value}"' for key, value in _SPACES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls><style:font-face style:name=\"F\" svg:font-family=\"'{FACE}'\"/></office:font-face-decls>"
        f"<office:styles>{_styles(paper)}</office:styles><office:automatic-styles>{_layout(paper)}</office:automatic-styles>"
        f"<office:master-styles>{_master(paper)}</office:master-styles>"
        f"<office:body><office:text>{_changes(paper)}{_sectioned(''.join(body), paper)}</office:text></office:body></office:document>"
    )


def paragraph(text: str, style: str = "Body", inside: str = "") -> str:
    """A paragraph; `inside` is ready-made XML behind the text."""
    return f'<text:p text:style-name="{style}">{escape(text)}{inside}</text:p>'


def rich(xml: str, style: str = "Body") -> str:
    """A paragraph whose content is ready-made XML."""
    return f'<text:p text:style-name="{style}">{xml}</text:p>'


def bold(text: str) -> str:
    """A run in bold."""
    return f'<text:span text:style-name="Strong">{escape(text)}</text:span>'


def note(text: str, number: int, kind: str = "footnote") -> str:
    """A footnote or an endnote, to stand where it is called."""
    return (
        f'<text:note text:id="{kind}{number}" text:note-class="{kind}"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body>{paragraph(text, 'Small')}</text:note-body></text:note>"
    )


def numbered(text: str, level: int) -> str:
    """A paragraph whose number the word processor writes: 一、 at level 1, (一) at level 2."""
    opening, closing = "<text:list-item>" * 1, "</text:list-item>"
    inner = paragraph(text)
    for _ in range(level - 1):
        inner = f"<text:list>{opening}{inner}{closing}</text:list>"
    return f'<text:list text:style-name="Numbers" text:continue-numbering="true">{opening}{inner}{closing}</text:list>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of plain cells."""
    cells = "".join(
        "<table:table-row>" + "".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in row) + "</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="T"><table:table-column table:number-columns-repeated="{len(rows[0])}"/>{cells}</table:table>'


def box(text: str) -> str:
    """A text box, to stand in a paragraph."""
    return (
        '<draw:frame draw:style-name="Box" text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm">'
        f"<draw:text-box>{paragraph(text)}</draw:text-box></draw:frame>"
    )


def _text_style(name: str, properties: str, size: int) -> str:
    font = f'style:font-name="F" style:font-name-asian="F" fo:font-size="{size}pt" style:font-size-asian="{size}pt"'
    return (
        # Without this, LibreOffice lets a sign hang over the margin and then leaves it out of the PDF.
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties style:punctuation-wrap="simple" {properties}/>'
        f"<style:text-properties {font}/></style:style>"
    )


def _styles(paper: Paper) -> str:
    indent = f'fo:text-indent="{2 * paper.size}pt" fo:line-height="150%" fo:text-align="justify"'
    return (
        _text_style("Body", indent, paper.size)
        + _text_style("Title", 'fo:text-align="center"', paper.size + 4)
        + _text_style("Middle", 'fo:text-align="center"', paper.size)
        + _text_style("Small", 'fo:margin-left="0cm"', 9)
        + '<style:style style:name="Strong" style:family="text">'
        + '<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>'
        + '<text:list-style style:name="Numbers">'
        + '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        + '<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="(" style:num-suffix=")"/>'
        + "</text:list-style>"
    )


def _layout(paper: Paper) -> str:
    margins = '<style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style>' * bool(paper.head)
    margins += '<style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style>' * paper.folio
    columns = f'<style:columns fo:column-count="{paper.columns}" fo:column-gap="1cm"/>'
    return (
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
        f'fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.6cm" fo:margin-right="2.6cm"/>{margins}</style:page-layout>'
        '<style:style style:name="Columns" style:family="section">'
        f"<style:section-properties>{columns}</style:section-properties></style:style>"
        '<style:style style:name="Box" style:family="graphic">'
        '<style:graphic-properties style:wrap="none" fo:border="0.5pt solid #000000"/></style:style>'
    )


def _master(paper: Paper) -> str:
    head = f"<style:header>{paragraph(paper.head, 'Middle')}</style:header>" if paper.head else ""
    folio = '<text:p text:style-name="Middle">— <text:page-number>1</text:page-number> —</text:p>'
    foot = f"<style:footer>{folio}</style:footer>" if paper.folio else ""
    return f'<style:master-page style:name="Standard" style:page-layout-name="A4">{head}{foot}</style:master-page>'


def _changes(paper: Paper) -> str:
    return f"<text:tracked-changes>{paper.changes}</text:tracked-changes>" if paper.changes else ""


def _sectioned(body: str, paper: Paper) -> str:
    if paper.columns == 1:
        return body
    return f'<text:section text:style-name="Columns" text:name="S">{body}</text:section>'
