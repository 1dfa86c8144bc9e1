"""The records of a web archive as a scan reads them: by the library alone, and with an end that was looked at."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from converter.reading import claims
from converter.reading.source import Unreadable

_LENGTH = re.compile(rb"\r\nContent-Length:\s*(\d+)", re.IGNORECASE)
_PIECE = 1 << 20
_HEAD = 1 << 16  # bytes: more than the head of any record


def records(archive: str) -> Iterator[Any]:
    """Responses and resources, in the archive's order; raises EOFError after the last where the archive is cut off."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise Unreadable("reading web archives needs the extra `warc`: pip install 'gwr-converter[warc]'") from error
    last = 0
    with Path(archive).open("rb") as file:  # opened here: the library's message for a file that is missing names none
        for record in ArchiveIterator(file, record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=False):
            last = record.stream_pos
            yield record
        _ended(file, last)


def _ended(file: IO[bytes], last: int) -> None:
    """The library takes any end for the end. What stands from the beginning of the last record on must be whole."""
    file.seek(0)
    packed = file.read(2) == claims.GZIP
    file.seek(last)
    if not packed:
        _plain(file, last)
        return
    file.seek(last if file.read(2) == claims.GZIP else 0)  # one stream for all records can be looked at from its beginning alone
    try:
        stream = gzip.GzipFile(fileobj=file)
        while stream.read1(_PIECE):
            pass
    except zlib.error as error:
        raise EOFError(str(error)) from error


def _plain(file: IO[bytes], at: int) -> None:
    """From head to head, by what each says of its length."""
    size = file.seek(0, 2)
    while at < size:
        file.seek(at)
        head, found, _ = file.read(_HEAD).partition(b"\r\n\r\n")
        said = _LENGTH.search(head)
        if not found or not said:
            raise EOFError("the head of the last record is not whole")
        at += len(head) + 4 + int(said[1])
        if at > size:
            raise EOFError(f"{at - size} bytes of the last record are missing")
        at += 4  # the empty lines between two records
