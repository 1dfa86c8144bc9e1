"""What a topic sentence looks like by itself: its marks, and what it must not be."""

from __future__ import annotations

import re
from collections.abc import Callable

from converter.expressions import HAN, rare
from converter.lexicons import either, load
from converter.numbering import han_number

_WORDS = load("leads")


_ORDINAL = rare(r"([一二三四五六七八九]|十[一二三四五六七八九]?)(?:是|要)|第([一二三四五六七八九十]{1,2}),")
_PERIOD = rare(rf"(?:[一二三四五六七八九十两这0-9]{{1,2}}年来?|{either(_WORDS['periods'])}),")
_NUMBERED = rf"(?P<dash>—+|-{{2,}})|(?P<ordinal>{_ORDINAL.pattern})|(?P<bracket>\([一二三四五六七八九十]{{1,3}}\))"
_MARK = rare(rf"{_NUMBERED}|(?P<period>{_PERIOD.pattern})")
_FRONT = re.compile(rf"{_NUMBERED}|{either(_WORDS['adding'])},?")
_INTRODUCING = either([*_WORDS["address"], *_WORDS["not_opening"]])
_SIDE = r"在[^,]{2,14}方面,|从[^,]{1,8}看,"
_OPENING = re.compile(rf"(?:{_INTRODUCING})|{_SIDE}|\d{{4}}年|[二〇○零一九]{{4}}年|\"[^\"]{{2,6}}\"(?:时期|期间)")
_ACCORDING = re.compile(rf"(?:按照|根据)[^,]{{4,18}},{either(_WORDS['doing'])}[^,]*\Z")
_COMMON = re.compile(either([*_WORDS["address"], *_WORDS["common"]]))
_EXHORTING = rare(either(_WORDS["exhorting"]))
_RESOLVING = re.compile(either(_WORDS["resolving"]))
_BEHIND_VERSES = rare(either(_WORDS["behind_verses"]))
_REFLECTING = rare(either([*_WORDS["behind_verses"], *_WORDS["reflecting"]]))
_VERSE = re.compile(r"\"?(\w{4}|\w{5}|\w{7}),(\w{4,7})\"?。")  # of Chinese characters; to ask for them here takes long to compile
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十两几]{1,3})"
_WORKS = r"(?:省级|市级|重点)?(?:民生|惠民|利民|便民|为民)"  # 办好十件民生实事 says what is done, and announces no list
_COUNTED = rf"{_COUNT}(?:个|大)?方面|{_COUNT}(?:项|件|大)(?!{_WORKS})[^,]{{0,6}}(?:工作|任务|实事|大事|举措)"
_ANNOUNCING, _COUNTING = re.compile(either(_WORDS["announcing"])), re.compile(_COUNTED)
_COUNTABLE = re.compile("方面|工作|任务|实事|大事|举措")  # one of them is in all that _COUNTING finds
_MUSING = re.compile(either(_WORDS["musing"]))
_QUOTED = re.compile(r"\"[^\"]{0,20}\"")
_NAMED_FIGURE = re.compile(  # 山区26县 is a name, 新增26个百分点 a figure
    rf"[A-Za-z]\d{{1,12}}|(?<=.)\d{{1,12}}(?:[A-Za-z+]|个(?!百分点|月)(?={HAN}))"
    rf"|(?<={HAN})\d{{1,3}}县(?={HAN}{{3}})|\d{{1,3}}件(?={_WORKS}实事)|\d{{4}}年"
)
_HAN = "一二三四五六七八九十百千万亿"
_FIGURE = re.compile(rf"[\d{_HAN}](?:(?<=\d)|(?<=百)分之|[{_HAN}]{{0,11}}(?:元|人|亩|吨|公里|倍|户))")  # one class in front: quick
_COPULA = rare(rf"(?<![{_WORDS['before_copula']}])是(?!非)")


def _final(text: str) -> bool:
    return not text.rstrip("\"')]》】").endswith("。")


def _quotes(text: str) -> bool:
    return text.startswith('"') and text.find('"', 1) == len(text) - 1 and text[-2:-1] in "。!?"


def _opens_otherwise(text: str) -> bool:
    return bool(_OPENING.match(text)) and not _PERIOD.match(text) and not _ACCORDING.match(text)


