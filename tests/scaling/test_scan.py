"""gwr scan: every report among foreign pages in every encoding, and nothing else; and the way from a crawl to documents."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from converter.reading.source import Unreadable
from converter.scaling.scan import Tally, scan
from converter.scaling.sieve import is_report, may_be
from tests.scaling.running import ROOT, SEED, batch, environment, manifest

pytest.importorskip("fastwarc")

SEEDS = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
NEWS = "<p>市长在会上作政府工作报告。各位代表认真审议了工作报告，一致认为过去一年成绩显著，目标任务明确。</p>" * 3
FOREIGN = [
    ("English", "<p>" + "The committee heard the annual work report. " * 200 + "</p>", "utf-8"),
    ("新闻", NEWS, "utf-8"),
    ("新聞", "<p>" + "各位代表討論了政府工作報告。" * 5 + "</p>", "big5hkscs"),
    ("商城", "<p>" + "新品上市，欢迎选购，全国包邮。" * 300 + "</p>", "gb18030"),
    ("法院", "<p>各位代表：现在，我代表市中级人民法院向大会报告工作，请予审议。</p>" + "<p>审结案件一万件，化解纠纷。</p>" * 20, "gb18030"),
    ("Русский", "<p>" + "Отчёт о работе правительства. " * 200 + "</p>", "windows-1251"),
]


def page(body: str, encoding: str) -> bytes:
    """A page in an encoding that it declares."""
    text = f'<html><head><meta charset="{encoding}"><title>x</title></head><body>{body}</body></html>'
    return text.encode(encoding, "xmlcharrefreplace")


def paragraphs(text: str) -> str:
    """The lines of a report as a page has them."""
    return "".join(f"<p>{line}</p>\n" for line in text.split("\n") if line)


def response(number: int, body: bytes, kind: str = "text/html") -> bytes:
    """A gzipped record of its own."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.cn/{number}\r\nWARC-Date: 2024-02-03T04:05:06Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-be", "ascii"])
@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_no_report_is_lost(seed: int, encoding: str) -> None:
    """In any encoding, in character references too, both looks let every report through."""
    body = paragraphs(SEEDS[seed])
    data = page(body, encoding)
    assert may_be(data)
    assert is_report(data)


@pytest.mark.parametrize(("name", "body", "encoding"), FOREIGN, ids=[name for name, _, _ in FOREIGN])
def test_foreign_pages_are_none(name: str, body: str, encoding: str) -> None:
    """News about a report, another body's report and the rest of the world are no reports."""
    data = page(body, encoding)
    assert not (may_be(data) and is_report(data))


