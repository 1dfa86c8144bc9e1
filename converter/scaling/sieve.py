"""Is a page a government work report? First a look at its raw bytes, which nearly every page of a crawl fails, then at its text.

Both look for what every report says to its hearers; neither parses the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import product

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from converter.reading.encodings import decode
from converter.reading.source import Unreadable
from converter.text import shadow

# A report has one of these, and nearly always all three; the second of a pair is the traditional form.
SIGNS = (("各位代表", "各位代表"), ("工作报告", "工作報告"), ("政府工作", "政府工作"))
SHORTEST = 1_200  # Chinese characters; news about a report are shorter, and so is what a summary quotes of it
ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_WHOLE = 8  # bytes of a sign that an encoding can write; big5 has no simplified letters
_LONG = 4_000  # a report printed without its address; an article about one is shorter
_MOST = 2_000_000  # characters looked at: no page has a longer text

_MARKUP = re.compile(r"<(?:(?:script|style)\b.{0,200000}?</(?:script|style)>|!--.{0,20000}?-->|[^<>]{0,4000}>)", re.S | re.I)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_BODY = "(?:人民政府|政府|国务院|國務院|行政公署|行署|公署|管委会|革命委员会)"
_REPORTING = re.compile(rf"(?:代表|受).{{0,40}}?{_BODY}.{{0,40}}?(?:报告|汇报|報告|匯報)")
_TITLE = re.compile("政府工作报告|政府工作報告|政府工作的报告")
_HEARERS = re.compile("各位代表[,::,!!、。]")
_REVIEW = re.compile("(?:工作)?(?:回顾|回顧|总结|總結)|取得(?:的)?(?:成绩|成就|成績)|完成情况")
_PLAN = re.compile("(?:目标|任务|目標|任務|安排|部署|重点工作|打算)")


@cache
def _matcher() -> tuple[BytesAhoCorasick, tuple[bytes, ...]]:
    """All signs in all encodings, found in one pass over the bytes; and what a page must hold besides for each to count."""
    wanted = dict(_written()) | dict.fromkeys(_numbered(), b"&#")
    # Of the library's ways to match, this one looks at sixteen bytes and more at a time; the default takes twenty times as long.
    return BytesAhoCorasick(list(wanted), matchkind=MatchKind.LeftmostFirst), tuple(wanted.values())


def _written() -> Iterator[tuple[bytes, bytes]]:
    """Each sign as an encoding writes it, and the word government in that encoding: every report has it, and few other pages."""
    for word in dict.fromkeys(word for sign in SIGNS for word in sign):
        for code in ENCODINGS:
            if len(found := word.encode(code, "ignore")) >= _WHOLE:
                yield found, "政府".encode(code)


def _numbered() -> Iterator[bytes]:
    """The end of a character reference to the first character of a sign: 21508; and 5404; for 各."""
    for char in dict.fromkeys(sign[0][0] for sign in SIGNS):
        yield f"{ord(char)};".encode()
        yield from ("".join(digits).encode() + b";" for digits in product(*((d, d.upper()) for d in f"{ord(char):x}")))


@cache
def _escaped() -> re.Pattern[bytes]:
    """The signs as numbers of characters: &#21508; and &#x5404;."""
    one = lambda char: f"&#(?:0*{ord(char)}|[xX]0*{ord(char):x});"  # noqa: E731 - used once, two lines below
    words = dict.fromkeys(word for sign in SIGNS for word in sign)
    return re.compile("|".join("".join(map(one, word)) for word in words).encode(), re.I)


def may_be(data: bytes) -> bool:
    """Whether the bytes hold a sign in any encoding; a page without one is no report, and most pages of a crawl have none."""
    matcher, besides = _matcher()
    found = {besides[number] for number, _, _ in matcher.find_matches_as_indexes(data)}
    return any(word in data if word != b"&#" else _escaped().search(data) is not None for word in found)


def is_report(data: bytes, declared: str | None = None) -> bool:
    """Whether the page holds a report: long enough, and one who reports to deputies for a government, or calls on them again and again."""
    try:
        text = decode(data, "", declared).text[:_MOST]
    except Unreadable:
        return False
    return reads_as_report(_bare(text))


def _bare(text: str) -> str:
    """The page's text without markup and blanks, as formulas are matched."""
    plain = _MARKUP.sub("", unescape(text) if "&#" in text else text).replace("&nbsp;", "")
    return shadow("".join(plain.split()))


def reads_as_report(text: str) -> bool:
    """The decision, on a shadow without blanks."""
    if sum(map(len, _HAN.findall(text))) < SHORTEST:
        return False
    calls = len(_HEARERS.findall(text))
    reporting = bool(_REPORTING.search(text))
    if calls and reporting:
        return True
    titled, works = bool(_TITLE.search(text)), bool(_REVIEW.search(text)) and bool(_PLAN.search(text))
    return works and (calls > 1 or (titled and (calls > 0 or (len(text) >= _LONG and (reporting or "二、" in text)))))
