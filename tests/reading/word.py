"""Word files made by hand: the zip with the few parts a test needs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PART = re.compile(r"^=== (\w+)$", re.M)


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body (XML, `w:` declared); parts: styles, numbering, footnotes, endnotes, header, footer."""
    members = {"word/document.xml": _root("document", f"<w:body>{body}</w:body>")}
    members |= {f"word/{kind}.xml": _root(_ROOTS[kind], inner) for kind, inner in parts.items()}
    members["_rels/.rels"] = _relations({"officeDocument": "word/document.xml"})
    members["word/_rels/document.xml.rels"] = _relations({kind: f"{kind}.xml" for kind in parts})
    return zipped(members)


def from_case(text: str) -> bytes:
    """A Word file from a written case: the body, then further parts, each behind a line `=== kind`."""
    body, *rest = _PART.split(text)
    return docx(body, **dict(zip(rest[::2], rest[1::2], strict=True)))


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _root(name: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_SPACES}>{inner}</w:{name}>'


def _relations(targets: dict[str, str]) -> str:
    rows = "".join(f'<Relationship Id="{kind}" Type="{_TYPES}{kind}" Target="{target}"/>' for kind, target in targets.items())
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'
