"""Lines within a report's text that the page's structure sets apart: captions, links to other pages, advertisements, players.

What speaks for it is a frame, an element with a class or a tag that tells what it holds, in which nothing of the report stands; or a
picture right above the line. A class is believed only of short lines, and only where no line of the report has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from converter.lexicons import load, patterns, table
from converter.reading.drafts import Draft
from converter.stripping.annexes import is_annex_heading
from converter.stripping.content.report import compact
from converter.stripping.content.stretch import Range
from converter.stripping.glance import ends_sentence
from converter.stripping.opening import HEADING, YEAR_HEADING

Frame = tuple[str, int]  # its class (and tag), the number of the frame around it
_LONGEST = 80  # characters: a longer line is the report's
_MOST = 300  # of all lines of a frame together
_SHORT = 40  # of a line whose class nobody knows, or below a picture
_ALONE = 2  # so many lines have a class that nobody knows; headings have theirs again and again
_LINKED = 0.7  # of a line that is links with few words between
_HEADINGS = 3  # so many numbered headings: one without a number is none of the report's


def apart(drafts: Sequence[Draft], frames: Sequence[Frame], found: Range) -> dict[int, str]:
    """The kind of each line of the stretch that is set apart."""
    sizes = _sizes(drafts, frames, found)
    inner = range(found[0] + 1, found[1] - 1)
    asked = [i for i in inner if len(drafts[i].text) <= _LONGEST and _stands_out(drafts[i], sizes)]
    if not asked:
        return {}
    page = _Page(drafts, frames, found, sizes)
    out: dict[int, str] = {}
    for i in asked:
        kind = page.kind(i, i - 1 in out)
        if kind:
            out[i] = kind
    return out


def _stands_out(draft: Draft, sizes: Sequence[int]) -> bool:
    return draft.below_image or sizes[draft.frame] <= _MOST or draft.hints.link_share > _LINKED


def _sizes(drafts: Sequence[Draft], frames: Sequence[Frame], found: Range) -> list[int]:
    """How many characters are in each frame; a long line counts as more than a frame that is set apart can hold."""
    own = [0] * len(frames)
    for i in range(*found):
        size = len(drafts[i].text)
        own[drafts[i].frame] += size if size <= _LONGEST else size + _MOST
    own[0] += _MOST + 1
    return _summed(own, frames)


def _summed(own: Sequence[int], frames: Sequence[Frame]) -> list[int]:
    sums = list(own)
    for number in range(len(frames) - 1, 0, -1):
        sums[frames[number][1]] += sums[number]
    return sums


class _Page:
    """What is asked of a page's frames: where the report's headings and long lines are, and how often a class comes."""

    def __init__(self, drafts: Sequence[Draft], frames: Sequence[Frame], found: Range, sizes: Sequence[int]) -> None:
        self.drafts, self.frames = drafts, frames
        headings = [i for i in range(*found) if len(drafts[i].text) <= _LONGEST and _is_heading(drafts[i].text)]
        own = [0] * len(frames)
        for i in headings:
            own[drafts[i].frame] = _MOST
        self.headings = len(headings)
        self.sizes = [size + more for size, more in zip(sizes, _summed(own, frames), strict=True)]
        self.lines = Counter(frames[drafts[i].frame][0] for i in range(*found))
        self.texts = {frames[drafts[i].frame][0] for i in (*headings, *(i for i in range(*found) if len(drafts[i].text) > _LONGEST))}

    def kind(self, i: int, follows: bool) -> str | None:
        """What a short line of the stretch is removed as; follows: the line above is removed too."""
        draft = self.drafts[i]
        return None if _is_heading(draft.text) else self._told(draft) or self._odd(draft, follows or self.drafts[i - 1].text)

    def _told(self, draft: Draft) -> str | None:
        """The kind that a frame around the line tells. Bold lines that have a class again and again are headings; a heading element is
        one too, but in an <aside>."""
        if draft.bold and self.lines[self.frames[draft.frame][0]] >= _HEADINGS:
            return None
        headed = draft.hints.tag in _HEADS
        return next((kind for name in self._around(draft.frame) if (not headed or name.startswith("<")) and (kind := _known(name))), None)

    def _odd(self, draft: Draft, above: str | bool) -> str | None:
        """The kind of a line that nothing tells, where no heading is without a number and none is like it; above: the line above, or
        True where it is removed."""
        if self.headings < _HEADINGS or draft.bold or draft.hints.tag in _HEADS or not _slight(compact(draft.text)):
            return None
        if isinstance(above, str) and not ends_sentence(compact(above)):
            return None
        if draft.hints.link_share > _LINKED:
            return "related_links"
        if draft.below_image and _pictured().search(compact(draft.text)):
            return "image_caption"
        return "related_links" if self._strange(draft) else None

    def _around(self, number: int) -> Iterator[str]:
        """The frames around a line that hold nothing of the report, from within."""
        while number and self.sizes[number] <= _MOST and self.frames[number][0] not in self.texts:
            yield self.frames[number][0]
            number = self.frames[number][1]

    def _strange(self, draft: Draft) -> bool:
        """Whether the line alone has its class, in which no word is of headings or text."""
        name = next(self._around(draft.frame), "")
        return bool(name) and draft.hints.table is None and self.lines[name] <= _ALONE and not _OWN.search(_words(name))


# A picture's title and the text beside it, a table that an editor puts into a figure; a link's title is a link.
_TITLED = re.compile(r" (?:\w*title\w*|\w*head\w*|table\w*|text\w*|txt|content\w*|body|main) ")
_EVER = ("advertisement", "related_links", "share")
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])|[-_\s\d<>]+")
# Classes of headings, paragraphs and tables, and those that say nothing.
_OWN = re.compile(
    r"^ \w{1,2} $| (?:\w*title\w*|\w*head\w*|biao ?ti|sub\w*|strong|bold|cent(?:er|re)\w*|align\w*|section\w*|chapter|level|para\w*|mso\w*"
    r"|style\w*|indent\w*|text\w*|txt|con|content\w*|main|body|article|font\w*|td|list\w*|item\w*) "
)


def _words(name: str) -> str:
    """pgc-img-caption, picIntro as words between blanks."""
    return f" {_WORDS.sub(' ', name).strip().lower()} "


@table
def _pictured() -> re.Pattern[str]:
    """What a caption says of its picture, a heading not of its section."""
    return re.compile(patterns(load("boilerplate")["pictured"]))


@table
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf" (?:{patterns(words)}) ")) for kind, words in load("boilerplate")["frames"].items())


def _known(name: str) -> str | None:
    words = _words(name)
    kind = next((kind for kind, pattern in _kinds() if pattern.search(words)), None)
    return None if kind not in _EVER and _TITLED.search(words) else kind


def _slight(line: str) -> bool:
    return len(line) <= _SHORT and not line.startswith("各位") and line[-1:] not in (":", "!") and not ends_sentence(line)


def _is_heading(text: str) -> bool:
    line = compact(text)
    return bool(HEADING.match(line) or YEAR_HEADING.match(line)) or is_annex_heading(line)
