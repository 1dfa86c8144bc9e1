"""Sources, labelled lines and trees from text written in a test, and how they are printed beside what is expected."""

from __future__ import annotations

from converter.mending import mend
from converter.mending.blocks import Mended
from converter.reading import read
from converter.reading.source import Source
from converter.sectioning import section
from converter.sectioning.tree import Section, Sectioned
from converter.stripping import strip
from converter.stripping.segments import Segment, Stripped

# A short report that lines can be put above, into and below. Its own lines are the usual ones.
MASTHEAD = "2016年临江县政府工作报告\n——2016年1月27日在临江县第十五届人民代表大会第六次会议上\n县长 李 明"
FIRST = """各位代表:
现在,我代表县人民政府向大会报告工作,请予审议,并请县政协委员和列席人员提出意见。
一、2015年工作回顾
2015年,面对经济下行压力,全县上下攻坚克难,地区生产总值达到120亿元,增长8.5%,一般公共预算收入增长10%。"""
SECOND = """二、2016年主要任务
今年政府工作的总体要求是:坚持稳中求进,加快转型升级,改善人民生活,地区生产总值增长8%左右,城镇登记失业率控制在4%以内。
各位代表,新目标催人奋进,新征程任重道远。让我们紧密团结起来,开拓创新,扎实工作,为全面建成小康社会而努力奋斗!"""


def source(text: str, name: str = "report.txt") -> Source:
    """The text as plain text is read."""
    return read(text.encode("utf-8", "surrogatepass"), name)


def stripped(text: str) -> Stripped:
    """The lines of a text with their fates."""
    return strip(source(text))


def mended(text: str) -> Mended:
    """The blocks of a text."""
    return mend(stripped(text))


def sectioned(text: str) -> Sectioned:
    """The tree of a text."""
    return section(mended(text))


def placed(place: str, lines: str) -> tuple[str, int]:
    """A whole page with these lines above, within or below its report (or alone: page), and the offset they start at."""
    before, after = {
        "above": ("", f"{MASTHEAD}\n{FIRST}\n{SECOND}"),
        "masthead": ("", f"{FIRST}\n{SECOND}"),
        "within": (f"{MASTHEAD}\n{FIRST}", SECOND),
        "below": (f"{MASTHEAD}\n{FIRST}\n{SECOND}", ""),
        "page": ("", ""),
    }[place]
    start = len(before) + 1 if before else 0
    return "\n".join(part for part in (before, lines, after) if part), start


def verdict(segment: Segment) -> str:
    """body; front or removed with the kind."""
    return f"{segment.fate} {segment.kind}" if segment.kind else segment.fate


def short(text: str, size: int = 24) -> str:
    """The beginning of a long text."""
    return text if len(text) <= size else f"{text[:size]}…"


def ledger(found: Stripped, start: int = 0, end: int | None = None) -> str:
    """One line for every line of the source that is not blank: its fate, the kind, the beginning of its text."""
    text = found.source.text
    inside = [s for s in found.segments if s.start >= start and (end is None or s.end <= end) and s.end > s.start]
    return "\n".join(f"{verdict(s)}: {short(text[s.start : s.end])}" for s in inside)


def outline(found: Sectioned) -> str:
    """The tree, two blanks a level: number and title of a section, or (untitled); its paragraphs behind a dash."""
    return "\n".join(row for top in found.sections for row in _rows(found, top, 0))


def _rows(found: Sectioned, here: Section, depth: int) -> list[str]:
    def text(span: tuple[int, int]) -> str:
        return found.mended.view(span).text.strip()

    title = text(here.title) if here.title else "(untitled)"
    rows = [f"{'  ' * depth}{here.number or ''}{title}"]
    rows += [f"{'  ' * depth}- {short(text(p.span), 16)}" for p in here.paragraphs]
    return rows + [row for part in here.sections for row in _rows(found, part, depth + 1)]


def roles(found: Sectioned) -> str:
    """Role, number and title of every section."""
    return "\n".join(f"{s.role}: {s.number or ''}{_title(found, s)}" for s, _ in found.walk())


def _title(found: Sectioned, here: Section) -> str:
    return found.mended.view(here.title).text.strip() if here.title else "(untitled)"


def mending(found: Mended, start: int = 0, end: int | None = None) -> str:
    """The blocks with what a reader sees of them, one a line, then the noise, kind and text behind an exclamation mark."""
    high = len(found.source.text) if end is None else end
    blocks = [found.view(b.span).text.strip() for b in found.blocks if start <= b.start and b.end <= high]
    noise = [f"! {n.kind}: {n.text}" for n in found.noise if start <= n.span[0] < high]
    return "\n".join([*blocks, *noise])
