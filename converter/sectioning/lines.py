"""Headings without a number on lines of their own: 2009年工作回顾, 名词解释, 附件."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from converter.expressions import HAN, rare
from converter.lexicons import load, patterns
from converter.numbering import mark
from converter.sectioning.dressed import ORNAMENTS
from converter.sectioning.lonely import lonely
from converter.sectioning.naming import BACK, looks
from converter.sectioning.parts import Heading, Part, annex_at, is_a

PERIOD = (
    r"(?:“?\"?[一二三四五六七八九十]{1,2}五\"?|[12]\d{3}年|[一二三四五六七八九○〇零０]{4}年"
    r"|过去|上届|本届|这?[一二三四五六]年|去年|今年|明年|今后|未来|新的一年)"
)


@cache
def _top() -> re.Pattern[str]:
    return re.compile(patterns([p.replace("{period}", PERIOD) for p in load("headings")["top"]]) + r"\Z")


@cache
def _never() -> re.Pattern[str]:
    return re.compile(patterns(load("headings")["never"]) + r"\Z")


_SHEET = rare(r"附(?:件|录|表)?[一二三四五六七八九十\d]{0,2}:?\Z")


def line_heading(part: Part, style: str, joined: Sequence[Part] = ()) -> Part:
    """The part as a heading of this style; joined: the parts that hold the rest of its title."""
    text = part.view.text
    low = len(text) - len(text.lstrip())
    high = len(text.rstrip().rstrip("。" if style == "sentence" else ":：" if style == "top" else ""))
    start, end = part.view.span(low, high)
    if joined:
        last = joined[-1].view
        end = last.span(0, len(last.text.rstrip()))[1]
    says = looks(part.compact.strip(_DRESS)) if style in ("top", "line") else ""
    return part.headed(Heading(style, 0, None, (start, end), end, False, bool(_SHEET.match(part.compact)), len(joined), says))


_DRESS = f"{ORNAMENTS}】[]〈〉<>《》"


def lines(parts: Sequence[Part]) -> list[Part]:
    """Lines without a full stop that title what follows; two in a row are one title over two lines."""
    out = list(parts)
    annex = annex_at(out)
    for i in _announced(out[:annex]):
        out[i] = line_heading(out[i], "top")
    for i, part in enumerate(out[:annex]):
        if part.heading is None and _title_like(part) and i + 1 < len(out):
            style = "top" if _top().match(part.compact.strip(_DRESS)) else "line"
            out[i] = line_heading(part, style)
    return _couplets(out, annex)


def _announced(parts: Sequence[Part]) -> list[int]:
    """2015年工作回顾: and 2016年重点工作: name parts where no other heading does and the first of them looks back."""
    found = [i for i, p in enumerate(parts) if p.compact[-1:] == ":" and p.heading is None and _top().match(p.compact[:-1])]
    named = len(found) > 1 and BACK.search(parts[found[0]].compact) is not None
    return found if named and not any(is_a(p, "part", "han") for p in parts[: found[0]]) and not _named(parts) else []


def _named(parts: Sequence[Part]) -> bool:
    """Whether a line without a colon names a part too."""
    return any(p.heading is None and _title_like(p) and _top().match(p.compact) for p in parts)


def names_part(part: Part) -> bool:
    """Whether the title of a numbered heading would name a part of a report without its number."""
    found = mark(part.compact[:12])
    return found is not None and _top().match(part.compact[found.end :].split("。")[0]) is not None


def _title_like(part: Part) -> bool:
    compact = part.compact
    if not 2 <= len(compact) <= 44 or compact[-1] in "。;:,!?、…" or part.tabled:
        return False
    if "。" in compact or ";" in compact or _STATES.search(compact):
        return False
    return bool(re.search(HAN + "{2}", compact)) and not _never().match(compact)


# 地区生产总值增长6%左右, on a line of its own without a full stop: what it states is no title
_STATES = rare(r"\d%|(?:增长|达到?|突破|完成|实现|新增|超过|降至)[^,]{0,4}\d[\d.]*[亿万]?(?:元|美元|人|吨|斤|户)")


_ENTRY = rare(r"\d{1,2}(?:\.\d{1,2})*(?![\d年.])")  # 5.1版面, an entry of its own however it is set; not: 2024年的工作


def _couplets(parts: list[Part], annex: int) -> list[Part]:
    """强力推进新增长极建设 / 岳阳阔步迈入…: neither line alone names a part of the report."""
    for i in range(annex - 1):
        first, second, heading = parts[i], parts[i + 1], parts[i].heading
        if heading and heading.style == "line" and not heading.joined and is_a(second, "line", "top") and not _ENTRY.match(second.compact):
            parts[i] = line_heading(first, "line", [second])
            parts[i + 1] = second.headed(None)
    return lonely(_halves(parts, annex), annex)


def _halves(parts: list[Part], annex: int) -> list[Part]:
    """二、以…为推动力 / 全面开创…新局面: the only line of a numbered section, right below its heading and above its text."""
    for i in range(annex - 2):
        second, half = parts[i + 1], parts[i].heading
        if half is None or half.style not in ("part", "han", "paren") or half.inline:
            continue
        if is_a(second, "line") and _half(parts[i], second) and parts[i + 2].heading is None and _only_line(parts, i + 1):
            heading = replace(half, title=(half.title[0], _end(second)), end=_end(second), joined=1)
            parts[i], parts[i + 1] = parts[i].headed(heading), second.headed(None)
    return parts


def _half(first: Part, second: Part) -> bool:
    """Whether the lower line may be half of a title: with a comma in it a long one is the beginning of a paragraph."""
    return "," not in second.compact or (len(second.compact) <= _SHORT and len(first.compact) + len(second.compact) <= _WHOLE)


_SHORT, _WHOLE = 16, 44  # characters


def _only_line(parts: Sequence[Part], i: int) -> bool:
    """No other line of its own titles anything up to the next numbered heading."""
    for part in parts[i + 1 :]:
        if is_a(part, "line"):
            return False
        if part.heading:
            return True
    return True


def _end(part: Part) -> int:
    return part.view.span(0, len(part.view.text.rstrip()))[1]
