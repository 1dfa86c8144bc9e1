"""Bytes to text: byte order mark, then UTF-8 strictly, then whichever encoding gives language; the declaration is a hint."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from converter.frozen import dataclass
from converter.reading.limits import LIMITS, Limits
from converter.reading.resync import BAD, tolerant
from converter.reading.source import Remark, Unreadable
from converter.reading.wording import garbled, strangeness

# A mark and the codec for what follows it. UTF-32 before UTF-16: their marks begin alike.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

# The codec that is really in use under a declared name (Python's normalised one): gb2312 and gbk are always GB18030.
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs", "utf-16": "utf-16-le"}
CHINESE = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
WIDE = ("utf-16-le", "utf-16-be")
# Python's codecs of text that no page is written in: some raise what is no decoding error, some run what ASCII spells out.
NO_PAGES = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem"})

PLAUSIBLE = 0.7  # strangeness of real text: 0.05 to 0.5; of a wrong reading: above 0.85
FEW_HIGH = 0.1  # so few characters beyond ASCII say nothing: such a page is taken at its word
FEW_BAD = 3  # bad bytes that even a short page may hold
REMARKED = 20  # bad bytes told one by one; the rest in one sum
CONTROLS = 0.01  # share of control characters that makes an input no text
_SAMPLE = 4_096
_HIGH_BYTES = bytes(range(0x80, 0x100))
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTES = bytes([*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
_WITHOUT = bytes.maketrans(_CONTROL_BYTES, b" " * len(_CONTROL_BYTES))  # to put blanks in their place is quicker than to delete them


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without its byte order mark, the encoding's name, what had to be replaced; the text's bytes where they were UTF-8."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()
    utf8: bytes | None = None


def decode(data: bytes, name: str, declared: str | None = None, limits: Limits = LIMITS) -> Decoded:
    """The text of `data`; `name` is for messages, `declared` what a page or its server says about itself.

    Raises Unreadable, in one line, for empty input, for bytes that are no text, and for a page in two encodings.
    """
    if not data.strip():
        raise Unreadable(f"{name}: the input is empty")
    ways = list(candidates(data, superset(declared)))
    for codec, skip in ways:
        found = reading(data, codec, skip, superset(declared), limits)
        if found is not None:
            return checked(found, name, data)
    tried = ", ".join(dict.fromkeys(printed(codec) for codec, _ in ways))
    raise Unreadable(f"{name}: {complaint(data)}; encodings tried: {tried}")


def candidates(data: bytes, declared: str | None) -> Iterator[tuple[str, int]]:
    """Codecs worth trying, the surest first, each with the length of the byte order mark to skip."""
    mark, codec = next(((mark, codec) for mark, codec in MARKS if data.startswith(mark)), (b"", "utf-8"))
    wide = b"\x00" in data
    for name in dict.fromkeys([codec, "utf-8", *([declared] if declared else []), *CHINESE, "cp1252"]):
        if not wide or name.startswith("utf-16") or name == codec != "utf-8":
            yield name, len(mark) if name == codec or mark == codecs.BOM_UTF8 else 0  # a mark of another encoding is two odd bytes


def reading(data: bytes, codec: str, skip: int, declared: str | None, limits: Limits) -> Decoded | None:
    """The text in this encoding; None where it is not the one, or not the only one."""
    rest = data[skip:] if skip else data
    strict = strictly(rest, codec)
    if strict is not None and codec == "utf-8":
        return Decoded(strict, codec, utf8=rest)
    named = codec == declared or skip > 0
    if not likely(sample(rest, codec), codec, named):
        return None
    text, bad = (strict, ()) if strict is not None else tolerant(rest, codec, most_bad(rest, codec, limits)) or ("\x00", ())
    if "\x00" in text or garbled(text):
        return None
    return Decoded(text, printed(codec), bad_bytes(text, [at + skip for at in bad], codec))


def strictly(data: bytes, codec: str) -> str | None:
    """The text, None where a byte does not belong to the encoding."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def sample(data: bytes, codec: str) -> str:
    """Text from the first byte beyond ASCII on, where the evidence begins (pages open with up to 20 KB of ASCII markup)."""
    first = None if codec in WIDE else _HIGH.search(data)
    at = first.start() if first else 0
    return data[at : at + _SAMPLE].decode(codec, "replace")


def likely(piece: str, codec: str, named: bool) -> bool:
    """Whether a reading is language, or has so little beyond ASCII that the page's own word must do."""
    if piece.count(BAD) * 4 > len(piece):
        return False
    if strangeness(piece) <= PLAUSIBLE:
        return True
    high = [c for c in piece if c > "\x7f"]
    wrong = sum(c == BAD or c < "\xa0" for c in high)
    if len(high) > FEW_HIGH * len(piece):
        return False
    return wrong * 2 < len(high) if codec == "utf-8" else wrong == 0 and (named or codec == "cp1252")


def most_bad(data: bytes, codec: str, limits: Limits) -> int:
    """How many bad bytes a page of this size may hold."""
    high = len(data) // 2 if codec in WIDE else len(data) - len(data.translate(None, _HIGH_BYTES))
    return max(FEW_BAD, int(high / 3 * limits.bad_share))


def bad_bytes(text: str, offsets: list[int], codec: str) -> tuple[Remark, ...]:
    """One remark for each replaced byte (U+FFFD that the input itself holds has none), and one for the many."""
    if not offsets:
        return ()
    marks = [m.start() for m in re.finditer(BAD, text)]
    places = marks if len(marks) == len(offsets) else [None] * len(offsets)
    shown = [
        Remark("GWR011", "warning", f"byte {at} is not {printed(codec)}: kept as U+FFFD", None if place is None else (place, place + 1))
        for at, place in list(zip(offsets, places, strict=True))[:REMARKED]
    ]
    more = len(offsets) - len(shown)
    return (*shown, *([Remark("GWR011", "warning", f"{more} more bytes are not {printed(codec)}: kept as U+FFFD")] if more else []))


def checked(found: Decoded, name: str, data: bytes) -> Decoded:
    """The text, unless it is blank or full of control characters."""
    if not found.text.strip():
        raise Unreadable(f"{name}: the input is empty")
    held = data.translate(_WITHOUT) != data  # a character has the byte of its number, in every encoding
    at = _CONTROL.search(found.text) if held else None
    if at and len(_CONTROL.findall(found.text)) > max(FEW_BAD, CONTROLS * len(found.text)):
        raise Unreadable(f"{name}: not a text: control characters from character {at.start()} on; encodings tried: {found.encoding}")
    return found


def complaint(data: bytes) -> str:
    """Why no encoding would do, with the offset where it shows."""
    nul = data.find(b"\x00")
    if nul >= 0:
        return f"not a text: NUL byte at offset {nul}"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"no text in any one encoding: byte 0x{data[error.start]:02x} at offset {error.start}"
    return "no text"


def superset(declared: str | None) -> str | None:
    """The codec for a declared name; None for a name nobody knows."""
    try:
        name = codecs.lookup(declared.strip()).name if declared else None
    except (LookupError, ValueError):
        return None
    return SUPERSETS.get(name, name) if name and name not in NO_PAGES and codecs.lookup(name)._is_text_encoding else None


def printed(codec: str) -> str:
    """The name to show for a codec."""
    return "big5" if codec == "big5hkscs" else codec
