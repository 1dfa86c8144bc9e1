"""The text layer of a page as glyphs: each character with its place, its size and how it is set."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from converter.frozen import dataclass
from converter.reading.faces import heavy

_BOLD_WEIGHT = 600
_STROKED = 2  # filled and outlined: bold made from a face that has none
_UPRIGHT = math.radians(5)
# What fonts without a proper map give for a character: nothing, a replacement, or a private code.
_UNKNOWN = (0, 0xFFFD, 0xFFFF)
_HYPHENS = {0x2: "-", 0xFFFE: "-"}  # how PDFium marks a hyphen at the end of a line
# Radicals that careless fonts name instead of the character they print; the others come by NFKC,
# which is wrong for the last two: it gives 戶 and 靑, which no text of today prints.
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⼾⾭",
        "民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙户青",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run of glyphs is set."""

    size: float = 0.0
    face: str = ""
    bold: bool = False
    upright: bool = True  # and to be seen


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character: `left`, `right` and the `base` line in points from the page's upper left corner."""

    char: str
    left: float
    right: float
    base: float
    setting: Setting


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size, what is printed on it, and how many characters have no known code."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    unknown: int = 0


def sheet(page: Any, number: int) -> Sheet:
    """The glyphs of a PDFium page (numbered from 1), as they stand when the page is turned upright."""
    text = page.get_textpage()
    try:
        width, height = page.get_size()
        turn = _turn(page)
        found = tuple(placed(_glyphs(text, turn), width, height))
    finally:
        text.close()
    unknown = sum(_unknown(glyph.char) for glyph in found)
    return Sheet(number, width, height, found, unknown)


def same(char: str) -> str:
    """The character a reader sees, where a font names a radical or a compatibility form with the same looks."""
    code = ord(char)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return char


def placed(glyphs: Iterable[Glyph], width: float, height: float) -> Iterator[Glyph]:
    """The glyphs, with those nobody sees, far off the page, marked as not upright: they are no part of a line."""
    for glyph in glyphs:
        if -width <= glyph.left <= glyph.right <= 2 * width and -height <= glyph.base <= 2 * height and glyph.right - glyph.left <= width:
            yield glyph
        else:
            yield replace(glyph, setting=replace(glyph.setting, upright=False))


def _unknown(char: str) -> bool:
    code = ord(char)
    return code in _UNKNOWN or 0xE000 <= code <= 0xF8FF


def _glyphs(text: Any, turn: Any) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    raw, box = text.raw, pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    setting, high = Setting(), 0
    owner: int | None = None
    known: dict[int, str] = {}
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        high = 0
        object_ = pdfium.FPDFText_GetTextObject(raw, index)
        address = ctypes.addressof(object_.contents) if object_ else None
        if address is None or address != owner:
            setting, owner = _setting(pdfium, raw, index, object_, turn, known), address
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        left, right, base = turn(box, x.value, y.value)
        yield Glyph(_HYPHENS.get(code) or chr(code), left, right, base, setting)


def _setting(pdfium: Any, raw: Any, index: int, object_: Any, turn: Any, known: dict[int, str]) -> Setting:
    """Size, face and weight, alike for all glyphs of one text object."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    size = pdfium.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
    face = _face(pdfium, object_, known)
    stroked = bool(object_) and pdfium.FPDFTextObj_GetTextRenderMode(object_) == _STROKED
    bold = stroked or pdfium.FPDFText_GetFontWeight(raw, index) >= _BOLD_WEIGHT or heavy(face)
    angle = (math.atan2(matrix.b, matrix.a) - turn.angle + math.pi) % (2 * math.pi) - math.pi
    return Setting(round(size, 1) if math.isfinite(size) else 0.0, face, bold, abs(angle) < _UPRIGHT)


def _face(pdfium: Any, object_: Any, known: dict[int, str]) -> str:
    """The base name of the font of a text object; `known`: the names of the page's fonts, filled as they are met."""
    font = pdfium.FPDFTextObj_GetFont(object_) if object_ else None
    if not font:
        return ""
    address = ctypes.addressof(font.contents)
    if address not in known:
        known[address] = _base_name(pdfium, font)
    return known[address]


def _base_name(pdfium: Any, font: Any) -> str:
    """The name without the mark of a subset."""
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value
    try:
        decoded = name.decode("utf-8")
    except UnicodeDecodeError:
        decoded = name.decode("gb18030", "replace")
    return decoded.rpartition("+")[2]


@dataclass(frozen=True, slots=True)
class _Turn:
    """From PDF coordinates (origin below left, page as stored) to reading coordinates (origin above left, page upright)."""

    quarter: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def angle(self) -> float:
        """The angle at which text is stored that stands upright on the turned page."""
        return math.radians(90 * self.quarter)

    def __call__(self, box: Any, x: float, y: float) -> tuple[float, float, float]:
        """Left, right and base of a glyph: it begins at its origin, its box tells where it ends."""
        low, high = min(box.top, box.bottom), max(box.top, box.bottom)
        if self.quarter == 1:
            left, right, base = y - self.bottom, high - self.bottom, x - self.left
        elif self.quarter == 2:
            left, right, base = self.right - x, self.right - box.left, y - self.bottom
        elif self.quarter == 3:
            left, right, base = self.top - y, self.top - low, self.right - x
        else:
            left, right, base = x - self.left, box.right - self.left, self.top - y
        return left, max(left, right), base


def _turn(page: Any) -> _Turn:
    left, bottom, right, top = page.get_bbox()
    return _Turn(page.get_rotation() // 90 % 4, left, bottom, right, top)
