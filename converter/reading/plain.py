"""Plain text: the decoded file with its line ends made LF, and nothing else changed."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256

from converter.expressions import rare
from converter.reading.encodings import decode
from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Line, Remark, Source, lines_of
from converter.text import Span


def read_plain(data: bytes, name: str, limits: Limits = LIMITS, declared: str | None = None) -> Source:
    """The Source of a text file: its byte order mark dropped, CRLF and CR become LF."""
    found = decode(data, name, declared, limits)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(
        name=name,
        media_type="text/plain",
        encoding=found.encoding,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        text=text,
        lines=parted(text, lines_of(text)),
        remarks=tuple(moved(remark, found.text) for remark in found.remarks),
    )


_LONG = 400  # characters of a line that lost its breaks, at least
_INDENT = rare("\u3000{2,}|[ \xa0\u3000]{4,}")
_PARTS, _EACH = 3, 12  # so many paragraphs at least, of so many characters each in the mean; a table's cells are shorter


def parted(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines; one that lost its breaks and kept the indents or single blanks in their places is as many as there were."""
    if all(line.end - line.start < _LONG for line in lines):
        return lines
    spans = [span for line in lines for span in _parts(text, line.start, line.end)]
    return lines if len(spans) == len(lines) else tuple(Line(index, *span) for index, span in enumerate(spans))


_DENSE = 1500  # characters of a line that may have blanks in the place of breaks
_BLANK = rare(r"(?<=\S)[ \xa0\u3000]+(?=\S)")
_STOP = rare(r"[。！？!?：:…][”\"]?\Z")
_PLAIN = re.compile(r"[^\x00-\x7f]")  # what has blanks around it in no Chinese sentence
_DATED = re.compile(r"[12]\d{3}年(?:\d{1,2}月)?")
_FEWEST, _OF_TEN = 8, 6  # so many blanks behind a full stop, and six of ten


def _blanks(text: str, start: int, end: int) -> list[Span]:
    """The blanks that stand where the breaks of a line stood: most are behind full stops, the others behind its headings."""
    found = [m.span() for m in _BLANK.finditer(text, start, end)]
    behind = [bool(_STOP.search(text, max(start, low - 2), low)) for low, _ in found]
    if sum(behind) < _FEWEST or sum(behind) * 10 < len(found) * _OF_TEN:
        return []
    return [span for span, stopped in zip(found, behind, strict=True) if stopped or _between(text, *span)]


def _between(text: str, low: int, high: int) -> bool:
    """Whether a blank stands between two Chinese characters, or before a year."""
    return _PLAIN.match(text[low - 1]) is not None and (_PLAIN.match(text[high]) is not None or _DATED.match(text, high) is not None)


_WRITTEN = rare(r"(?:(?:</?p(?:[ \t][^<>\n]{0,200})?>|<br ?/?>|\\r\\n|\\[nr](?![A-Za-z]))[ \t\u3000\xa0]*)+", re.I)


def _written(text: str, start: int, end: int) -> list[Span]:
    """Behind <br>, </p> and \\n, as markup and programs write breaks; they stay at the end of their line."""
    if text.find("<", start, end) < 0 and text.find("\\", start, end) < 0:
        return []
    ends = [m.end() for m in _WRITTEN.finditer(text, start, end) if start < m.start() and m.end() < end]
    return [(at, at) for at in ends] if len(ends) + 1 >= _PARTS else []


def _cuts(text: str, start: int, end: int) -> list[Span]:
    written = _written(text, start, end)
    if written:
        return written
    if text.find("\u3000\u3000", start, end) >= 0 or text.find("    ", start, end) >= 0:
        return [m.span() for m in _INDENT.finditer(text, start, end) if start < m.start() and m.end() < end]
    return _blanks(text, start, end) if end - start >= _DENSE else []


def _parts(text: str, start: int, end: int) -> list[Span]:
    cuts = _cuts(text, start, end) if end - start >= _LONG else []
    if len(cuts) + 1 < _PARTS or end - start < _EACH * (len(cuts) + 1):
        return [(start, end)]
    return list(zip([start, *(high for _, high in cuts)], [*(low for low, _ in cuts), end], strict=True))


def moved(remark: Remark, text: str) -> Remark:
    """The remark where it stands once every CRLF is one character."""
    if remark.span is None:
        return remark
    start, end = remark.span
    lost = text.count("\r\n", 0, start)
    return replace(remark, span=(start - lost, end - lost))
