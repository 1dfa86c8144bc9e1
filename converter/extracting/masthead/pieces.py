"""The text the masthead is read from: the front lines, what was removed around them, the opening sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from converter.frozen import cached_property, dataclass
from converter.lexicons import load, table
from converter.stripping.segments import BODY, FRONT, REMOVED, Segment, Stripped
from converter.text import Joined as Lines
from converter.text import Span, joined, shadow

_ADDRESS = re.compile(r"各位(?:代表|委员|同志)|同志们|代表们")
_OPENING = re.compile(r"我(?:谨)?(?:代表|受)")
_LOOK, _LONG = 12, 60
# A longer line is no masthead and no byline; only so much of it is read.
_WIDEST, _MOST = 600, 200


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line without the blanks around it; shadow: the same text with uniform widths."""

    text: str
    start: int
    kind: str | None
    shadow: str

    def span(self, start: int, end: int) -> Span:
        """Source span of `text[start:end]`."""
        return self.start + start, self.start + end


def piece(text: str, start: int, kind: str | None = None) -> Piece:
    """A piece whose shadow nobody has yet."""
    return Piece(text, start, kind, shadow(text))


@dataclass(frozen=True)
class Joined:
    """Pieces joined by line feeds, so that a line broken in two is read as one; offsets are kept."""

    text: str
    offsets: Sequence[int]

    @cached_property
    def shadow(self) -> str:
        """The same text with uniform widths."""
        return shadow(self.text)

    def span(self, start: int, end: int) -> Span:
        """Source span of `text[start:end]`."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True)
class Pieces:
    """front: title, meeting and speaker lines; removed: chrome before and after the report; body: the text, line by line."""

    front: tuple[Piece, ...]
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    body: tuple[Piece, ...]

    @cached_property
    def head(self) -> Joined:
        """The front lines as one text."""
        return join(self.front)

    @cached_property
    def opening(self) -> Joined:
        """The lines that say for whom the report is given: 现在，我代表区人民政府…."""
        near = [p for p in self.body[:_LOOK] if _OPENING.search(p.text)]
        return join([piece(p.text[:300], p.start) for p in near[:1]])

    @cached_property
    def removed(self) -> tuple[Piece, ...]:
        """All chrome."""
        return self.before + self.after

    @cached_property
    def _chrome(self) -> Lines:
        return joined([line.shadow for line in self.removed])

    def having(self, *names: str) -> list[int]:
        """Which lines of `removed` can have a word of these lists of the lexicon, by the words' last characters; most have none."""
        return sorted(self._chrome.having(_ends(*names)))


@table
def _ends(*names: str) -> str:
    """The last characters of the words of these lists."""
    return "".join(sorted({word[-1] for name in names for word in load("masthead")[name]}))


def join(pieces: Iterable[Piece]) -> Joined:
    """The pieces as one text."""
    texts: list[str] = []
    offsets: list[int] = []
    for one in pieces:
        texts.append(one.text)
        offsets += range(one.start, one.start + len(one.text) + 1)
    return Joined("\n".join(texts), offsets)


def pieces(stripped: Stripped) -> Pieces:
    """The pieces of a stripped source."""
    text, grey = stripped.source.text, stripped.source.shadow
    found: dict[str, list[Piece]] = {FRONT: [], BODY: [], REMOVED: []}
    for segment in stripped.segments:
        if segment.fate in found and segment.kind != "contents" and (one := _trim(text, grey, segment)).text:
            found[segment.fate].append(one)
    front, body, removed = [p for line in found[FRONT][:_MOST] for p in _split(line)], found[BODY], found[REMOVED]
    first = body[0].start if body else len(text)
    unmarked = _unmarked(body)
    return Pieces(
        (*front, *unmarked),
        tuple(p for p in removed if p.start < first),
        tuple(p for p in removed if p.start >= first),
        tuple(body[len(unmarked) :]),
    )


def _trim(text: str, grey: str, segment: Segment) -> Piece:
    line = text[segment.start : segment.end].rstrip()
    start = segment.start + len(line) - len(short := line.lstrip())
    if segment.fate != BODY:
        short = short[:_WIDEST]
    return Piece(short, start, segment.kind, grey[start : start + len(short)])


_TITLE_THEN = re.compile(
    r"[^ 。]{0,30}工作报告》?(?:\([^()]{1,12}\))?(?P<gap> +)"
    r"(?=[—-]{0,3}(?:(?:19|20)\d\d|[一二][九〇○零0O].{2}) *年|在|[^ ]{0,30}[省市县区州盟旗镇乡] *长 |报告人)"
)


def _split(line: Piece) -> list[Piece]:
    """A line that is title and masthead in one: 临江县政府工作报告 县长 李明 2024年1月15日."""
    found = _TITLE_THEN.match(line.shadow)
    if found is None:
        return [line]
    low, high = found.span("gap")
    return [
        Piece(line.text[:low], line.start, line.kind, line.shadow[:low]),
        Piece(line.text[high:], line.start + high, line.kind, line.shadow[high:]),
    ]


def _unmarked(body: list[Piece]) -> list[Piece]:
    """Short lines before 各位代表 that nothing has marked as front: the masthead of a page without a title line."""
    for count, line in enumerate(body[:_LOOK]):
        if _ADDRESS.match(line.text):
            return body[:count]
        if len(line.text) > _LONG or line.text.endswith("。"):
            return []
    return []


def both(first: Piece, second: Piece) -> Piece:
    """Two lines as one, with the characters between them as line feeds."""
    gap = second.start - first.start - len(first.text)
    return piece(first.text + "\n" * gap + second.text, first.start)


def cells(line: Piece) -> Iterator[Piece]:
    """The cells of a table's row, and any other line whole."""
    for match in re.finditer(r"[^\t]+", line.text) if "\t" in line.text else ():
        yield piece(match[0], line.start + match.start(), line.kind)
    if "\t" not in line.text:
        yield line


def words(line: Piece) -> Iterator[Piece]:
    """The words of a tags line: 推荐访问:沈阳市 政府工作报告 沈阳市铁西区2014年政府工作报告."""
    for match in re.finditer(r"[^\s|>»›:：,，]+", line.text):
        yield piece(match[0], line.start + match.start(), line.kind)
