"""Plain text: the decoded file, its line ends made LF, and nothing else changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.reading import READERS, chosen, read
from converter.reading.source import Unreadable
from tests.reading.pages import SEEDS


@pytest.mark.parametrize("seed", sorted(path.name for path in SEEDS.glob("*.txt")))
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_source_text_is_the_file(seed: str, ends: str) -> None:
    """Byte order mark dropped, CRLF and CR become LF."""
    text = (SEEDS / seed).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    source = read(b"\xef\xbb\xbf" + text.replace("\n", ends).encode(), seed)
    assert source.text == text
    assert (source.media_type, source.encoding) == ("text/plain", "utf-8")


@settings(deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text and "<" not in text))
def test_lines_cover_the_text(text: str) -> None:
    """Line after line, joined by line feeds, is the text again, with whatever characters it has."""
    try:
        source = read(text.encode("utf-8", "replace"), "x")
    except Unreadable:
        return
    assert "\n".join(source.text[line.start : line.end] for line in source.lines) == source.text


def test_a_bad_byte_is_shown_where_it_stands_in_the_text() -> None:
    """The remark's span counts CRLF as the one character it becomes."""
    source = read("一\r\n二\r\n".encode() * 50 + b"\xff" + "三四五六。\r\n".encode() * 50, "x")
    assert [source.text[remark.span[0] : remark.span[1]] for remark in source.remarks if remark.span] == ["\ufffd"]


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b"<!DOCTYPE html><p>x", "html"),
        ("\ufeff\n<html>".encode("utf-16-le"), "html"),
        (b"<!-- a --><div>x</div>", "html"),
        ("标题<html><head></head><body><p>x</p></body></html>".encode(), "html"),
        ("在网页里写<div>和<p>就是标记。".encode(), "plain"),
        ("<某某>不是标记".encode(), "plain"),
        (b"1 < 2 and <b> is bold", "plain"),
        (b"%PDF-1.7\n", "pdf"),
        (b"PK\x03\x04....", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        (b"WARC/1.0\r\n", "warc"),
    ],
)
def test_the_reader_is_chosen_from_content(data: bytes, reader: str) -> None:
    """Never from the name; a text that mentions a tag is text."""
    assert chosen(data, "anything.pdf").name == reader


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"\x89PNG\r\n\x1a\n", "a PNG image"), (b"\xff\xd8\xff\xe0", "a JPEG image"), (b"\x1f\x8b12", "a gzip archive")],
)
def test_what_has_no_reader_is_named(data: bytes, what: str) -> None:
    """An image named .pdf is told to be an image."""
    with pytest.raises(Unreadable, match=f"^report.pdf: no reader for {what}$"):
        read(data, "report.pdf")


def test_two_readers_that_claim_one_input_are_an_error() -> None:
    """A mistake in the table does not pass."""
    with pytest.raises(AssertionError, match="claimed by plain, plain"):
        chosen(b"text", "x", (READERS[-1], READERS[-1]))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_at_most_one_reader_claims_any_bytes(data: bytes) -> None:
    """The claims exclude one another."""
    assert sum(reader.claims(data) for reader in READERS) <= 1
