"""Bytes to text: which encoding, what is kept of bad bytes, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.reading import read
from converter.reading.encodings import decode
from converter.reading.source import Unreadable
from tests.reading.pages import BODIES, body

REPORT = "\n".join(body("002_fa97d507ddd9a17d.txt"))
TRADITIONAL = "各位代表：現在，我代表市人民政府向大會報告工作，請予審議。過去的一年，全市經濟平穩發展，財政收入實現較快增長。\n" * 20
COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("size", [20, 300, None], ids=["20", "300", "all"])
def test_text_comes_back_from_every_encoding(codec: str, size: int | None) -> None:
    """With and without a byte order mark, long or one line long."""
    text = REPORT[:size]
    found = decode(text.encode(codec), "x")
    assert (found.text, found.remarks) == (text, ())


@pytest.mark.parametrize("declared", [None, "big5", "gb2312", "utf-8", "no-such-encoding"])
def test_big5_in_traditional_characters(declared: str | None) -> None:
    """Big5 is told by its own evidence, whatever the page declares."""
    found = decode(TRADITIONAL.encode("big5"), "x", declared)
    assert (found.text, found.encoding) == (TRADITIONAL, "big5")


@pytest.mark.parametrize("declared", [None, "gb2312", "gbk", "big5", "utf-8", "iso-8859-1"])
def test_gb2312_is_always_gb18030(declared: str | None) -> None:
    """Characters beyond GB2312 (镕, €) come through under any declaration."""
    text = REPORT + "朱镕基，€100，㐂。"
    found = decode(text.encode("gb18030"), "x", declared)
    assert (found.text, found.encoding) == (text, "gb18030")


def test_ascii_in_front_does_not_mislead() -> None:
    """20 KB of ASCII markup before the first Chinese character."""
    text = "<script>var a = 1;</script>\n" * 800 + REPORT
    assert decode(text.encode("gb18030"), "x", "utf-8").encoding == "gb18030"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
@pytest.mark.parametrize("bad", [b"\xff", b"\x80\xff"])
def test_a_bad_byte_is_kept_and_told(codec: str, bad: bytes) -> None:
    """U+FFFD stands where the byte was, the remark names its offset, and all other characters are as they were."""
    before, after = REPORT[:1000], REPORT[1000:]
    offset = len(before.encode(codec))
    found = decode(before.encode(codec) + bad + after.encode(codec), "x")
    assert found.text.replace("\ufffd", "") == REPORT
    assert found.remarks[0].message == f"byte {offset} is not {codec}: kept as U+FFFD"
    assert found.remarks[0].span == (1000, 1001)


def test_a_bad_first_byte_does_not_shift_the_pairs_behind_it() -> None:
    """A spoilt lead byte in GB18030 costs its own character, not the sentence."""
    data = bytearray(REPORT.encode("gb18030"))
    at = len(REPORT[:1000].encode("gb18030"))
    data[at] = 0xFF
    found = decode(bytes(data), "x")
    assert found.text[:1000] == REPORT[:1000]
    assert found.text.endswith(REPORT[1001:])


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8", "utf-16-le"), ("gb18030", "big5")])
def test_half_a_page_in_another_encoding_is_refused(first: str, second: str) -> None:
    """One line that names an offset and what was tried."""
    data = REPORT.encode(first) + (TRADITIONAL if second == "big5" else REPORT).encode(second)
    with pytest.raises(Unreadable, match=r"^page\.html: .* offset \d+; encodings tried: ") as caught:
        decode(data, "page.html")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "　\n".encode()], ids=repr)
def test_empty_input_is_refused(data: bytes) -> None:
    """Nothing, white space, or a mark alone."""
    with pytest.raises(Unreadable, match=r"^x\.txt: the input is empty$"):
        read(data, "x.txt")


@pytest.mark.parametrize("data", [b"abc\x00def", bytes(range(256)) * 30, REPORT.encode("gb18030") + b"\x00"], ids=["nul", "binary", "gb"])
def test_binary_is_refused(data: bytes) -> None:
    """A NUL outside UTF-16 is no text; the line names its offset."""
    with pytest.raises(Unreadable, match=rf"NUL byte at offset {data.index(0)}; encodings tried: utf-16-le, utf-16-be$"):
        decode(data, "x")


@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_a_page_with_few_letters_beyond_ascii_is_taken_at_its_word(codec: str) -> None:
    """Western text is not mistaken for Chinese."""
    text = "The café opened in 2024, at the corner of the rue Daguerre. " * 5
    assert decode(text.encode(codec), "x", "iso-8859-1").text == text


@settings(deadline=None)
@given(st.text(alphabet=COMMON, min_size=30, max_size=400), st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-be"]))
def test_any_text_of_common_characters_comes_back(text: str, codec: str) -> None:
    """Also where no sentence mark and no ASCII character helps."""
    assert decode(text.encode(codec), "x").text == text


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_decode_or_give_one_line(data: bytes) -> None:
    """No other error, and no line feed in the message."""
    try:
        outcome = decode(data, "x").text
    except Unreadable as error:
        outcome = str(error)
        refused = True
    else:
        refused = False
    assert outcome
    assert not (refused and "\n" in outcome)


def test_the_seeds_are_read_as_they_are() -> None:
    """Each seed's body is found in the text of its GB18030 bytes."""
    for seed in BODIES:
        text = "\n".join(body(seed))
        assert decode(text.encode("gb18030"), seed).text == text
