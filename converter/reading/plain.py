"""Plain text: the decoded file with its line ends made LF, and nothing else changed."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from converter.reading.encodings import decode
from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Remark, Source, lines_of


def read_plain(data: bytes, name: str, limits: Limits = LIMITS, declared: str | None = None) -> Source:
    """The Source of a text file: its byte order mark dropped, CRLF and CR become LF."""
    found = decode(data, name, declared, limits)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(
        name=name,
        media_type="text/plain",
        encoding=found.encoding,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        text=text,
        lines=lines_of(text),
        remarks=tuple(moved(remark, found.text) for remark in found.remarks),
    )


def moved(remark: Remark, text: str) -> Remark:
    """The remark where it stands once every CRLF is one character."""
    if remark.span is None:
        return remark
    start, end = remark.span
    lost = text.count("\r\n", 0, start)
    return replace(remark, span=(start - lost, end - lost))