def _announces(text: str) -> bool:
    plain = _unquoted(text)
    return bool(_ANNOUNCING.search(plain)) or bool(_COUNTABLE.search(plain) and _COUNTING.search(plain))


def _counts(text: str) -> bool:
    if not _FIGURE.search(text):
        return False
    return bool(_FIGURE.search(_NAMED_FIGURE.sub("", _unquoted(_PERIOD.sub("", text, count=1)))))


def _defines(text: str) -> bool:
    return "是" in text and bool(_COPULA.search(_unquoted(text)))


def _unquoted(text: str) -> str:
    return _QUOTED.sub("", text) if '"' in text else text


def _muses(text: str) -> bool:
    return bool(_MUSING.search(text))


def _lists(text: str) -> bool:
    return ";" in text or ":" in text


# What a topic sentence is not; the name says why a sentence was refused.
REFUSALS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("not_final", _final),
    ("quotes", _quotes),
    ("opens_otherwise", _opens_otherwise),
    ("announces", _announces),
    ("counts", _counts),
    ("defines", _defines),
    ("muses", _muses),
    ("lists", _lists),
)


# What a mark in front makes up for: ——过去五年,是改革开放明显推进的五年。
_MARKED = {"dash": ("opens_otherwise", "defines"), "ordinal": ("opens_otherwise", "defines")}


# What a mark, 此外 and the like, and stars can begin with: of a sentence that begins with something else, as nearly all do, there
# is no mark, and it is bare.
FRONTS = frozenset("*-—(第一二三四五六七八九十两这0123456789") | {word[0] for word in [*_WORDS["periods"], *_WORDS["adding"]]}


def bare(text: str) -> str:
    """The sentence without dash, ordinal, 此外 or censor's stars in front."""
    text = text.lstrip("*")
    found = _FRONT.match(text)
    return text[found.end() :].lstrip(" ,") if found else text


_SPEAKS_AGAINST = "|".join(found.pattern for found in (_ANNOUNCING, _COUNTABLE, _FIGURE, _COPULA, _MUSING))
_BEGINS = "".join({word[0] for word in [*_WORDS["announcing"], *_WORDS["musing"]]}) + "方工任实大举是" + _HAN
_DOUBTFUL = re.compile(rf"[;:\"0-9{_BEGINS}](?<=(?={_SPEAKS_AGAINST}|[;:\"])[\s\S])")


def refusal(text: str, marked: str | None) -> str | None:
    """Why a sentence cannot be a topic sentence, or None. text: without what stands in front (bare); marked: its mark."""
    if text.endswith("。") and not _DOUBTFUL.search(text) and not _OPENING.match(text):
        return None  # none of what the rules ask for is in it
    skip = _MARKED.get(marked, ()) if marked else ()
    for name, rule in REFUSALS:
        if name not in skip and rule(text):
            return name
    return None


def opens_like_any(text: str) -> bool:
    """Whether a sentence opens with words that many share: an address, 今年, 我们; 过去一年是…的一年 says something of them."""
    found = _COMMON.match(text)
    return found is not None and not text.startswith("是", found.end())


def exhorts(text: str) -> bool:
    """Whether a sentence tells everybody what to do: 我们要…。 必须…。"""
    return bool(_EXHORTING.match(text))


def mark(text: str) -> str | None:
    """dash, ordinal, bracket or period where a sentence opens with one."""
    found = _MARK.match(text)
    return found.lastgroup if found else None


def resolves(text: str) -> bool:
    """Whether a sentence says what we are going to do: 我们将…。"""
    return bool(_RESOLVING.match(text))


def verse(text: str, after: str) -> bool:
    """Whether two halves of one length are a verse, which the sentence behind it reflects on, and no topics."""
    found = _VERSE.fullmatch(text)
    if not found or len(found[1]) != len(found[2]) or not "\u4e00" <= min(found[1] + found[2]) <= max(found[1] + found[2]) <= "\u9fff":
        return False
    return (_BEHIND_VERSES if len(found[1]) == _FOUR else _REFLECTING).match(after) is not None


_FOUR = 4


def counted(text: str) -> int:
    """The 3 of 三是 and 第三; 0 without."""
    found = _ORDINAL.match(text)
    return han_number(found[1] or found[2]) if found else 0
