"""Plain text: the decoded file with its line ends made LF, and nothing else changed."""

from __future__ import annotations

from dataclasses import replace

from converter.reading.encodings import decode
from converter.reading.raw import Raw
from converter.reading.source import Remark, Source


def read_plain(raw: Raw) -> Source:
    """The Source of a text file: its byte order mark dropped, CRLF and CR become LF."""
    found = decode(raw.data, raw.name, raw.declared, raw.limits)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    remarks = [moved(remark, found.text) for remark in found.remarks]
    return raw.source("text/plain", found.encoding, text, remarks=remarks)


def moved(remark: Remark, text: str) -> Remark:
    """The remark where it stands once every CRLF is one character."""
    if remark.span is None:
        return remark
    start, end = remark.span
    lost = text.count("\r\n", 0, start)
    return replace(remark, span=(start - lost, end - lost))
