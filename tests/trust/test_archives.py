"""Web archives made to do harm: one record that lies must not take the others with it."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from converter.reading.warc import Passed, Record, records
from converter.scaling.scan import Tally, scan
from tests.reading.test_warc import PAGE, response
from tests.trust.programs import SEEDS

pytest.importorskip("fastwarc")

GOOD = response("http://example.cn/good", PAGE)
GARBAGE = b"\x00\x01garbage" * 300
# How a head may lie about its content, and what becomes of the content.
LIES = {
    "gzip": ("Content-Encoding: gzip\r\n", GARBAGE, Passed),
    "brotli": ("Content-Encoding: br\r\n", GARBAGE, Passed),
    "zstd": ("Content-Encoding: zstd\r\n", GARBAGE, Passed),
    "chunks that are none": ("Transfer-Encoding: chunked\r\n", b"zz\r\nabc" * 300, Passed),
    "chunks that are not there": ("Transfer-Encoding: chunked\r\n", b"FFFFFFFFFFFFFFFF\r\nabc", Passed),
    "an encoding for a packing": ("Content-Encoding: utf-8\r\n", PAGE, Record),
    "a word that nobody knows": ("Content-Encoding: none\r\n", PAGE, Record),
    "unpacked already": ("Content-Encoding: gzip\r\n", PAGE, Record),
    "packed twice": ("Content-Encoding: gzip, gzip\r\n", gzip.compress(gzip.compress(PAGE)), Record),
    "a head without end": (f"X-A: {'b' * 100_000}\r\n", PAGE, Passed),
    "chunks": ("Transfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), Record),
}


@pytest.mark.parametrize("name", LIES)
def test_a_record_that_lies_about_its_packing(name: str) -> None:
    """It is passed over with the reason, or read where its content is plain to see; the records around it are read."""
    head, body, kind = LIES[name]
    found = list(records(io.BytesIO(GOOD + response("http://example.cn/bad", body, extra=head) + GOOD), "x.warc"))
    assert [type(one) for one in found] == [Record, kind, Record]
    assert [one.data for one in found if isinstance(one, Record)] == [PAGE] * (3 if kind is Record else 2)
    assert all("\n" not in one.why and len(one.why) < 200 for one in found if isinstance(one, Passed))


def test_a_scan_goes_on_too(tmp_path: Path) -> None:
    """`gwr scan` finds the report behind records that lie, and one that hides in a wrong packing."""
    page = ("<html>" + "".join(f"<p>{line}</p>" for line in SEEDS[2].read_text("utf-8").splitlines()) + "</html>").encode()
    lies = [response("http://example.cn/bad", body, extra=head) for head, body, _ in LIES.values()]
    plain = response("http://example.cn/plain", page, extra="Content-Encoding: gzip\r\n")
    path = tmp_path / "x.warc"
    path.write_bytes(b"".join([*lies, plain, response("http://example.cn/last", page).replace(b"2024-02-03", b"0000-00-00")]))
    found = list(scan(str(path), Tally()))
    assert [(one.url, one.retrieved_at) for one in found] == [
        ("http://example.cn/plain", "2024-02-03T04:05:06Z"),
        ("http://example.cn/last", None),
    ]


@pytest.mark.parametrize("date", [b"0000-01-01T00:00:00Z", b"2025-99-99T99:99:99Z", b"\xff\xfe"])
def test_a_date_that_cannot_be(date: bytes) -> None:
    """The page is read, without a date."""
    (page,) = records(io.BytesIO(GOOD.replace(b"2024-02-03T04:05:06Z", date)), "x.warc")
    assert isinstance(page, Record)
    assert page.retrieved_at is None
