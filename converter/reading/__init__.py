"""Bytes to `Source`: the reader is chosen from the content by a table, never by the file's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from converter.frozen import dataclass
from converter.reading import claims
from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Source, Unreadable

__all__ = ["READERS", "Limits", "Reader", "Source", "Unreadable", "chosen", "read"]


@dataclass(frozen=True, slots=True)
class Reader:
    """A row of the table: its name, which bytes it claims, and `module:function`, imported only where used.

    A function takes bytes, name and limits; one that `hears` also takes the charset that a server declared.
    """

    name: str
    claims: Callable[[bytes], bool]
    where: str
    hears: bool = False

    def __call__(self, data: bytes, name: str, limits: Limits, declared: str | None) -> Source:
        module, function = self.where.split(":")
        reader: Callable[..., Source] = getattr(import_module(module), function)
        return reader(data, name, limits, declared) if self.hears else reader(data, name, limits)


READERS = (
    Reader("pdf", claims.is_pdf, "converter.reading.pdf:read_pdf"),
    Reader("docx", claims.is_docx, "converter.reading.docx:read_docx"),
    Reader("office", claims.is_office, "converter.reading.office:read_office"),
    Reader("warc", claims.is_warc, "converter.reading.warc:refuse_warc"),
    Reader("own", claims.is_own, "converter.reading.own:refuse_document"),
    Reader("html", claims.is_html, "converter.reading.html:read_html", hears=True),
    Reader("plain", claims.is_plain, "converter.reading.plain:read_plain", hears=True),
)


def read(
    data: bytes,
    name: str,
    *,
    declared: str | None = None,
    url: str | None = None,
    retrieved_at: str | None = None,
    limits: Limits = LIMITS,
) -> Source:
    """The Source of one input.

    data: its bytes; name: what to call it; declared: a charset its server named; url and retrieved_at: where and when
    it was fetched. Raises Unreadable with one line for the user.
    """
    if len(data) > limits.input_bytes:
        raise Unreadable(f"{name}: {len(data)} bytes, more than the limit of {limits.input_bytes} bytes")
    source = chosen(data, name)(data, name, limits, declared)
    return replace(source, url=url, retrieved_at=retrieved_at) if url or retrieved_at else source


def chosen(data: bytes, name: str, readers: tuple[Reader, ...] = READERS) -> Reader:
    """The one reader that claims this input; two are a mistake in the table."""
    rows = [reader for reader in readers if reader.claims(data)]
    if len(rows) > 1:
        raise AssertionError(f"{name}: claimed by {', '.join(reader.name for reader in rows)}")
    if not rows:
        raise Unreadable(f"{name}: no reader for {claims.foreign(data) or 'a gzip archive'}")
    return rows[0]
