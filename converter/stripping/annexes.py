"""What an annex is called, and what its entries look like."""

from __future__ import annotations

import re
from functools import cache

from converter.expressions import rare
from converter.lexicons import either, load, patterns


@cache
def _annex() -> re.Pattern[str]:
    words = load("boilerplate")["annex"]
    number = r"(?:[一二三四五六七八九十\d]{1,2}[、.])?"
    tail = r"(?:[一二三四五六七八九十\d]{0,2})(?:\(.{0,40}\))?[】\])》\"]?[:。]?\Z"
    return re.compile(
        rf"[—-]{{0,2}}[【\[(《\"]?{number}(?:(?:{either(words['whole'])}){tail}|.{{0,32}}?(?:{patterns(words['ends'])}){tail}|(?:{either(words['starts'])})[^。]{{0,36}}\Z)"
    )


_NUMBER = r"[\[(【①-⑳〔]?[\d一二三四五六七八九十①-⑳]{0,3}[\])】.、〕]*"
ENTRY = rare(rf"{_NUMBER}.{{1,60}}?(?::|是指|即|指|——).{{4,}}|[\[(【]\d{{1,3}}[\])】].+|\d{{1,3}}[.、].{{2,}}")
NUMBERED_ENTRY = rare(r"[\[(【]?\d{1,3}[\])】.、](?![\d.]+[%‰、,亿万])(?:.{1,60}?(?::|是指|即|指).{4,}|[\"《].{1,40}[。;]\Z)")


def is_annex_heading(compact: str) -> bool:
    """名词解释, 【注释】, 附件2, 附:2008年为民办实事, 2025年民生实事."""
    return len(compact) <= 45 and "。" not in compact[:-1] and bool(_annex().match(compact))


def begins_annex(compact: str) -> bool:
    """An annex's heading, or a numbered glossary entry without one."""
    return is_annex_heading(compact) or bool(NUMBERED_ENTRY.match(compact))
