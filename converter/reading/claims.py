"""Which reader an input is for, told from its bytes and never from its name.

The claims of two readers exclude each other: what has a magic number is no markup, what is markup is no plain text.
"""

from __future__ import annotations

import re

ZIP, OLE, RTF, GZIP = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"\x1f\x8b"

# What is told from its first bytes and has no reader, with the words for the message.
FOREIGN = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"AT&TFORM", "a DjVu scan"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
_MAGIC = tuple(magic for magic, _ in FOREIGN)

_OWN = re.compile(rb'(?:\xef\xbb\xbf)?\s*+(?:\[\s*+)?\{\s*+"schema_version"\s*+:\s*+"')  # no blank is looked at twice
_HEAD = 16_384
_LEADING = re.compile(r"(?:\s|\ufeff|<!--(?:[^-]|-(?!->)){0,4000}-->|<\?[^>]{0,300}\?>)*", re.S)
_ROOT = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|script|link|style)\b", re.I)
_PIECES = "div|p|table|tbody|tr|td|span|section|article|main|nav|header|center|font|h[1-6]|ul|ol|br|form|a|b|strong"
_BLOCK = re.compile(rf"<(?:{_PIECES})\b[^<>]{{0,2000}}>", re.I)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,2000})?/?>", re.I)
_FEW_TAGS = 5  # in the head of a page that opens with something else than markup


def head(data: bytes) -> str:
    """The first characters as ASCII would have them; UTF-16 is recognised by its marks and its NULs."""
    piece = data[:_HEAD]
    if piece.startswith((b"\xff\xfe", b"\xfe\xff")) or piece[:200].count(0) > len(piece[:200]) // 4:
        return piece.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").decode("latin-1")
    return piece.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def foreign(data: bytes) -> str | None:
    """What the input is, where it is a kind known to have no reader."""
    return next(words for magic, words in FOREIGN if data.startswith(magic)) if data.startswith(_MAGIC) else None


def is_pdf(data: bytes) -> bool:
    """A PDF, which may have some bytes before its mark."""
    return b"%PDF-" in data[:1024] and not is_own(data) and not markup(data)


def is_docx(data: bytes) -> bool:
    """A zip archive: Word's own format is one, and the reader says so where it is another."""
    return data.startswith(ZIP)


def is_office(data: bytes) -> bool:
    """An old Word or WPS file, or RTF."""
    return data.startswith((OLE, RTF))


def is_warc(data: bytes) -> bool:
    """A web archive, plain or gzipped."""
    return data.startswith(b"WARC/") or gzipped_warc(data)


def gzipped_warc(data: bytes) -> bool:
    """A gzip stream whose first bytes are a WARC record's."""
    if not data.startswith(GZIP):
        return False
    import zlib

    try:
        return zlib.decompressobj(31).decompress(data[:4096], 16).startswith(b"WARC/")
    except zlib.error:
        return False


def is_own(data: bytes) -> bool:
    """A document that gwr has written, or several: no raw report, though it holds one."""
    return _OWN.match(data) is not None


def markup(data: bytes) -> bool:
    """Whether the bytes are a page: they open with markup, or hold a page's root among enough tags. Text that mentions a tag is text."""
    text = head(data)
    at = _LEADING.match(text)
    start = at.end() if at else 0
    if _ROOT.match(text, start) or text.lstrip("\ufeff \r\n\t").startswith("<?xml"):
        return True
    tags = len(_TAG.findall(text))
    if _BLOCK.match(text, start):
        return tags > 1
    if tags < _FEW_TAGS:
        return False
    lower = text.lower()
    return "<html" in lower and ("<head" in lower or "<body" in lower)


def is_html(data: bytes) -> bool:
    """A page of markup."""
    return not packed(data) and markup(data)


def is_plain(data: bytes) -> bool:
    """Anything that no mark and no markup gives another name; whether it is text the reader finds out."""
    return not packed(data) and not is_pdf(data) and not markup(data)


def packed(data: bytes) -> bool:
    """A format told by its first bytes."""
    return data.startswith((ZIP, OLE, RTF, GZIP, b"WARC/")) or foreign(data) is not None or is_own(data)
