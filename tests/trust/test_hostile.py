"""Input made to do harm. Each test stands behind a line of docs/threat-model.md and fails where the defence is taken away."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import re
import subprocess
import sys
import threading
import zipfile
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from converter.reading import read
from converter.reading.limits import LIMITS
from converter.reading.source import Unreadable
from tests.build import FIRST, MASTHEAD, SECOND
from tests.reading.word import docx, zipped
from tests.trust.programs import ENVIRONMENT, ROOT, gwr, one_line

REPORT = f"{MASTHEAD}\n{FIRST}\n{SECOND}"
UNSEEN = "\x1b[31m\x1b]0;x\x07\u202e\u2066\x9b2J"
HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_WATCHED = """
import sys
from converter.pipeline import convert
from converter.reading.source import Unreadable
data = [open(name, "rb").read() for name in sys.argv[1:]]
convert(open({seed!r}, "rb").read(), "warm.txt")
for one in data:
    try: convert(one, "warm")
    except Unreadable: pass
def watch(event, given):
    if event in ("open", "os.system", "os.exec", "os.posix_spawn", "subprocess.Popen") or event.startswith("socket."):
        print(event, *given[:1])
sys.addaudithook(watch)
for one in data:
    try: convert(one, "watched")
    except Unreadable: pass
"""


def test_nothing_is_fetched_or_run(tmp_path: Path) -> None:
    """Pages and Word files that name others, near and far: no file is opened, no connection made, nothing started."""
    url, file = "http://127.0.0.1:9/x", "file:///etc/hostname"
    page = f'<?xml version="1.0"?><!DOCTYPE html SYSTEM "{url}" [<!ENTITY x SYSTEM "{file}">]><html><head>'
    page += f'<link rel=stylesheet href="{url}"><base href="{file}"></head>'
    page += f'<body><p>&x;{REPORT}</p><img src="{url}"><iframe src="{file}"></iframe><xi:include href="{file}"/>'
    word = docx(f'<w:p><w:r><w:t>各位代表</w:t></w:r></w:p><w:altChunk r:id="rId1"/><v:imagedata src="{url}"/>')
    names = []
    for name, data in {"a.html": page.encode(), "b.docx": word, "c.txt": REPORT.encode()}.items():
        (tmp_path / name).write_bytes(data)
        names.append(str(tmp_path / name))
    code = _WATCHED.format(seed=str(next((ROOT / "seeds").glob("*.txt"))))
    done = subprocess.run([sys.executable, "-c", code, *names], capture_output=True, check=True, env=ENVIRONMENT, cwd=tmp_path)
    assert done.stdout.decode() == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_no_parser_opens_a_file(tmp_path: Path) -> None:
    """A parser written in C asks nobody: the file that a page and a Word file name is a pipe, and whoever opens it is seen."""
    pipe, stop, seen = tmp_path / "secret", threading.Event(), threading.Event()
    os.mkfifo(pipe)

    def watch() -> None:
        while not stop.wait(0.001):
            with suppress(OSError):  # nobody reads it
                os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
                seen.set()

    kind = f'<!DOCTYPE html SYSTEM "{pipe.as_uri()}" [<!ENTITY x SYSTEM "{pipe.as_uri()}">]>'
    page = f"<?xml version='1.0'?>{kind}<html><body><p>&x;报告</p></body></html>".encode()
    word = zipped({"word/document.xml": f"{kind}<html>&x;</html>"})
    watching = threading.Thread(target=watch)
    watching.start()
    try:
        assert "报告" in read(page, "page.html").text
        with pytest.raises(Unreadable):
            read(word, "x.docx")
    finally:
        stop.set()
        watching.join()
    assert not seen.is_set()


def test_entities_of_a_page_expand_to_nothing() -> None:
    """A billion laughs in a page's document type: the text has the names at most, never what they stand for."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "哈哈"}">' for n in range(10))
    text = read(f"<?xml version='1.0'?><!DOCTYPE html [{laughs}]><html><body><p>&a9; 报告</p></body></html>".encode(), "page.html").text
    assert "报告" in text
    assert text.count("哈哈") <= 1
    assert len(text) < 2_000