def test_from_a_crawl_to_documents(tmp_path: Path) -> None:
    """Scan tells the reports and copies them; batch converts what was copied, with address and date."""
    pages = [(n, page(body, encoding)) for n, (_, body, encoding) in enumerate(FOREIGN)] + [(90, page(paragraphs(SEED), "gb18030"))]
    archive = tmp_path / "crawl.warc.gz"
    archive.write_bytes(b"".join(response(n, data) for n, data in pages) + response(99, b"\x89PNG", "image/png"))
    line = [sys.executable, "-m", "converter", "scan", str(archive), "--extract", str(tmp_path / "found.warc.gz")]
    done = subprocess.run(line, env=environment(), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found = [json.loads(row) for row in done.stdout.splitlines()]
    assert [(row["record"], row["url"], row["retrieved_at"]) for row in found] == [(7, "http://example.cn/90", "2024-02-03T04:05:06Z")]
    assert batch(tmp_path / "found.warc.gz", "-o", tmp_path / "out", "--format", "ndjson", "-j", "1").returncode == 0
    rows = manifest(tmp_path / "out")
    assert [(row["outcome"], row["url"]) for row in rows] == [("converted", "http://example.cn/90")]
    document = json.loads((tmp_path / "out" / "part-000000.ndjson").read_text("utf-8"))
    assert (document["source"]["encoding"], document["source"]["retrieved_at"]) == ("gb18030", "2024-02-03T04:05:06Z")


def test_references_in_any_writing() -> None:
    """Decimal or hexadecimal, small letters or large, with leading noughts; one that stands for another character says nothing."""
    call = "各位代表"
    for written in ("&#{};", "&#0{};", "&#x{:x};", "&#X{:X};", "&#x00{:x};"):
        assert may_be("".join(written.format(ord(char)) for char in call).encode())
    assert not may_be(b"&#21508;&#20301; &#115404; 21508; x5404;")


def _cut(whole: bytes, kind: str) -> bytes:
    """An archive of two records, broken off."""
    second = whole.rfind(b"\x1f\x8b\x08")
    if kind == "plain":
        return gzip.decompress(whole)[:-500]
    if kind == "plain, in a head":
        plain = gzip.decompress(whole)
        return plain[: plain.rfind(b"WARC/1.0") + 30]
    return {"in a record": whole[:-2000], "in its last bytes": whole[:-4], "in a packed head": whole[: second + 12]}[kind]


@pytest.mark.parametrize("kind", ["in a record", "in its last bytes", "in a packed head", "plain", "plain, in a head"])
def test_a_scan_tells_where_an_archive_is_cut_off(tmp_path: Path, kind: str) -> None:
    """What stands before is found; the end is told in one line with exit code 3. The archive that is whole is not complained of."""
    whole = response(1, page(paragraphs(SEED), "utf-8")) + response(2, page(paragraphs(SEED), "utf-8"))
    archive = tmp_path / "cut.warc"
    line = [sys.executable, "-m", "converter", "scan", str(archive)]
    for data, code in ((_cut(whole, kind), 3), (gzip.decompress(whole) if "plain" in kind else whole, 0)):
        archive.write_bytes(data)
        done = subprocess.run(line, env=environment(), capture_output=True, text=True, timeout=120, check=False)
        assert (done.returncode, "cut off" in done.stderr) == (code, code == 3), done.stderr
        assert json.loads(done.stdout.splitlines()[0])["record"] == 1


def test_one_stream_for_all_records(tmp_path: Path) -> None:
    """An archive packed as a whole, not record by record, is read, and its end looked at too."""
    records = b"".join(gzip.decompress(response(n, page(paragraphs(SEED), "utf-8"))) for n in range(3))
    archive = tmp_path / "one.warc.gz"
    archive.write_bytes(gzip.compress(records))
    assert len(list(scan(str(archive), Tally()))) == 3
    archive.write_bytes(gzip.compress(records)[:-6])
    with pytest.raises(Unreadable, match="cut off"):
        list(scan(str(archive), Tally()))


def test_a_truncated_archive_is_told(tmp_path: Path) -> None:
    """What stands before the damage is found and converted, and the damage has its line."""
    archive = tmp_path / "cut.warc.gz"
    whole = response(1, page(paragraphs(SEED), "utf-8")) + response(2, page(paragraphs(SEED), "utf-8"))
    archive.write_bytes(whole[:-2000])
    assert batch(archive, "-o", tmp_path / "out", "-j", "1").returncode == 3
    rows = manifest(tmp_path / "out")
    assert [row["outcome"] for row in rows] == ["converted", "unreadable"]
    assert "damaged or cut off" in rows[1]["why"]


# with names of their own: a report in a test's name is too long for a process
NO_ARCHIVES = [("none.warc", None, "no such file"), ("report.warc", SEED.encode(), "no web archive")]


@pytest.mark.parametrize(("name", "data", "said"), NO_ARCHIVES, ids=["missing", "report"])
def test_what_is_no_archive_is_told(tmp_path: Path, name: str, data: bytes | None, said: str) -> None:
    """One line each and exit code 3; the archive beside it is scanned all the same."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    good = tmp_path / "good.warc.gz"
    good.write_bytes(response(1, page(paragraphs(SEED), "utf-8")))
    line = [sys.executable, "-m", "converter", "scan", str(tmp_path / name), str(good)]
    done = subprocess.run(line, env=environment(), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 3
    assert said in done.stderr.splitlines()[0]
    assert len(done.stdout.splitlines()) == 1


def test_an_archive_is_not_written_over(tmp_path: Path) -> None:
    """What is found may go anywhere but into an archive that is read: the other pages of that would be gone."""
    archive = tmp_path / "crawl.warc.gz"
    archive.write_bytes(response(1, page(NEWS, "utf-8")) + response(2, page(paragraphs(SEED), "utf-8")))
    before = archive.read_bytes()
    line = [sys.executable, "-m", "converter", "scan", str(archive), "--extract", str(tmp_path / "." / "crawl.warc.gz")]
    done = subprocess.run(line, env=environment(), capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, archive.read_bytes() == before) == (2, True)
    assert done.stderr == f"gwr scan: {archive} would be written over what is read\n"


def test_nothing_to_scan(tmp_path: Path) -> None:
    """An empty folder is a call that cannot be meant; a pattern that nothing fits is no file that is there."""
    for argument, code in ((tmp_path, 2), (tmp_path / "*.warc.gz", 3)):
        line = [sys.executable, "-m", "converter", "scan", str(argument)]
        assert subprocess.run(line, env=environment(), capture_output=True, timeout=120, check=False).returncode == code
