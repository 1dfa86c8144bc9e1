"""Web archives: which records are pages, and what comes with them."""

from __future__ import annotations

import gzip
import io

import pytest

from converter.reading import Unreadable, read
from converter.reading.warc import Passed, Record, records

pytest.importorskip("fastwarc")

PAGE = "<html><body><p>各位代表：现在，我代表市人民政府向大会报告工作。</p></body></html>".encode("gb18030")


def response(url: str, body: bytes, kind: str = "text/html; charset=gb2312", status: str = "200 OK", extra: str = "") -> bytes:
    """One response record of an archive."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-02-03T04:05:06Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


ARCHIVE = [
    response("http://example.cn/1", PAGE),
    response("http://example.cn/p.png", b"\x89PNG", "image/png"),
    response("http://example.cn/404", PAGE, status="404 Not Found"),
    response("http://example.cn/2", gzip.compress(PAGE), extra="Content-Encoding: gzip\r\n"),
]


@pytest.mark.parametrize("pack", [b"".join, lambda parts: b"".join(map(gzip.compress, parts))], ids=["plain", "gzip"])
def test_pages_are_given_out_and_the_rest_is_told(pack: object) -> None:
    """Pages come with address, date and charset; pictures and errors are passed over with the reason."""
    data: bytes = pack(ARCHIVE)  # type: ignore[operator]
    found = list(records(io.BytesIO(data), "crawl.warc"))
    pages = [one for one in found if isinstance(one, Record)]
    assert [(page.url, page.retrieved_at, page.declared) for page in pages] == [
        ("http://example.cn/1", "2024-02-03T04:05:06Z", "gb2312"),
        ("http://example.cn/2", "2024-02-03T04:05:06Z", "gb2312"),
    ]
    assert all(page.data == PAGE for page in pages)
    assert [one.why for one in found if isinstance(one, Passed)] == ["content type image/png", "HTTP status 404"]


def test_a_record_becomes_a_source() -> None:
    """The source carries the record's address and date."""
    page = next(records(io.BytesIO(ARCHIVE[0]), "crawl.warc"))
    assert isinstance(page, Record)
    source = read(page.data, page.name, declared=page.declared, url=page.url, retrieved_at=page.retrieved_at)
    assert (source.encoding, source.url, source.retrieved_at) == ("gb18030", "http://example.cn/1", "2024-02-03T04:05:06Z")
    assert source.text == "各位代表：现在，我代表市人民政府向大会报告工作。"


@pytest.mark.parametrize("left", [5, 60, 300])
def test_a_cut_off_archive_is_told_in_one_line(left: int) -> None:
    """What stands before the cut is given out; then comes one line."""
    data = gzip.compress(ARCHIVE[0]) + gzip.compress(ARCHIVE[3])[:left]
    found = records(io.BytesIO(data), "crawl.warc.gz")
    assert isinstance(next(found), Record)
    with pytest.raises(Unreadable, match=r"archive damaged or cut off at record \d") as caught:
        list(found)
    assert "\n" not in str(caught.value)


def test_an_archive_is_no_single_input() -> None:
    """`read` refuses an archive and says what to do."""
    for data in (ARCHIVE[0], gzip.compress(ARCHIVE[0])):
        with pytest.raises(Unreadable, match="holds many pages"):
            read(data, "crawl.warc")
