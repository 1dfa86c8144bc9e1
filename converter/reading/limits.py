"""Every limit of reading in one place. A caller who needs another passes another `Limits`."""

from __future__ import annotations

from converter.frozen import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What an input may cost before it is refused.

    input_bytes: size of one input; unpacked_bytes: what a packed input (DOCX, gzip, a WARC record) may unpack to;
    unpacked_ratio: unpacked by packed size, the sign of a bomb, looked at from `ratio_from` bytes on;
    nesting: depth of HTML elements (what lies deeper is flattened, with a remark); html_elements: elements of one page;
    pdf_pages: pages of a PDF; office_seconds: what LibreOffice may take for a DOC file;
    bad_share: undecodable bytes by characters beyond ASCII that a page may hold.
    """

    input_bytes: int = 200 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    unpacked_ratio: int = 200
    ratio_from: int = 10 * MEGABYTE
    nesting: int = 2_000  # libxml2 itself stops at 2,048 open elements, and silently
    html_elements: int = 2_000_000
    pdf_pages: int = 2_000
    office_seconds: int = 120
    bad_share: float = 0.01


LIMITS = Limits()
