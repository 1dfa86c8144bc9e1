"""DOC, WPS and RTF: through LibreOffice where it is installed, with a clear message where it is not."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from converter.reading.limits import LIMITS
from converter.reading.office import read_office
from converter.reading.source import Unreadable
from tests.reading.office_fixtures import office, recipes

_DOC = (Path(__file__).parents[2] / "fixtures" / "docx" / "seed_001.doc").read_bytes()
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
needs_office = pytest.mark.skipif(not office.installed(), reason="LibreOffice is not installed")


@needs_office
def test_doc() -> None:
    """A DOC gives the lines of the seed it was made from, under the digest of the DOC itself."""
    source = read_office(_DOC, "seed_001.doc")
    assert [" ".join(line.split()) for line in source.text.split("\n")] == [" ".join(line.split()) for line in recipes.seed_lines("001")]
    assert (source.media_type, source.size, source.sha256) == ("application/msword", len(_DOC), hashlib.sha256(_DOC).hexdigest())


@needs_office
def test_rtf() -> None:
    """An RTF is read the same way."""
    assert read_office(rb"{\rtf1\ansi\uc1 \u25919?\u24220?}", "x.rtf").text == "政府"


@needs_office
def test_too_slow() -> None:
    """LibreOffice is ended when its time is up."""
    with pytest.raises(Unreadable, match="limit office_seconds"):
        read_office(_DOC, "x.doc", replace(LIMITS, office_seconds=0))


def test_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice the message says what is needed."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(Unreadable, match=r"^x\.doc: DOC files need LibreOffice \(soffice\), which is not installed; or save it as DOCX$"):
        read_office(_DOC, "x.doc")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_OLE + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (_OLE + b"\x00" * 500 + "Workbook".encode("utf-16-le"), "no Word or WPS document"),
        (b"plain text", "no Word, WPS or RTF file"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    """What LibreOffice is not asked to read is refused in one line."""
    with pytest.raises(Unreadable, match=r"^x\.doc: ") as caught:
        read_office(data, "x.doc")
    assert words in str(caught.value)
