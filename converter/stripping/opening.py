"""Where the report's text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from converter.expressions import rare
from converter.stripping.chrome import chrome
from converter.stripping.front import front
from converter.stripping.glance import Glance

SALUTATION = re.compile(
    r"(?:尊敬的)?(?:各位|同志们)(?:人大|人民|职工|居民|村民|议事|与会)?(?:代表|委员|同志|领导)?"
    r"(?:[、,及和](?:各位)?(?:委员|同志们?|列席人员|来宾|政协委员|老师们?|职工|员工|朋友))*(?:们)?[:!,]?"
)
_BODY = r"(?:政府|国务院|委托|行署|公署|管委会|办事处)"
_OF = "(?:各位|全体|列席(?:会议)?的?|与会的?|特邀)*(?:人大|人民|政协)?"
_PERSONS = f"(?:(?:大会)?(?:执行)?主席团?|{_OF}(?:副?主任|副?主席|代表|委员|同志|领导|来宾|嘉宾|朋友|人员)们?)"
_GREETING = re.compile(rf"(?:尊敬的)?{_PERSONS}(?:[、,和及]?(?:尊敬的)?{_PERSONS})+[:!]?\Z")  # 同志们、各位代表: in whatever order
REPORTING = re.compile(
    rf"(?=[我现谨受请在])(?:我|现在|在此)?[,]?(?:请允许)?(?:我)?(?:谨|现|受)?(?:代表|受).{{0,40}}?{_BODY}[^。]{{0,40}}?(?:报告|汇报)"
)
_HAN = "[一二三四五六七八九十]"
_NUMBER = rf"{_HAN}{{1,3}}[、.]|[(〈【\[]?{_HAN}{{1,3}}[)〉】\]]|[㈠-㈩]|[壹贰叁肆伍陆柒捌玖拾Ⅰ-Ⅻ][、.]|第{_HAN}{{1,2}}(?:部分|[章篇])"
HEADING = re.compile(rf"(?:{_NUMBER}).{{1,60}}\Z")
YEAR_HEADING = re.compile(
    r"(?:关于)?(?:过去|今后|未来|[12]\d{3}年|[\"“]?.?[一二三四五六七八九十]+五[\"”]?|本届|[一二三四五六七八九]年).{0,24}"
    r"(?:回顾|总结|工作|成就|情况|建议|任务|安排|目标|部署|要求|打算)\Z"
)


def may_open(text: str) -> bool:
    """Whether a text as printed has one of the characters that every opening has (各位, 代表, 受)."""
    return "位" in text or "表" in text or "受" in text


def opens(compact: str) -> bool:
    """各位代表: alone, or the sentence that gives the report to the meeting."""
    if ("各位" in compact[:20] or "同志" in compact[:20]) and _GREETING.match(compact):
        return True
    greeting = SALUTATION.match(compact)
    at = greeting.end() if greeting and compact.startswith(("各位", "尊敬的各位")) else 0
    return bool(at and (at == len(compact) or REPORTING.match(compact, at) or REPORTING.search(compact, at, at + 60))) or bool(
        REPORTING.match(compact)
    )


def greets(compact: str) -> bool:
    """Whether the text's first line turns to the meeting, so that what stands above it is the masthead's end; 同志们: does too."""
    return opens(compact[:200]) or _addresses(compact)


def _addresses(compact: str) -> bool:
    """Whether a line does nothing but turn to somebody: 同志们:, 县人大常委会:, 各乡镇人民政府,县政府各部门:."""
    if SALUTATION.fullmatch(compact) is not None:
        return True
    if not compact.endswith(":") or len(compact) > _ADDRESS or _TO.match(compact) is None:
        return False
    return not chrome(compact) and not front(compact, "opening")  # 县长: is who speaks, the name left out


_ADDRESS = 60  # characters
_TO = rare(r"[^。:]{0,58}(?:常委会|常务委员会|主席团|代表大会|人民政府|党委|党组|各部门|直属机构|同志们?|委员|主任|代表):\Z")


def teaser(glance: Glance, text: str, below: int = 0) -> bool:
    """An abstract in front: its words come again in the text from `below` on. Compared: the first 40 characters from the
    salutation or the start, and the last 30."""
    compact = glance.compact
    if len(compact) < 40:
        return False
    at = max(compact.find("各位代表"), 0)
    probe = compact[at : at + 40]
    return text.find(probe, below) >= 0 or text.find(compact[-30:], below) >= 0


def start(lines: Sequence[Glance]) -> int | None:
    """Index of the first line of the report's text; None where nothing looks like text."""
    text = "".join(g.compact for g in lines)
    below = _below(lines)
    first = next((i for i, g in enumerate(lines) if _is_text(g, text, below[i])), None)
    own = (i for i, g in enumerate(lines) if opens(g.compact[:200]) and not teaser(g, text, below[i]))
    opening = next((i for i in own if not _again(lines, i)), None)
    above = lines[: _AHEAD if opening is None else min(opening, _AHEAD)]
    opening = next((i for i, g in enumerate(above) if _glued(g, text, below[i])), opening)
    if opening is None:
        return first if not first else first - _addresses(lines[first - 1].compact)
    opening -= bool(opening) and _addresses(lines[opening - 1].compact)  # 同志们: above 我代表…
    return opening if first is None or _only_introduces(lines[first:opening], text, below[first:opening]) else first


