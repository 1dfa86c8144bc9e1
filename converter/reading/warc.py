"""Web archives (WARC, plain or gzipped): every page in them, one after the other, with where and when it was fetched."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, Any, cast

from converter.frozen import dataclass
from converter.reading import claims
from converter.reading.handwritten import short
from converter.reading.limits import LIMITS, Limits
from converter.reading.payload import Packed, content
from converter.reading.source import Source, Unreadable

_PAGES = ("text/html", "application/xhtml+xml")
_UNTOLD = ("", "application/octet-stream", "unk")  # types that say nothing: the content must


@dataclass(frozen=True, slots=True)
class Record:
    """A page of an archive, as `read` takes it: `read(data, name, declared=…, url=…, retrieved_at=…)`."""

    data: bytes
    name: str
    url: str | None
    retrieved_at: str | None
    declared: str | None


@dataclass(frozen=True, slots=True)
class Passed:
    """A record that holds no page, and why it was passed over."""

    name: str
    url: str | None
    why: str


def records(archive: Path | IO[bytes], name: str, limits: Limits = LIMITS) -> Iterator[Record | Passed]:
    """The responses and resources of an archive, in its order: pages as Record, the rest as Passed.

    Raises Unreadable where the archive itself is damaged, after what could be read has been given out.
    """
    number = 0
    try:
        with opened(archive) as stream:
            for number, record in enumerate(_iterator(stream), 1):
                yield _taken(record, f"{name}#{number}", limits)
            stream.check()
    except (OSError, RuntimeError, EOFError, ValueError) as error:
        raise Unreadable(f"{name}: archive damaged or cut off at record {number}: {error}") from error
    if not number:
        raise Unreadable(f"{name}: an archive without responses, or cut off in its first record")


class Unpacked:
    """The archive's plain bytes as fastwarc reads them. It takes any end for the end: a broken gzip stream is told by `check`."""

    def __init__(self, raw: IO[bytes]) -> None:
        packed = raw.read(2) == claims.GZIP
        raw.seek(0)
        self._read = gzip.GzipFile(fileobj=raw).read1 if packed else raw.read
        self._broken: Exception | None = None
        self._at = 0

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; none at the end or where the stream breaks off."""
        try:
            piece = b"" if self._broken else self._read(size)
        except (OSError, EOFError, zlib.error) as error:
            self._broken = error
            piece = b""
        self._at += len(piece)
        return piece

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def check(self) -> None:
        """Raise EOFError where the stream broke off."""
        while not self._broken and self.read(1 << 20):
            pass
        if self._broken:
            raise EOFError(str(self._broken))


@contextmanager
def opened(archive: Path | IO[bytes]) -> Iterator[Unpacked]:
    """The archive, closed again where it was a path."""
    with archive.open("rb") if isinstance(archive, Path) else nullcontext(archive) as raw:
        yield Unpacked(raw)


def refuse_warc(_data: bytes, name: str, _limits: Limits = LIMITS) -> Source:
    """An archive is no single input."""
    raise Unreadable(f"{name}: a web archive holds many pages; gwr batch {name} -o DIR converts them")


def _iterator(stream: Unpacked) -> Iterator[Any]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise Unreadable("reading web archives needs the extra `warc`: pip install 'gwr-converter[warc]'") from error
    wanted = WarcRecordType.response | WarcRecordType.resource
    return iter(ArchiveIterator(cast(Any, stream), record_types=wanted, parse_http=False))  # heads and contents are for `_taken`


def _taken(record: Any, name: str, limits: Limits) -> Record | Passed:
    url = record.headers.get("WARC-Target-URI")
    try:
        record.parse_http(auto_decode="none")
    except (OSError, RuntimeError, ValueError) as error:
        return Passed(name, url, f"its head is no HTTP: {' '.join(str(error).split())[:80]}")
    try:
        why = _no_page(record)
        data = b"" if why else content(record, limits.unpacked_bytes)
    except Packed as error:
        return Passed(name, url, str(error))
    if not why and len(data) > limits.unpacked_bytes:
        why = f"more than {limits.unpacked_bytes} bytes"
    if not why and _type(record) in _UNTOLD and not claims.is_html(data):
        why = "no page by its content"
    return Passed(name, url, why) if why else Record(data, name, url, _fetched(record), record.http_charset)


def _fetched(record: Any) -> str | None:
    """When, as the archive says; a date that cannot be is none."""
    try:
        date = record.record_date
    except ValueError:
        return None
    return date.isoformat().replace("+00:00", "Z") if date else None


def _no_page(record: Any) -> str | None:
    """Why a record is passed over by its headers alone."""
    status = record.http_headers.status_code if record.http_headers else 200
    if status is not None and not 200 <= status < 300:
        return f"HTTP status {status}"
    kind = _type(record)
    return None if kind in _PAGES or kind in _UNTOLD else f"content type {short(kind)}"


def _type(record: Any) -> str:
    """The content type without parameters: HTTP's where there is HTTP, else the record's own."""
    found = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    return (found or "").split(";")[0].strip().lower()
