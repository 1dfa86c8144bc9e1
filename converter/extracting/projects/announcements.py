"""Sentences that announce a livelihood-project list: 今年要继续办好“十件民生实事”。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.expressions import rare
from converter.frozen import dataclass
from converter.lexicons import either, load
from converter.lexicons.openings import quick
from converter.numbering import han_number

_WORDS = load("projects")
_COUNT = r"(\d{1,3}|[一二三四五六七八九十]{1,3}) ?(?:件|项|桩|条|类|大|个方面的?)"
_COUNTED = re.compile(rf"(?=[\d一二三四五六七八九十]){_COUNT}[^。;:]{{0,20}}?{either(_WORDS['counted'])}")
_NAMED = re.compile(rf"{either(_WORDS['names'])}[^。;:]{{0,12}}?{_COUNT}")
_NUMBERS = rare(_COUNT)
_PLAIN = rare(either(_WORDS["plain"]))
_PAST, _AHEAD = re.compile(either(_WORDS["past"])), re.compile(either(_WORDS["ahead"]))
_ELSE = rare(either(_WORDS["plain"]) + rf"[^。]*,{either(_WORDS['other_tasks'])}")
_EVERY = [*_WORDS["counted"], *_WORDS["names"], *_WORDS["plain"]]
# one of these is in every announcement and in every title: 实事 for all words with 实事 in them
_SIGNS = [word for word in dict.fromkeys(_EVERY) if not any(other in word for other in _EVERY if other != word)]
SIGN = re.compile(quick([word[:2] for word in _SIGNS], either(_SIGNS)))
# …办好10项民生实事,一是新建学校: the sentence that announces ends where its list begins.
_LISTS = re.compile(r"[,—]+ *(?:即|分别是)?(?=一[是要]|①|\( ?[1一] ?\)|1[.、](?!\d)|第一[,、件项])")
_FOLLOWING = rare(r"(?:以下|下列)[^,。:]{0,14}(?:实事|工程|项目|事项)|(?:实事|工程|项目|事项)[^,。:]{0,4}如下")
_SENTENCE = re.compile(r"[^。!?;:]{1,400}[。!?;:]?")
LONGEST_TITLE = 40
_HEAD = frozenset(_WORDS["head_cells"])  # 实事项目 below 序号 is the head of a column


@dataclass(frozen=True)
class Announcement:
    """Where the sentence ends, every number of things it names (11件26项 names two), and whether a colon opens the list at once.

    following: it says that the list comes now (以下民生实事:).
    """

    end: int
    counts: tuple[int, ...]
    opens: bool = False
    following: bool = False


def _value(digits: str) -> int:
    return int(digits) if digits.isdigit() else han_number(digits)


def _counts(sentence: str) -> tuple[int, ...]:
    values = (_value(found[1]) for found in _NUMBERS.finditer(sentence))
    return tuple(sorted({n for n in values if n > 2}))


def _announced(text: str) -> bool:
    """Whether a number of projects is named, before or behind what they are called."""
    return _COUNTED.search(text) is not None or _NAMED.search(text) is not None


def announcements(shadow: str) -> Iterator[Announcement]:
    """The sentences of a line that announce a list for the time ahead, in order."""
    for found in _SENTENCE.finditer(shadow):
        sentence = _head(found[0]) if SIGN.search(found[0]) else found[0]
        counted = SIGN.search(sentence) is not None and _announced(sentence)
        if not counted and (not _PLAIN.search(sentence) or _ELSE.search(sentence)):
            continue
        if _PAST.search(sentence) and not _AHEAD.search(sentence):
            continue
        opens = sentence.endswith((":", "—")) or len(sentence) < len(found[0])
        following = opens and _FOLLOWING.search(sentence) is not None
        yield Announcement(found.start() + len(sentence), _counts(sentence) if counted else (), opens, following)


def _head(sentence: str) -> str:
    """The sentence up to the list that it runs on into, if it announces one."""
    found = _LISTS.search(sentence)
    if found is None or SIGN.search(sentence, 0, found.start()) is None:
        return sentence
    return sentence[: found.end()] if _announced(sentence[: found.start()]) else sentence


def title(shadow: str) -> Announcement | None:
    """A heading or short line that names a list: 2025年民生实事, 2021年省十件民生实事, 昆明市2020年10件惠民实事."""
    bare = shadow.strip()
    if len(bare) > LONGEST_TITLE or bare.endswith(("。", ";", ",")) or bare in _HEAD:
        return None
    found = tuple(announcements(bare))
    named = _PLAIN.search(bare) or _announced(bare)
    return Announcement(len(shadow), found[0].counts if found else ()) if named else None
