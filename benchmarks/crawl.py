"""gwr scan: how fast beside bare iteration, and what it finds among pages whose kind is known."""

from __future__ import annotations

import gzip
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.timing import table

REPORTS, FOREIGN = 10, 990  # records of the shard: 1 % reports
ROUNDS = 7

# How a page may be written: name, codec, what is done to the text before.
Way = tuple[str, str, Callable[[str], str]]
WAYS: tuple[Way, ...] = (
    ("UTF-8", "utf-8", str),
    ("GB18030", "gb18030", str),
    ("Big5, the rest as references", "big5hkscs", str),
    ("UTF-16 with mark", "utf-16", str),
    ("UTF-16, big end first, no mark", "utf-16-be", str),
    ("decimal references", "ascii", str),
    ("hexadecimal references", "ascii", lambda text: re.sub(r"[^\x00-\x7f]", lambda m: f"&#x{ord(m[0]):X};", text)),
)


def scanning(corpus: Path) -> list[str]:
    """Records a second on a shard with 1 % reports, then recall and precision over the whole corpus in every encoding."""
    return [*speed(corpus), "", *finding(corpus)]


def speed(corpus: Path) -> list[str]:
    """The two in turn, the least processor time of each."""
    from converter.scaling.scan import Tally, scan

    bare, ours, found = [], [], set[int]()
    with tempfile.TemporaryDirectory() as folder:
        shard = Path(folder) / "shard.warc.gz"
        true = _shard(corpus, shard)
        for _ in range(ROUNDS):
            bare.append(_spent(lambda: _bare(shard)))
            ours.append(_spent(lambda: found.update(one.record for one in scan(str(shard), Tally()))))
    hits, many = len(found & true), REPORTS + FOREIGN
    rows = [
        ["bare iteration", f"{many / min(bare):.0f}", "1.00", "", ""],
        ["gwr scan", f"{many / min(ours):.0f}", f"{min(bare) / min(ours):.2f}", f"{hits / len(true):.2f}", f"{hits / len(found):.2f}"],
    ]
    return table(["", "records a second", "ratio", "recall", "precision"], rows)


def finding(corpus: Path) -> list[str]:
    """Every report of the corpus, with and without what stands above its salutation, among foreign pages, each in every encoding."""
    from converter.scaling.scan import Tally, scan

    rows, missed = [], set[str]()
    for name, codec, change in WAYS:
        pages = [(title, is_report, written(page, codec, change)) for title, is_report, page in _pages(corpus)]
        with tempfile.TemporaryDirectory() as folder:
            shard = Path(folder) / "shard.warc.gz"
            shard.write_bytes(b"".join(response(n, data) for n, (_, _, data) in enumerate(pages)))
            found = {one.record - 1 for one in scan(str(shard), Tally())}
        true = {n for n, (_, is_report, _) in enumerate(pages) if is_report}
        missed |= {f"{pages[n][0]} {'missed' if n in true else 'taken'}" for n in found ^ true}
        hits = len(found & true)
        rows.append([name, f"{len(pages)}", f"{len(true)}", f"{hits / len(true):.4f}", f"{hits / len(found):.4f}"])
    return [*table(["written as", "pages", "reports", "recall", "precision"], rows), "", *sorted(missed)]


def written(page: str, codec: str, change: Callable[[str], str]) -> bytes:
    """The page in an encoding that it does not declare; what the encoding lacks as character references."""
    return change(re.sub(r"charset=[\"']?[\w-]+", "", page)).encode(codec, "xmlcharrefreplace")


def _pages(corpus: Path) -> Iterator[tuple[str, bool, str]]:
    """(name, whether it is a report, page)"""
    for path in sorted(corpus.glob("html/*.html")):
        yield path.name, False, _text(path)
    for path in sorted(corpus.glob("html_reports/*.html")):
        yield path.name, True, _text(path)
    for folder in ("local", "series", "national_and_provincial"):
        for path in sorted((corpus / folder).glob("*.txt")):
            text = path.read_text("utf-8", "replace")
            yield path.name, not path.name.startswith("other"), _page(text)
            at = text.find("各位代表")
            if 0 < at < 400:
                yield f"{path.name} from its salutation on", not path.name.startswith("other"), _page(text[at:])


def _text(path: Path) -> str:
    from converter.reading.encodings import decode

    return decode(path.read_bytes(), path.name).text


def _page(text: str) -> str:
    paragraphs = "".join(f"<p>{line}</p>\n" for line in text.split("\n") if line.strip())
    return f"<html><head><title>x</title></head><body>{paragraphs}</body></html>"


def _shard(corpus: Path, shard: Path) -> set[int]:
    """Write the shard; the numbers of the records that are reports."""
    reports = [path.read_bytes() for path in sorted((corpus / "html_reports").glob("*.html"))][:REPORTS]
    foreign = [path.read_bytes() for path in sorted((corpus / "html").glob("*.html"))]
    step = FOREIGN // REPORTS
    pages = [(n % (step + 1) == step, n) for n in range(REPORTS + FOREIGN)]
    shard.write_bytes(b"".join(response(n, reports[n // (step + 1)] if is_one else foreign[n % len(foreign)]) for is_one, n in pages))
    return {n + 1 for is_one, n in pages if is_one}


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _bare(shard: Path) -> int:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with shard.open("rb") as file:
        return sum(1 for _ in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all"))


def response(number: int, body: bytes) -> bytes:
    """A gzipped record of its own."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.cn/{number}\r\nWARC-Date: 2024-02-03T04:05:06Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", 6)
