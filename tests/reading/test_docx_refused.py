"""Word files that are refused, each in one line that says why."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from converter.reading.docx import read_docx
from converter.reading.limits import LIMITS
from converter.reading.source import Unreadable
from tests.reading.word import docx, zipped

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>'
_LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + _DOCUMENT.format("&b;&b;")
_EXTERNAL = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _DOCUMENT.format("&x;")


def _spoilt(data: bytes) -> bytes:
    """The archive with a byte of its packed content changed."""
    at = data.index(b"document.xml") + 60
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def _locked(data: bytes) -> bytes:
    """The archive with every member marked as encrypted."""
    for head in (b"PK\x03\x04\x14\x00", b"PK\x01\x02\x14\x03\x14\x00"):
        data = data.replace(head + b"\x00\x00", head + b"\x01\x00")
    return data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04" + b"\x00" * 100, "damaged"),
        (docx("<w:p/>")[:200], "damaged"),
        (_spoilt(docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")), "damaged"),
        (_locked(docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")), "encrypted"),
        (zipped({"a.txt": "甲"}), "no Word document"),
        (zipped({"word/document.xml": "<w:document"}), "no well-formed XML"),
        (zipped({"word/document.xml": "<workbook/>"}), "no Word document (workbook)"),
        (zipped({"word/document.xml": _LAUGHS}), "entities"),
        (zipped({"word/document.xml": _EXTERNAL}), "entities"),
        (docx("<w:p/>"), "without text"),
        (docx("<w:sdt>" * 3000 + "</w:sdt>" * 3000), "no well-formed XML"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    """What cannot be read is refused in one line that names the file and the reason."""
    with pytest.raises(Unreadable, match=r"^x\.docx: ") as caught:
        read_docx(data, "x.docx")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bomb() -> None:
    """A part that unpacks to more than its share is refused before it is read whole, however small the file is."""
    data = docx("<w:p><w:r><w:t>" + "一" * 12_000_000 + "</w:t></w:r></w:p>")
    assert len(data) < 200_000
    with pytest.raises(Unreadable, match="unpacks to more than"):
        read_docx(data, "x.docx")


def test_the_allowance_is_shared() -> None:
    """All parts together stay within the limit, and the limit can be set."""
    data = docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", header="<w:p><w:r><w:t>" + "乙" * 1000 + "</w:t></w:r></w:p>")
    assert "乙" in read_docx(data, "x.docx").text
    with pytest.raises(Unreadable, match="unpacks to more than"):
        read_docx(data, "x.docx", replace(LIMITS, unpacked_bytes=3000))


def test_a_damaged_part_that_can_be_spared() -> None:
    """A style sheet that is no XML costs the bold, not the text, and is told."""
    out = io.BytesIO(docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", styles=""))
    with zipfile.ZipFile(out) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    source = read_docx(zipped({**members, "word/styles.xml": "<w:styles"}), "x.docx")
    assert source.text == "甲"
    assert [remark.code for remark in source.remarks] == ["GWR021"]


def test_remarks() -> None:
    """Tracked changes and an embedded document are told."""
    source = read_docx(docx('<w:altChunk r:id="a"/><w:p><w:del/><w:r><w:t>甲</w:t></w:r></w:p>'), "x.docx")
    assert {remark.code: remark.severity for remark in source.remarks} == {"GWR022": "error", "GWR023": "info"}