def _glued(glance: Glance, text: str, below: int) -> bool:
    at = glance.compact.find("各位代表", 0, 120)
    if at <= 0 or not opens(glance.compact[at : at + 120]):
        return False
    return bool(front(glance.compact[:at], "opening")) and not teaser(glance, text, below)


def _again(lines: Sequence[Glance], i: int) -> bool:
    """Whether an opening, with the line under it where it is short, comes again a little farther down: the abstract above was printed
    line by line."""
    here = lines[i].compact[:_PROBE]
    window = lines[i + 1 : i + 2 + _AHEAD]
    if len(here) == _PROBE:
        return any(g.compact.startswith(here) for g in window)
    under = window[0].compact[:_PROBE] if window else ""
    return any(a.compact == here and b.compact.startswith(under) for a, b in pairwise(window[1:]))


_PROBE, _AHEAD = 20, 40  # characters compared; lines looked at
_IN_FRONT = 60  # lines that can stand in front of the text


def _below(lines: Sequence[Glance]) -> list[int]:
    """For each line where the text below it begins; below the lines that can stand in front nothing is looked for."""
    ends = list(accumulate(len(g.compact) for g in lines))
    return [*ends[:_IN_FRONT], *ends[-1:] * (len(ends) - _IN_FRONT)]


def _is_text(glance: Glance, text: str, below: int) -> bool:
    compact = glance.compact
    like = glance.prose or (len(compact) >= 15 and glance.ends) or HEADING.match(compact) or YEAR_HEADING.match(compact)
    if not like and not RESOLVES.search(compact) and not _LOOKS_BACK.match(compact):
        return False
    return not (chrome(compact) or front(compact, None) or teaser(glance, text, below))


_LOOKS_BACK = re.compile(  # at the top of a page from the middle: a heading's sentence, or one that announces a list
    r"(?:过去)?这?[一两二三四五]年来,.{6,60}\Z|(?:.{0,30}[,:])?(?:重点|主要|着力|突出|集中)?(?:做好?了?|抓好?了?|开展了?)(?:以下|下列|下面|如下).{0,10}工作[:。]\Z"
)
RESOLVES = re.compile(r"会议(?:听取|审议|认为|同意|批准)")  # a resolution about a report opens so


def _only_introduces(lines: Sequence[Glance], text: str, below: Sequence[int]) -> bool:
    """Text before the salutation is an editor's words or a contents list where it is short or comes again below.

    A heading with its paragraph is neither: such a page begins in the middle, and the salutation is a later one.
    """
    fresh = [g for g, at in zip(lines, below, strict=True) if text.find(g.compact.rstrip("0123456789.…·"), at) < 0]
    if any(HEADING.match(a.compact) and not front(a.compact, None) and b.prose for a, b in pairwise(fresh)):
        return False
    return sum(len(g.compact) for g in fresh) <= 600
