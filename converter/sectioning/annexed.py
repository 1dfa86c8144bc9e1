"""Headings of what stands behind a report: 名词解释, 附件, 2025年民生实事; and what below them are entries, no headings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from converter.expressions import rare
from converter.sectioning.lines import line_heading
from converter.sectioning.parts import Part, annex_at, is_a
from converter.stripping.annexes import is_annex_heading
from converter.stripping.closing import is_closing


def annexes(parts: Sequence[Part]) -> list[Part]:
    """名词解释, 附件, 2025年民生实事: from the last third on, or wherever glossary entries follow."""
    out = list(parts)
    counted = [i for i, part in enumerate(out) if part.heading and part.heading.style in _COUNTED]
    for i, part in enumerate(out):
        if part.heading is not None:
            continue
        above = out[i - 1].heading if i else None
        named = above is not None and above.style == "annex" and _SHEET.match(part.compact) is not None and not part.tabled
        line = named or (_annex_line(part) and (_late(out, i) or _entries_follow(out, i)) and not _goes_on(out, i, counted))
        if line and not _cell(out, i):
            out[i] = line_heading(part, "annex")
    return _without_entries(out)


_SHEET = rare(r"[^。;:,]{3,36}(?:表|清单|一览|目录|名单|台账)\Z")  # below a bare 附件: 2025年重点任务分工表
_DOES = rare("用心|用情|倾情|全力|扎实|持续|着力|切实|大力|认真|落实|推进|办好|抓好|做好|实施|集中力量|高质量")  # 全力办好民生实事


def _late(parts: Sequence[Part], i: int) -> bool:
    """Whether a line stands behind the last words (a table may be longer than the text), or in the last third and is no task."""
    if i * 3 >= len(parts) and not _DOES.match(parts[i].compact):
        return True
    return any(is_closing(part.compact) for part in parts[max(0, i - _ABOVE) : i])


_ABOVE = 3


def _goes_on(parts: Sequence[Part], i: int, counted: Sequence[int]) -> bool:
    """Whether 三、 behind a line goes on with 二、 above it: the line is one of the report's own. counted: where those stand."""
    at = bisect_left(counted, i)
    if parts[i].compact[:1] in "附名注" or not 0 < at < len(counted):
        return False
    above, below = parts[counted[at - 1]].heading, parts[counted[at]].heading
    return above is not None and below is not None and below.number == above.number + 1


_COUNTED = ("part", "han")


def _without_entries(parts: list[Part]) -> list[Part]:
    """Below an annex's heading 1. and (1) count glossary entries and projects, not headings; below a glossary's 一、 and (一) too."""
    annex = annex_at(parts)
    counted: tuple[str, ...] = _ENTRIES
    out = parts[:annex]
    for part in parts[annex:]:
        if is_a(part, "annex"):
            counted = (*_ENTRIES, "han", "paren") if _GLOSSARY.search(part.compact) else _ENTRIES
        out.append(part.headed(None) if is_a(part, *counted) else part)
    return _without_lists(out, annex)


def _without_lists(parts: list[Part], annex: int) -> list[Part]:
    """一、 二、 三、 in an annex, each a line with nothing below it, up to its end: projects, and no headings of such."""
    for counted, run in groupby(range(annex, len(parts)), key=lambda i: _bare(parts[i])):
        here = list(run)
        last = here[-1] + 1 == len(parts) or is_a(parts[here[-1] + 1], "annex")
        if counted and last and len(here) >= _LISTED:
            parts[here[0] : here[-1] + 1] = [parts[i].headed(None) for i in here]
    return parts


def _bare(part: Part) -> bool:
    return part.heading is not None and part.heading.style == "han" and not part.heading.inline


_LISTED = 3  # lines
_ENTRIES = ("arabic", "arabic_paren", "ordinal", "circled", "letter", "padded", "decimal")
_GLOSSARY = rare(r"名词|术语|用语|缩略语|注释|注解|解释")


def _annex_line(part: Part) -> bool:
    announces = part.compact[-1] == ":" and _ANNOUNCES.search(part.compact) is not None
    return is_annex_heading(part.compact) and part.compact[-1] not in "。;,!" and not announces and not part.tabled


_ANNOUNCES = rare("[,要将]|以下|如下|[办抓做]好|实施|完成|重点")  # 今年我们将办好以下民生实事:


def _cell(parts: Sequence[Part], i: int) -> bool:
    """Whether a line is a cell of a table's head: 序号 / 名词 / 解释."""
    return i > 0 and parts[i - 1].compact in ("序号", "编号")


_ENTRY = rare(r"[\[(]?1[\]).、]|[\"《“].{1,20}[\"》”]:|.{1,30}(?::|是指|即|指)")


def _entries_follow(parts: Sequence[Part], i: int) -> bool:
    return i + 1 < len(parts) and bool(_ENTRY.match(parts[i + 1].compact))
