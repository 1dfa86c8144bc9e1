"""What else is fuzzed: PDF files, web archives, pages that are joined, files by hand, documents as input."""
# ruff: noqa: E501 - examples; their full-width characters count double

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from random import Random
from typing import Any

from converter import adding, correcting, joining
from converter.checking.documents import check_document
from converter.models.document import Document
from converter.pipeline import convert, document
from converter.reading import read
from converter.reading.source import Unreadable
from converter.reading.warc import Record, records
from converter.writing.clean import clean
from converter.writing.documents import dumps
from tests.fuzz import inputs, mutating
from tests.fuzz.invariants import lawful
from tests.fuzz.mutating import Bytes

PART = b"\f"  # between the pages of one input
REPORT = "2024年临江县人民政府工作报告\n各位代表:\n一、2023年工作回顾\n地区生产总值增长5%。\n二、2024年目标\n地区生产总值增长6%。\n".encode()


def pdfs(_chance: Random) -> Iterator[bytes]:
    """The fixtures."""
    yield from (path.read_bytes() for path in sorted((inputs.ROOT / "fixtures" / "pdf").glob("*.pdf")) if path.stat().st_size < 20_000)


def archives(chance: Random) -> Iterator[bytes]:
    """Web archives of a few pages, packed in several ways, plain and gzipped."""
    for page in inputs.pages(chance, 12):
        packed = [("", page), ("Content-Encoding: gzip\r\n", gzip.compress(page, mtime=0))]
        whole = b"".join(_response(body, head) for head, body in packed)
        yield whole if chance.random() < 0.7 else gzip.compress(whole, mtime=0)


def _response(body: bytes, head: str) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n".encode() + body
    kind = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-01-01T00:00:00Z\r\nWARC-Target-URI: http://x/\r\n"
    return f"{kind}Content-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def archive(data: bytes) -> tuple[str, ...]:
    """Every record is a page or passed over in one short line."""
    try:
        found = list(records(io.BytesIO(data), "x.warc"))
    except Unreadable as error:
        return _line(str(error))
    return tuple(wrong for one in found if not isinstance(one, Record) for wrong in _line(one.why))


def _line(said: str) -> tuple[str, ...]:
    return ("no short line: " + said[:60],) if "\n" in said or len(said) > 500 else ()


def pages(chance: Random) -> Iterator[bytes]:
    """Seeds cut into pages that print their number."""
    for piece in inputs.pieces(chance, 20):
        lines, count = piece.splitlines(), chance.randrange(2, 5)
        size = len(lines) // count + 1
        cut = [f"第{n + 1}/{count}页\n" + "\n".join(lines[n * size : (n + 1) * size]) for n in range(count)]
        yield PART.join(page.encode() for page in cut)


def joined(data: bytes) -> tuple[str, ...]:
    """Pages are refused in one line, or their document is lawful."""
    try:
        made = document(joining.join([read(page, f"{n}.txt") for n, page in enumerate(data.split(PART)[:20])], "joined"))
    except Unreadable as error:
        return _line(str(error))
    return lawful(json.loads(dumps(made)))


BY_HAND = (
    "author: 甲\ncorrections:\n  - set: title\n    value: 题\n    reason: 由\n  - heading: 一、\n    level: 2\n    reason: 由\n",
    "author: 甲\ncorrections:\n  - indicator: 增长5%\n    growth: 7.5\n    reason: 由\n  - line: 各位代表:\n    fate: removed\n    reason: 由\n",
    'author: 甲\ncorrections:\n  - set: delivered_on\n    value: "2024-01-02"\n    reason: 由\n    author: 乙\n',
    "lexicon: mine\nversion: '1'\nchrome:\n  toolbar: [打印]\n  starts:\n    share: ['分享到']\n",
)
SIGNS = ("&a ", "*a", "<<: ", "!!int ", "[", "{", "]", "- ", ": ", "? ", "|\n", ">\n", "'", '"', "\t", "---\n", "2024-13-45", ".inf", "1e999", "~", "#")


def by_hand(_chance: Random) -> Iterator[bytes]:
    """Corrections and an own lexicon."""
    yield from (text.encode() for text in BY_HAND)


def signed(data: bytes, chance: Random) -> bytes:
    """A sign of YAML put in somewhere."""
    text, codec = mutating.decoded(data)
    at = chance.randrange(len(text) + 1)
    return mutating.recoded(text[:at] + chance.choice(SIGNS) * chance.choice((1, 1, 3, 200)) + text[at:], codec)


def written(data: bytes) -> tuple[str, ...]:
    """A file by hand is refused in one line, or the report it is for is converted lawfully."""
    wrong: tuple[str, ...] = ()
    try:
        made = dumps(convert(REPORT, "r.txt", entries=correcting.load(data, "f.yaml")))
        wrong = lawful(json.loads(made, parse_constant=lambda name: _never(name)))
    except Unreadable as error:
        wrong = _line(str(error))
    try:
        adding.together([(data, "f.yaml")])
    except Unreadable as error:
        wrong += _line(str(error))
    return wrong


def _never(name: str) -> None:
    raise AssertionError(f"{name} in a document")


def documents(chance: Random) -> Iterator[bytes]:
    """Documents of short reports."""
    for text in (REPORT, *inputs.texts(chance, 15)):
        try:
            yield dumps(convert(text, "r.txt"), compact=True).encode()
        except Unreadable:
            continue


VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**6, 10**18, 10**400, 1e308, 0.1, "", "x", "\x1b[31m", "\u202e", "=1+1", "<script>", "2024-13-45", "x" * 3000),
    *([], {}, [0, 0], [5, 2], [-1, 5], [0, 10**9], [[0, 1]]),
)


def value(data: bytes, chance: Random) -> bytes:
    """A value of a document becomes another, goes, or stands for one elsewhere."""
    try:
        made = json.loads(data)
    except ValueError:
        return data
    places = list(_places(made))
    if not places:
        return data
    holder, key = chance.choice(places)
    other, where = chance.choice(places)
    kind = chance.random()
    if kind < 0.2 and isinstance(holder, dict):
        del holder[key]
    elif kind < 0.6 and isinstance(holder[key], int):
        holder[key] += chance.choice((-1, 1, 7, -100, 100_000))
    else:
        holder[key] = chance.choice(VALUES) if kind < 0.85 else json.loads(json.dumps(other[where]))
    return json.dumps(made, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    for key in list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield node, key
        yield from _places(node[key])


def looked_at(data: bytes) -> tuple[str, ...]:
    """A document is checked, and one that the models take is shown and cleaned, whatever it says."""
    from converter.checking.loading import load
    from converter.viewing import pages as viewed
    from converter.viewing.terminal import shown

    try:
        found = load(data)
    except Unreadable as error:
        return _line(str(error))
    for one in found[:1]:
        check_document(one)
        try:
            made = Document.model_validate(one)
        except ValueError:
            return ()
        viewed.one(made, "zh")
        shown(made, "zh", width=80, color=False)
        clean(made, "md")
    return ()


YAML: tuple[Bytes, ...] = (signed, signed, mutating.lines, mutating.numbered, mutating.cut, mutating.encoded)
WARC: tuple[Bytes, ...] = (mutating.lines, mutating.numbered, mutating.cut, mutating.encoded, mutating.marked)
