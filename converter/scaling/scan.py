"""The reports in web archives: every record read, few looked at, those that are reports told and, where wanted, copied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter.reading.limits import LIMITS
from converter.reading.payload import Packed, content, packed
from converter.reading.source import Unreadable
from converter.reading.warc import _fetched, _no_page, _type
from converter.scaling.archives import records
from converter.scaling.sieve import is_report, may_be
from converter.writing.files import draft_of, naming


@dataclass(frozen=True, slots=True)
class Found:
    """A report in an archive: the number of its record as `gwr batch` counts them, and what the crawl says of it."""

    archive: str
    record: int
    url: str | None
    retrieved_at: str | None
    bytes: int


@dataclass(slots=True)
class Tally:
    """What a scan went through."""

    records: int = 0
    pages: int = 0
    looked_at: int = 0
    found: int = 0


def scan(archive: str, tally: Tally, copy: Copy | None = None) -> Iterator[Found]:
    """The reports of one archive, in its order.

    Raises Unreadable where it is damaged, after what stands before the damage, and OSError where it cannot be opened or copied from.
    """
    number = 0
    try:
        for number, record in enumerate(records(archive), 1):
            tally.records += 1
            data = _page(record)
            if data is None:
                continue
            tally.pages += 1
            if not may_be(data):
                continue
            tally.looked_at += 1
            if is_report(data, record.http_charset):
                tally.found += 1
                if copy:
                    copy.add(record, data)
                yield Found(archive, number, record.headers.get("WARC-Target-URI"), _fetched(record), len(data))
    except (OSError, RuntimeError, EOFError, ValueError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the system's: the file is not there, or the disk of the copy is full
        what = f"archive damaged or cut off at record {number}" if number else "no web archive, or damaged in its first record"
        raise Unreadable(f"{what}: {error}") from error
    if not number:
        raise Unreadable("an archive without responses, or no archive")


def _page(record: Any) -> bytes | None:
    """The bytes of a record that may be a page."""
    try:
        record.parse_http(auto_decode="none")
    except (OSError, RuntimeError, ValueError):  # no head of HTTP
        return None
    if _no_page(record) or record.content_length > LIMITS.unpacked_bytes:
        return None
    try:  # to name a limit costs as much as to read
        data: bytes = content(record, LIMITS.unpacked_bytes) if packed(record) else record.reader.read()
    except Packed:
        return None
    return data if _type(record) or b"<" in data[:1024] else None


class Copy:
    """A new archive with the records that were found."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def add(self, record: Any, data: bytes) -> None:
        """Copy a record as a response of its own, its body decoded as HTTP had it packed."""
        import gzip

        kind = _type(record) or "text/html"
        charset = f"; charset={record.http_charset}" if record.http_charset else ""
        http = (
            f"HTTP/1.1 200 OK\r\nContent-Type: {kind}{charset}\r\nContent-Length: {len(data)}\r\n\r\n".encode("latin-1", "replace") + data
        )
        kept = [(name, record.headers.get(name)) for name in ("WARC-Target-URI", "WARC-Date", "WARC-Record-ID")]
        heads = "".join(f"{name}: {value}\r\n" for name, value in kept if value)
        sort = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        head = f"WARC/1.0\r\nWARC-Type: response\r\n{heads}{sort}"
        self._file.write(gzip.compress(head.encode("utf-8", "replace") + http + b"\r\n\r\n", 6, mtime=0))


@contextmanager
def copying(target: Path) -> Iterator[Copy]:
    """An archive that appears when it is whole."""
    draft = draft_of(target)
    try:
        with naming(target, draft):
            with draft.open("xb") as file:
                yield Copy(file)
            draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
