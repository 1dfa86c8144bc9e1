"""Where the report's last words stand, and whether it is over behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import zip_longest

from converter.expressions import rare
from converter.lexicons import either, load
from converter.stripping.chrome import chrome
from converter.stripping.front import front
from converter.stripping.glance import Glance
from converter.stripping.opening import HEADING, opens


@cache
def _calls() -> re.Pattern[str]:
    return re.compile(either(load("boilerplate")["closing_calls"]))


def closing(lines: Sequence[Glance]) -> int | None:
    """Index of the report's last words, None where it breaks off before them."""
    for i in range(len(lines) - 1, -1, -1):
        compact = lines[i].compact
        if is_closing(compact) or (len(compact) < _BROKEN and lines[i].ends and is_closing(_paragraph(lines, i))):
            return i
    return None


_BROKEN, _BEFORE = 60, 8  # characters of a line that may be the end of a paragraph broken over lines; so many stand before it


def _paragraph(lines: Sequence[Glance], i: int) -> str:
    """The line with those before it that break off: …团结起来,为建设新临江 / 而努力奋斗!"""
    first = i
    while first > max(0, i - _BEFORE) and not lines[first - 1].ends and len(lines[first - 1].compact) >= _FULL:
        first -= 1
    return "".join(line.compact for line in lines[first : i + 1])


_FULL = 20  # characters: a shorter line is a heading or a link


_CREDIT = re.compile(r"(?:[—]{1,2}.{6,60}会议上)?\([^()。]{2,20}\)\Z")  # …努力奋斗!(邯郸日报)
_CALL = rare(r"让我们|(?:奋斗|前进|努力|贡献|篇章|胜利|辉煌|召开)(?:[!。]|\Z)|各位代表|同志们|团结在|我们深信|我们坚信|我们相信")


def is_closing(compact: str) -> bool:
    """A paragraph that turns to the deputies or calls on everybody, and ends on it: …让我们…而努力奋斗!"""
    compact = _CREDIT.sub("", compact) if compact.endswith(")") else compact
    ended = compact.rstrip("\"')》】]")[-1:]
    if wishes(compact) or _PLEDGE.search(compact):
        return True
    least = 12 if compact.startswith("各位代表") else 20  # 各位代表,让我们奋力谱写新篇章!
    if len(compact) < least or not (ended in ("!", "。", "…") or compact.endswith(("奋斗", "前进", "贡献"))):
        return False
    if ended == "!" and "各位代表" in compact[:40] and len(compact) >= 60 and not _THANKS.search(compact[-120:]):
        return True
    if _THANKS.search(compact[-60:]):
        return False
    return bool(_calls().search(compact[-300:])) and bool(_CALL.search(compact[-300:]))


def wishes(compact: str) -> bool:
    """Whether a paragraph wishes the deputies well, as some do behind the last words."""
    return _WISH.match(compact) is not None


_WISH = re.compile(r"(?:最后,)?(?:衷心)?(?:恭)?祝愿?.{2,40}(?:健康|成功|如意|幸福|快乐|吉祥|顺利)[!。]\Z")
_PLEDGE = re.compile(r"我们(?:将|一定|必将|定将|愿|要)[^。!]{4,90}(?:答卷|重托|厚望|期望|期待)[!。]\Z")  # …向全县人民交上一份满意答卷!
_THANKS = re.compile(r"感谢|敬意|来之不易")  # a review ends so: 向全区人民致以崇高的敬意!


def ends_report(lines: Sequence[Glance], last: int, annex: Callable[[str], bool]) -> bool:
    """Whether the report is over after `lines[last]`: up to an annex no heading with its paragraph and hardly a paragraph follows;
    what stands below the site's lines are other pages, if it is short beside the report, and else the site put an advertisement in."""
    prose = below = 0
    known = False
    for glance, after in zip_longest(lines[last + 1 :], lines[last + 2 :]):
        if annex(glance.compact):
            return True
        if not known and glance.compact.startswith("各位代表") and not opens(glance.compact[:200]):
            return False
        known = known or bool(chrome(glance.compact))
        prose += glance.prose
        below += len(glance.compact) if glance.prose or ("," in glance.compact and len(glance.compact) >= _FULL) else 0
        heading = HEADING.match(glance.compact) and not front(glance.compact, None) and (not known or (after and after.prose))
        if heading or (prose > 3 and not known):
            return False
    return below <= _ABSTRACTS or below <= sum([len(g.compact) for g in lines[: last + 1] if g.prose]) // _BESIDE


_ABSTRACTS, _BESIDE = 600, 6  # characters that other pages take below a report, or how many times longer it is


def whole(lines: Sequence[Glance], last: int) -> int:
    """Index of the line on which the last words end, where they are broken over lines: …而努力奋 / 斗!; and a last sentence below."""
    if lines[last].ends and not (last + 1 < len(lines) and _GOES_ON.match(lines[last + 1].compact)):
        return last
    size = 0
    for i in range(last + 1, min(last + _LINES, len(lines))):
        compact = lines[i].compact
        size += len(compact)
        if size > _LONGEST or chrome(compact) or HEADING.match(compact):
            return last
        if _ENDED.search(compact):
            return i
    return last


_GOES_ON = rare(r"我们|让我们|衷心|最后,|祝愿?")
_ENDED = re.compile(r"[。!](?:\([^()。]{2,20}\))?\Z")  # …努力奋斗!(临江日报)
_LINES, _LONGEST = 8, 200  # lines and characters that the rest of a paragraph has
