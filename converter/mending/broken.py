"""Lines broken in the middle of a sentence or heading, by markup, by a narrow window, or by a page's end."""

from __future__ import annotations

import re
from functools import cache

from converter.expressions import rare
from converter.lexicons import load, patterns
from converter.numbering import Mark, mark

_ENUMERATOR = re.compile(r"(?:^|[,。;:])(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[,、]|其[一二三四五六])\Z")
_NUMBER_ALONE = re.compile(
    r"(?:[㈠-㈩]|[一二三四五六七八九十]{1,3}、|\(?[一二三四五六七八九十]{1,3}\)|\(|第[一二三四五六七八九十]+部分|0\d|(?i:part)[ .]?\d\d?)\Z"
)
_STARTS_AMID = re.compile(r"[,、。;:!?》】)%]")
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "【": "】", "〔": "〕", "‘": "’"}
_OPENING = re.compile(f"[{re.escape(''.join(_PAIRS))}]")
_ENTRY = re.compile(r"[\[(]?\d{1,3}(?:[\])、]|\.(?!\d))|[—]{1,2}|[·•●◆■▲★☆]")
# What a number at a line's end was about to count, with the rest of its figures.
_MEASURE = rare(r"(?:\d{1,3}(?:\.\d{1,2})?)?[个年月日时万亿元吨人户家项处座条所件次倍名亩米平公%‰]")
_FIGURE_DUE = rare(r"(?:达到?|增长|下降|提高|完成|实现|突破|超过|[为约至到近占])\Z")
_FIGURE = rare(r"\d[\d.]*[^\d,;。]{1,8}[,;。、]")  # with punctuation behind: a table's cell has none
_SECOND_HALF = re.compile(r"(?:和(?![谐平睦美合])|及(?![时早])|以及|与(?![时会])|暨)[^。:;]{2,30}\Z")  # of a numbered heading
_YEAR_CUT = re.compile(r".{2,16}(?:[12]\d{3}|[一二三四五六七八九〇○零]{4})年度?\Z")  # 一、2023年 / 工作回顾
_YEAR_SPLIT = rare(r"(?<!\d)(?:[12]\|\d{3}|(?:19|20)\|\d\d|(?:19|20)\d\|\d)年")
_RUNS_ON = re.compile(r"(?:的|(?<![谐温饱缓总共祥平柔调随])和|(?<!参)与|以及|暨|关于|对于|特别是|尤其是)\Z")  # whatever it is the end of
_INLINE = rare(r"(?![12]\d{3}年|[一二〇○]九?[^,。]{2,3}年)[^。]{4,36}。.")  # a title with its paragraph, which no year opens
_DEFINITION = rare(r"[^。;:]{2,40}:(?:是指|指|即)[^。;]*\Z")  # 3.飞地园区:指…, which ends with a full stop
_BRIEF = 20
_STOPS = "。!?;:"
_WORD = rare(r"[\u4e00-\u9fff]{1,12}\Z")  # a link's words on a line of their own, the rest of the quotation below
_TOLD = 20  # characters of a line that tells figures behind a comma or a colon: a heading does neither
_FIGURES = re.compile(r"[,:].*\d(?:\.\d+)?(?:%|亿|万|个百分点)[^:]*\Z")
FULL = 45  # an unnumbered line this long without a full stop at its end was broken; headings are shorter


@cache
def _prose() -> re.Pattern[str]:
    """What a sentence begins with and a heading does not."""
    return re.compile(patterns(load("mending")["prose"]))


def _open_bracket(text: str) -> str | None:
    """The bracket or quote of the last 40 characters that is still open, if any."""
    if not _OPENING.search(text, max(0, len(text) - 40)):
        return None
    stack: list[str] = []
    for char in text[-40:]:
        if char in _PAIRS:
            stack.append(char)
        elif stack and char == _PAIRS[stack[-1]]:
            stack.pop()
    return _PAIRS[stack[-1]] if stack else None


def broken(above: str, below: str, raw_above: str, raw_below: str, after: str = "") -> str | None:
    """Why two lines (shadows, stripped; and as printed) are one: the name of the sign, or None.

    A new numbering mark or salutation below is never joined; nor is a line that ends a sentence, unless the line
    below starts with punctuation that cannot open one. after: the line below the lower one, whose punctuation shows that
    the lower is a link's words in the middle of a sentence.
    """
    if not above or not below:
        return None
    counted, numbered = mark(below), mark(above)
    if above[-1] == "(" and counted:
        return None if below[0] == "(" else "open_bracket"
    closer = _open_bracket(raw_above)
    if closer and (closer in raw_below[:60] or _WORD.match(below)) and not above.endswith(("。", "!", "?")):
        return "open_bracket"
    if _NUMBER_ALONE.match(above) and not counted:
        titled = (len(below) <= FULL and "。" not in below[:-1]) or (_INLINE.match(below) and not _prose().match(below))
        return "number_alone" if titled else None
    if _STARTS_AMID.match(below) and above[-1] not in "。!?" and below[0] not in "【":
        return "starts_with_punctuation"
    if _STARTS_AMID.match(after) and not numbered and above[-1] not in _STOPS and len(below) <= FULL and below[-1] not in _STOPS:
        return None if _prose().match(below) else "link_between"
    if counted or below.startswith("各位代表") or _ENTRY.match(below):
        return None
    if above[-1] in ",、《(" or _ENUMERATOR.search(above):
        return "ends_in_mid_sentence"
    if above[-1].isdigit() and below[0].isdigit() and _YEAR_SPLIT.search(f"{above[-3:]}|{below[:4]}"):
        return "year_cut"
    cut = above[-1].isdigit() or (above[-1] == "." and above[-2:-1].isdigit())  # 增长15. / 2%
    if cut and len(above) > 5 and _MEASURE.match(below):
        return "amount_cut"
    if len(above) > 5 and _RUNS_ON.search(above):
        return "runs_on"
    if len(above) >= 8 and not numbered and _FIGURE_DUE.search(above) and _FIGURE.match(below):
        return "figure_due"
    if numbered and above[-1] not in _STOPS and "。" not in above and _SECOND_HALF.match(below):
        return "second_half"
    if above[-1] not in _STOPS and _DEFINITION.match(above):
        return "definition_cut"
    if numbered and _YEAR_CUT.match(above) and len(below) <= _BRIEF and not re.search(r"[。,;:!?]", below):
        return "year_cut"
    return "no_full_stop" if _unfinished(above, numbered) else None


def _unfinished(above: str, numbered: Mark | None) -> bool:
    if above[-1] in "。!?;:….\"')》】]”":
        return False
    if "。" in above or ";" in above or (not numbered and _prose().match(above)) or (len(above) >= _TOLD and _FIGURES.search(above)):
        return True
    return len(above) >= (2 * FULL if numbered and numbered.style in ("part", "han", "paren") else FULL) and not above.startswith("—")
