"""When and in what voice: the years a stretch of the report is about, and whether it reports or announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from converter.expressions import HAN, rare
from converter.extracting.context import Years
from converter.extracting.indicators.names import Mention
from converter.extracting.values.periods import TIME, Period, period, plan_years
from converter.frozen import dataclass

ANNOUNCING = ("targets", "tasks", "requirements")
REPORTING = ("review", "achievements", "problems", "acknowledgements")
# what a paragraph may open with before its time: 各位代表, 回顾, a lead-in dash
_LEAD_IN = "总的看|总体上看|回顾|纵观|综观|展望|刚刚过去的|已经过去的|即将过去的|在|到|经过|通过|总体目标|全省|全市|我们|,| "
_OPENING = re.compile(rf"^[ —\-]*(?:\(?[一二三四五六七八九十]+[)、.])?(?:各位代表[,!:。]?)?(?:{_LEAD_IN}){{0,3}}")
# what follows a time that the words behind it are about; 在…基础上, 与…相比 and a plan's own title are not
_ABOUT = re.compile('[,、是我全各市的共内]|期间|时期|地区|经济|上半年|下半年|预计|主要|发展|规划|工作|政府|"')
_NOT_ABOUT = re.compile("[^,。]*(?:基础上|相比|规划(?:纲要)?》)")
_HEADING_YEARS = re.compile(r"五年|工作|回顾|总结|目标|任务|时期|成就|发展|安排|完成情况")
_LOOKS_BACK = rare("回顾|过去|成就|总结")
_PROMISING = re.compile("今年|明年|工作(?:安排|任务|部署|重点|思路)|目标|今后|未来")
_REVIEWED = rare("完成情况|回顾|总结|成就|取得|过去")


@dataclass(frozen=True, slots=True)
class Frame:
    """The voice (planned or not) and the time that a figure without a time of its own takes."""

    planned: bool
    time: Period | None
    aimed: bool = False  # what was aimed at in a year now past


def of_section(role: str, title: str, above: Frame | None, years: Years) -> Frame:
    """The frame a section starts with: its role says the voice, its title may say the time."""
    planned = role in ANNOUNCING if role in ANNOUNCING + REPORTING else _voice(title, above)
    time = _in_title(title, years, planned)
    if role == "problems" and above and time is None:
        above = Frame(above.planned, None, above.aimed)  # what is lacking is lacking now
    if planned and time and years.review and time.last <= years.review:
        planned = False  # a title that names the past year reports, whatever its words promise
    if role not in ANNOUNCING + REPORTING and time and years.review and time.last > years.review:
        planned = True
    if time is None:
        time = above.time if above and above.planned == planned else None
    return Frame(planned, time)


def _voice(title: str, above: Frame | None) -> bool:
    if _PROMISING.search(title) and not _REVIEWED.search(title):
        return True
    return above.planned if above else False


def _in_title(title: str, years: Years, planned: bool) -> Period | None:
    """The time a heading names: 2025年工作总结, “十四五”时期发展成就, 过去五年工作回顾."""
    for found in TIME.finditer(title) if _TIMED.search(title) else ():
        when = period(found, years, planned)
        if when and not when.part and (found["word"] == "一年来" or _HEADING_YEARS.search(title)):
            return when
    if "五年" in title and _LOOKS_BACK.search(title):
        return Period(*years.review_period) if years.review_period else None
    return None


_AGO = rare(r"^[^。;,]{0,30}以来的(?P<n>[三四五])年")
_TEN = 10
_LONG = 4  # years of a period that is spoken of in more than one sentence
# a full stop may be printed as "." between Chinese words; no report has a sentence of 2,000 characters, what has is cut
_LONGEST = 2000
_STOP = rf"\.(?!{HAN})|(?<!%)(?<!{HAN})\."  # no full stop
_SENTENCE = rare(rf"(?:[^。!?.]|{_STOP}){{1,{_LONGEST}}}[。!?.]*")
_SHORT = re.compile(rf"(?:[^。!?.]++|{_STOP})++[。!?.]*")  # the same in a text that holds none so long, by runs instead of characters
_TIMED = re.compile("[年五季月届]")  # one of these is in every time
# … and one of these in every time of several years; each begins with a plain character, so that the engine passes over all others
_SEVERAL = re.compile("|".join(["年(?<=[两三四五十235]年)", '五"', "以来", *(f"{mark} ?(?:19|20)" for mark in "—~至到-")]))
_LACKING = re.compile("清醒地?(?:看到|认识|意识)|存在[^。]{0,20}(?:困难|问题|不足|差距)")  # what is lacking is lacking now
_LAST_YEAR = re.compile("(?:据|经)?初步(?:核算|统计)|全年")  # figures of the year among those of five years
HEADING = "预期目标"  # heads a list that the sentences behind it may go on with
_OPENS = 48  # characters in which a sentence names its time
CALL = 8  # characters of 各位代表! before the sentence that opens the paragraph


class Sentence(NamedTuple):
    """A sentence at `start:end` with its frame and the names in it; follows: it stands right behind the one told before it."""

    start: int
    end: int
    frame: Frame
    named: tuple[Mention, ...]
    follows: bool


def by_sentence(text: str, frame: Frame, years: Years, named: Sequence[Mention]) -> tuple[list[Sentence], Frame]:
    """Of a paragraph's sentences those with a name (in order) or a list's heading in them, and the frame that holds behind it.

    A time that opens the paragraph holds on; one that opens a later sentence only if it is a period of several years.
    """
    out: list[Sentence] = []
    outer, announced, told, taken = frame, None, True, 0
    several = ("年" in text or '五"' in text) and _SEVERAL.search(text) is not None
    if not (named or several or _TIMED.search(text, 0, CALL + _OPENS)):
        return out, outer
    aims, headed = bool(named) and "目标" in text, bool(named) and HEADING in text
    for found in (_SENTENCE if len(text) > _LONGEST else _SHORT).finditer(text):
        start, end = found.span()
        opens, here, first = start <= CALL, frame, taken
        if not (opens or several or headed or taken < len(named)):
            break
        if opens and frame.time and frame.time.several and not frame.planned and _LACKING.search(text, start, min(end, start + _OPENS)):
            frame = Frame(frame.planned, None, frame.aimed)
        if (opens or several) and (_TIMED if opens else _SEVERAL).search(text, start, start + _OPENS):
            here = of_paragraph(text[start : start + _OPENS], frame, years)
            frame = here if opens or (here is not frame and _lasts(here, years)) else frame
        if aims and announced is None:
            announced = _announced(text, found, here, years)
        while taken < len(named) and named[taken].start < end:
            taken += 1
        before, told = told, first < taken or (headed and text.find(HEADING, start, end) >= 0)
        if told:
            mine = tuple(m for m in named[first:taken] if m.start >= start)
            out.append(Sentence(start, end, announced or _own(text, start, end, here, frame, years), mine, before))
    return out, outer if frame is not outer and (_bygone(frame, years) or _decade(frame)) else frame


def _decade(frame: Frame) -> bool:
    """Whether the time is longer than what a report is of: 十年来 holds in its own paragraph only."""
    return frame.time is not None and frame.time.last - frame.time.first >= _TEN - 1


def _lasts(frame: Frame, years: Years) -> bool:
    """Whether the time that opens a sentence holds behind it."""
    time = frame.time
    return time is not None and time.last - time.first + 1 >= _LONG and not _bygone(frame, years)


def _own(text: str, start: int, end: int, here: Frame, frame: Frame, years: Years) -> Frame:
    """The frame of a sentence: what it opens with where that ended before the year in review, else what holds."""
    here = here if here is not frame and _bygone(here, years) else frame
    if not here.planned and _SET.match(text, start, end):
        here = Frame(here.planned, here.time, aimed=True)
    year = here.time is not None and here.time.several and _LAST_YEAR.match(text, start)
    return Frame(here.planned, None, here.aimed) if year else here


# 省七届人大一次会议通过的1988年主要指标是: what was aimed at, not what came
_SET = re.compile("[^。;完达]{0,24}(?:提出|确定|通过)(?:的|,)?(?!以来)[^。;完达]{0,30}(?:目标|指标|任务),?(?:是|为|:)")


def _bygone(frame: Frame, years: Years) -> bool:
    """Whether the time is a from-to that ended before the year in review (2018年至2021年): it holds in its own sentences only."""
    time = frame.time
    if frame.planned or time is None or not time.several or years.review is None or time.last >= years.review:
        return False
    return time != Period(*plan_years((time.last - 1966) // 5 + 3))


_AIMS = re.compile("(?:预期|调控|奋斗|发展|主要)(?:调控)?目标(?:建议|初步安排|安排|确定|拟定|拟)?(?:是|为|:)")


def _announced(text: str, sentence: re.Match[str], frame: Frame, years: Years) -> Frame | None:
    """The frame of a paragraph that announces within a part that reports: 建议2004年…主要预期目标是:…."""
    if frame.planned or years.review is None or not _AIMS.search(text, *sentence.span()):
        return None
    times = [when for found in TIME.finditer(sentence[0], 0, _HEADED) if (when := period(found, years, True))]
    ahead = [when for when in times if when.last > years.review]
    return Frame(True, ahead[0] if ahead else None) if ahead or not times else None


_HEADED = 120  # characters in which a list of targets names its year


def of_paragraph(text: str, frame: Frame, years: Years) -> Frame:
    """The frame after a paragraph's opening words: 五年来,… or 刚刚过去的2015年,… holds until another says otherwise."""
    ago = _AGO.match(text) if "以来的" in text else None
    if ago and years.review:
        count = {"三": 3, "四": 4, "五": 5}[ago["n"]]
        known = years.review_period if count == 5 else None
        return Frame(frame.planned, Period(*(known or (years.review - count + 1, years.review))), frame.aimed)
    opening = _OPENING.match(text)
    at = opening.end() if opening else 0
    found = TIME.match(text, at)
    if found is None or (found["word"] in ("上年",)):
        return frame
    when = period(found, years, frame.planned)
    if when is None or when.part or _NOT_ABOUT.match(text, found.end()) or not _ABOUT.match(text, found.end()):
        return frame
    if not when.several and years.review is not None and when.last < years.review:
        return frame  # an earlier year is a point of the story, not what the paragraph is about
    return Frame(frame.planned, when, frame.aimed)