def test_a_target_outside_the_archive() -> None:
    """A relationship that climbs out of the archive names nothing, and members that climb are never written anywhere."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    up = "../../../../../../../../etc/hostname"
    links = f'<Relationships><Relationship Id="r" Type="{kind}" Target="{up}"/></Relationships>'
    with pytest.raises(Unreadable, match="without etc/hostname"):
        read(zipped({"_rels/.rels": links, up: "x", "word/document.xml": "<w:document/>"}), "x.docx")


def test_a_gzip_bomb_in_a_web_archive() -> None:
    """A record that unpacks to more than the limit is passed over without being unpacked whole."""
    pytest.importorskip("fastwarc")
    import gzip

    from converter.reading.warc import Passed, records

    body = gzip.compress(b"<html><p>" + b"a" * 5_000_000)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    block = head + body
    warc = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
    warc += b"WARC-Target-URI: http://x/\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(block)
    found = list(records(io.BytesIO(warc + block + b"\r\n\r\n"), "x.warc", replace(LIMITS, unpacked_bytes=1_000_000)))
    assert [type(one) for one in found] == [Passed]
    assert "more than 1000000 bytes" in found[0].why if isinstance(found[0], Passed) else False


def test_parts_share_one_allowance() -> None:
    """Parts that fit one by one, and not together."""
    part = "<w:p><w:r><w:t>" + "一" * 2_000 + "</w:t></w:r></w:p>"
    data = docx(part, header=part, footer=part)
    assert "一" in read(data, "x.docx", limits=replace(LIMITS, unpacked_bytes=30_000)).text
    with pytest.raises(Unreadable, match="unpacks to more than"):
        read(data, "x.docx", limits=replace(LIMITS, unpacked_bytes=12_000))


def test_a_zip_that_lies_about_its_sizes() -> None:
    """No more is read than the directory of an archive states; content that goes on is refused as damaged."""
    data = bytearray(docx("<w:p><w:r><w:t>" + "一" * 400_000 + "</w:t></w:r></w:p>"))
    at = data.rindex(b"PK\x01\x02", 0, data.index(b"word/document.xml", data.index(b"PK\x01\x02")))
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")  # the directory says: ten bytes
    with pytest.raises(Unreadable):
        read(bytes(data), "x.docx", limits=replace(LIMITS, unpacked_bytes=50_000))


def test_too_large_is_refused_before_it_is_read() -> None:
    """The limit on input, told with the limit."""
    with pytest.raises(Unreadable, match="more than the limit of 10 bytes"):
        read(b"a" * 11, "x", limits=replace(LIMITS, input_bytes=10))


def test_a_file_name_commands_no_terminal(tmp_path: Path) -> None:
    """Escapes, bells and direction marks in a file name are shown as what they are."""
    said = one_line(gwr("convert", tmp_path / f"no{UNSEEN}file.txt"))
    assert "no such file" in said
    assert not HARMFUL.search(said)
    (tmp_path / f"bad{UNSEEN}.txt").write_bytes(b"\x00\x01\x02")
    assert not HARMFUL.search(one_line(gwr("convert", tmp_path / f"bad{UNSEEN}.txt")))


def test_a_report_commands_no_terminal(tmp_path: Path) -> None:
    """Findings and what `gwr show` prints carry no escape, bell or direction mark of the text."""
    pytest.importorskip("rich")
    path = tmp_path / "report.txt"
    path.write_text(REPORT.replace("全县上下", f"全县{UNSEEN}上下").replace("主要任务", f"主{UNSEEN}要任务"), "utf-8")
    for command in ("check", "show"):
        done = gwr(command, path)
        assert done.returncode in (0, 1), done.stderr
        assert not HARMFUL.search(done.stdout.decode() + done.stderr.decode()), command


FORMULAS = ('=HYPERLINK("http://x","a")是目标。', "+1+cmd|'/c calc'!A0。", "-1+1是经济。", "@SUM(1)。", "\t=1+1是经济。")


def test_formulas_are_texts(tmp_path: Path) -> None:
    """A paragraph that a spreadsheet program would run is disarmed in CSV and stored as text in XLSX."""
    pytest.importorskip("xlsxwriter")
    path = tmp_path / "report.txt"
    path.write_text(REPORT.replace(SECOND, "\n".join([*FORMULAS, SECOND])), "utf-8")
    document = tmp_path / "report.json"
    document.write_bytes(gwr("convert", path).stdout)
    assert gwr("export", document, "-o", tmp_path / "t.csv", "--table", "paragraphs").returncode == 0
    cells = [cell for row in csv.reader((tmp_path / "t.csv").read_text("utf-8-sig").splitlines()) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and not re.fullmatch(r"-?[\d.]+", cell)] == []
    assert gwr("export", document, "-o", tmp_path / "t.xlsx").returncode == 0
    with zipfile.ZipFile(tmp_path / "t.xlsx") as book:
        sheets = [book.read(name) for name in book.namelist() if "sheet" in name]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


SCRIPTS = ("</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--<script>", "\"'><svg/onload=alert(1)>")


def test_no_script_of_a_report_runs(tmp_path: Path) -> None:
    """The page of a report holds its own script alone, named by digest in a policy that allows nothing else."""
    pytest.importorskip("jinja2")
    from lxml import html

    path = tmp_path / f"{SCRIPTS[1].replace('/', '')}.txt"
    path.write_text(REPORT.replace("全县上下", "".join(SCRIPTS)).replace("临江县", f"临江县{SCRIPTS[0]}"), "utf-8")
    document = tmp_path / "report.json"
    document.write_bytes(gwr("convert", path, "--url", "javascript:alert(1)").stdout)
    done = gwr("view", document, "-o", tmp_path / "page.html")
    assert done.returncode == 0, done.stderr
    page = html.fromstring((tmp_path / "page.html").read_bytes().decode())
    elements = [one for one in page.iter() if isinstance(one.tag, str)]
    policy = next(str(one.get("content")) for one in elements if one.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    running = [str(one.text or "") for one in elements if one.tag == "script" and one.get("type") in (None, "module", "text/javascript")]
    assert running
    for script in running:
        assert f"sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}" in policy
    assert "alert(1)" not in "".join(running)
    attributes = [(str(name), str(value).strip().lower()) for one in elements for name, value in one.attrib.items()]
    assert [pair for pair in attributes if pair[0].startswith("on")] == []
    assert [pair for pair in attributes if pair[0] in ("href", "src", "action") and pair[1].startswith("javascript")] == []


JSONS = {
    "huge exponent": b'{"schema_version": 1e999999999}',
    "digits": b'{"schema_version": ' + b"9" * 100_000 + b"}",
    "nesting": b"[" * 200_000,
    "objects": b'{"a":' * 200_000,
    "NaN": b'{"a": NaN}',
    "half a character": b'{"a": "\\ud800"}',
    "not UTF-8": b'{"a": "\xff"}',
}


@pytest.mark.parametrize("command", ["check", "restore", "export", "view"])
@pytest.mark.parametrize("name", JSONS)
def test_json_that_is_no_document(name: str, command: str, tmp_path: Path) -> None:
    """Numbers without end, nesting without end, halves of characters: refused, each in its line, never a failure of gwr."""
    (tmp_path / "x.json").write_bytes(JSONS[name])
    out = {"export": ["-o", str(tmp_path / "o.csv")], "view": ["-o", str(tmp_path / "o.html")]}.get(command, [])
    done = gwr(command, tmp_path / "x.json", *out)
    assert done.returncode in (1, 2, 3), done.stderr
    assert b"Traceback" not in done.stderr
    assert b"report it" not in done.stderr


def test_numbers_of_a_report_stay_numbers_of_json() -> None:
    """However many digits a report prints, the document has no Infinity and no NaN."""
    text = REPORT.replace("120亿元", "9" * 400 + "亿元").replace("8.5%", "9" * 5_000 + "%")
    done = gwr("convert", "-", "--compact", stdin=text.encode())
    assert done.returncode == 0
    document = json.loads(done.stdout, parse_constant=lambda name: pytest.fail(name))
    assert document["indicators"]
