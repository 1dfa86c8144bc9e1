"""The numerals Word generates: number formats of `w:numFmt` as text."""

from __future__ import annotations

from collections.abc import Callable

_SIMPLE = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(value: int, form: str) -> str:
    """`value` in the number format `form`; decimal where the format is not known or does not reach so far."""
    if form in ("none", "bullet"):
        return ""
    write = _FORMS.get(form)
    return (write(value) if write and value > 0 else "") or str(value)


def enclosed(text: str) -> str | None:
    """The character that shows `text` in a circle, ① for "1"; None where there is none."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 50:
        return _circled(int(text))
    return None


def _chinese(value: int, digits: str = "零一二三四五六七八九", units: tuple[str, str, str] = ("十", "百", "千")) -> str:
    """一, 十, 十一, 二十, 一百零一 up to 9999."""
    if value > 9999:
        return ""
    out, zero = "", False
    for power, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit = value // power % 10
        if digit:
            out += (digits[0] if zero and out else "") + digits[digit] + unit
        zero = not digit
    return out


def _counting(value: int) -> str:
    out = _chinese(value)
    return out[1:] if 10 <= value < 20 else out


def _legal(value: int) -> str:
    return _chinese(value, _LEGAL, ("拾", "佰", "仟"))


def _legal_traditional(value: int) -> str:
    return _chinese(value, _LEGAL_TRADITIONAL, ("拾", "佰", "仟"))


def _digits(value: int) -> str:
    return "".join(_SIMPLE[int(one)] for one in str(value))


def _full_width(value: int) -> str:
    return "".join(chr(0xFF10 + int(one)) for one in str(value))


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)]


def _row(*starts: tuple[int, int, int]) -> Callable[[int], str]:
    """Rows of ready-made characters: (first value, last value, code point of the first)."""
    return lambda value: next((chr(code + value - low) for low, high, code in starts if low <= value <= high), "")


_circled = _row((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))


def _roman(value: int) -> str:
    out = ""
    for amount, sign in _ROMAN:
        out += sign * (value // amount)
        value %= amount
    return out


def _letters(value: int) -> str:
    """a … z, aa, bb: Word repeats the letter."""
    times, index = divmod(value - 1, 26)
    return chr(97 + index) * (times + 1) if times < 30 else ""


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _row((1, 20, 0x2474)),
    "decimalEnclosedFullstop": _row((1, 20, 0x2488)),
    "ideographEnclosedCircle": _row((1, 10, 0x3280)),
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": lambda value: _roman(value).upper() if value < 4000 else "",
    "lowerRoman": lambda value: _roman(value) if value < 4000 else "",
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "koreanCounting": _counting,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "japaneseLegal": _legal_traditional,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
}
