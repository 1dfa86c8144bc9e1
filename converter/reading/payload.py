"""What a record of a web archive holds, unpacked as HTTP says: one page that is packed wrongly must not end its archive."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from converter.reading import claims

# Browsers take any other word (utf-8, none, gbk: servers say so) for nothing said, and so do we.
_PACKINGS = {"Transfer-Encoding": ("chunked",), "Content-Encoding": ("gzip", "x-gzip", "deflate", "br", "zstd")}
_WRONG = (OSError, RuntimeError, EOFError, ValueError)


class Packed(ValueError):
    """The content cannot be unpacked; one line that says why."""


def content(record: Any, most: int) -> bytes:
    """The bytes of a record whose HTTP head is parsed and whose content is not decoded: at most one more than `most`.

    Raises EOFError where the archive ends within the record, Packed where the content is not what HTTP says of it.
    """
    raw: bytes = record.reader.read(most + 1)
    if len(raw) < min(record.content_length, most + 1):
        raise EOFError(f"{len(raw)} of {record.content_length} bytes of a record")
    if not packed(record):
        return raw
    said = list(_said(record))
    try:
        return _unpacked(raw, said, most) if said else raw
    except _WRONG as error:
        if claims.is_html(raw):  # a crawler that unpacks and keeps the head
            return raw
        raise Packed(f"is not packed as its head says: {' '.join(str(error).split())[:80]}") from None


def packed(record: Any) -> bool:
    """Whether the head says that the content is packed, rightly or not."""
    heads = record.http_headers or {}
    return any(heads.get(name) for name in _PACKINGS)


def _said(record: Any) -> Iterator[str]:
    """The lines of the HTTP head that say how the content is packed."""
    for name, known in _PACKINGS.items():
        words = [word.strip().lower() for word in ((record.http_headers or {}).get(name) or "").split(",")]
        kept = [word for word in words if word in known]
        if kept:
            yield f"{name}: {', '.join(kept)}\r\n"


def _unpacked(raw: bytes, said: list[str], most: int) -> bytes:
    """The library unpacks while it reads an archive; so it is given one that holds this content alone."""
    from fastwarc.warc import ArchiveIterator

    http = f"HTTP/1.1 200 OK\r\n{''.join(said)}\r\n".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http) + len(raw)}"
    record: Any = next(iter(ArchiveIterator(io.BytesIO(head.encode() + b"\r\n\r\n" + http + raw + b"\r\n\r\n"), auto_decode="all")))
    data: bytes = record.reader.read(most + 1)
    return data
