"""The session of the people's congress: 铁西区第十九届人民代表大会第四次会议, 省八届人大三次会议, 第十二届全国人民代表大会第四次会议."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.expressions import HAN, rare
from converter.extracting.masthead.pieces import Joined, Piece, Pieces, join
from converter.extracting.values.dates import small_number
from converter.frozen import dataclass
from converter.text import Span

_S = r"\s{0,4}"
_N = rf"(?:\d{{1,3}}|[一二三四五六七八九十](?:{_S}[一二三四五六七八九十]){{0,3}})"  # 第十 四届, and where a line breaks
_TERM = rf"第?{_S}(?P<term>{_N}){_S}届"
_SESSION = rf"{_S}(?:第{_S})?(?P<session>{_N}|首){_S}次{_S}(?:全体)?{_S}会{_S}议"
_FORMS = (
    re.compile(rf"(?P<place>(?:{HAN}{_S}){{0,22}}?){_TERM}{_S}人{_S}民{_S}代{_S}表{_S}大{_S}会{_SESSION}"),
    re.compile(rf"(?P<place>{HAN}{{0,22}}?){_TERM}{_S}人大{_SESSION}"),
    re.compile(rf"(?P<place>){_TERM}{_S}(?:全国|[省市区县州旗镇乡]){_S}(?:人民代表大会|人大){_SESSION}"),
)
# What may stand before the congress without belonging to it.
_BEFORE = re.compile(
    r".*(?:在|[一二三四五六七八九十○〇][年月日](?:于(?![都田洪]))?|报告|[省市县区州盟旗镇乡]长[^\n]{1,12}\n"
    r"|会(?:联组会|联席会)?(?:[和及与](?![田平龙县顺硕布林政])|暨)|(?:大会|会议|联组会|联席会|受|向|是|执行|举行的|召开的)(?!阳))|[年月日](?:于(?![都田洪]))?",
    re.S,
)
_OPENED = rare(r"作(?:了)?(?:政府)?工作报告|开幕|开始举行|隆重举行")
_ADDRESSED = rare(r"[,，。\s][现今]?.{0,30}?向.{0,40}?(?:报告|作)", re.S)


@dataclass(frozen=True, slots=True)
class Session:
    """A congress as printed, its term, the number of its session, and where."""

    congress: str
    term: int
    session: int
    span: Span
    place: str


def sessions(text: Joined | Piece) -> Iterator[Session]:
    """Every session of a congress that the text names."""
    for form in _FORMS:
        for match in form.finditer(text.shadow):
            cut = _BEFORE.match(match["place"])
            start = match.start("place") + (cut.end() if cut else 0)
            start += len(text.text[start:]) - len(text.text[start:].lstrip())
            start = _unnamed(text.shadow, start)
            end = match.start("session")
            printed = re.sub(r"\s", "", text.text[start:end]).removesuffix("第")
            place = re.sub(r"\s", "", text.text[start : max(start, match.end("place"))]).lstrip(_BLANK)
            number = 1 if match["session"] == "首" else small_number("".join(match["session"].split()))
            yield Session(printed, small_number("".join(match["term"].split())), number, text.span(start, match.end()), place)


_BLANK = "Xx×*＊ＸO○"


def _unnamed(grey: str, start: int) -> int:
    """Where the congress begins whose place is blotted out: XX县第十七届人民代表大会."""
    if grey[start : start + 1] in _UNITS:
        while start and grey[start - 1] in _BLANK:
            start -= 1
    return start


_UNITS = ("省", "市", "县", "区", "州", "盟", "旗", "镇", "乡")


def meeting(parts: Pieces) -> Session | None:
    """The session the report was given to: from the front lines, else where chrome or the opening says that it is the one.

    A session that the body looks back on (市十届人大一次会议以来) is not it.
    """
    apart = [piece for piece in parts.front if piece.kind != "speaker"]  # a name above the congress is none of its words
    for head in (join(apart), parts.head):
        printed = [found for found in sessions(head) if found.term and found.session]
        if printed:
            return max(printed, key=lambda s: (len(s.congress), -s.span[0]))
    for piece in parts.removed:
        if _OPENED.search(piece.text):
            for found in sessions(piece):
                return found
    if _ADDRESSED.search(parts.opening.text):
        for found in sessions(parts.opening):
            at = parts.opening.offsets.index(found.span[0])
            if re.search(r"向(?:本次|这次)?$", parts.opening.text[:at]):
                return found
    return None
