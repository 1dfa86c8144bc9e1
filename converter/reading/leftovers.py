"""What a conversion to plain text leaves of markup: &nbsp;, <br>, Markdown's signs. They say nothing, and rules look through them.

A line that holds nothing else is left to stripping. Asterisks censor too (生产**业): they are Markdown's only where lines are set in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from converter.expressions import rare
from converter.text import Span, blanked

# The engine passes over what does not begin as an expression does only where all of it begins with one character.
_NAMED = "&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#8194|#8195|#12288|#[xX][aA]0|#[xX]3000);?"
_ENTITIES = rare(rf"{_NAMED}(?:[ \t]*{_NAMED})*")
_TAGS = rare(r"</?(?:p|br|div|span|strong|b|font|u|em|i|section|o:p|center|h[1-6])(?:[ \t][^<>\n]{0,200})?/?>", re.I)
_BLANK = r"(?:u3000|u00a0|xa0)"
_ESCAPES = rare(rf"\\(?:(?:r\\n|[nrt])(?![A-Za-z])|{_BLANK}(?:\\{_BLANK})*|(?=[*.#_+~>\[\]()-]))")
_LINK = rare(r"(?<!!)(\[)[^\[\]\n]{1,400}(\]\((?:https?:|//?|#|javascript:)[^()\s]{0,300}(?:[ \t]\"[^\"\n]{0,80}\")?\))")
_HEAD = rare(r"#(?<!##)(?:#{0,5}[ \t]+|#{1,5})(?=[^\s#][^#\n]*$)", re.M)
_SET = rare(r"^[ \t\u3000\xa0]*(?:#{1,6}[ \t]*)?\*\*[^\s*][^*\n]{1,80}(?:\*\*[ \t]*$|(?<=[。：:！？；])\*\*|\*\*[。：:])", re.M)
_BOLD = re.compile(r"(\*\*)(?=[^\s*])[^*\n]{1,400}?(?<!\s)(\*\*)")
_ITEM = rare(r"^[ \t]*(>[ \t]?|[-*+][ \t]+)(?=[^\s>])", re.M)
_FEW, _MOST = 2, 0.6  # lines set in asterisks; the share of all lines that begin with the sign of a list or a quotation


def leftovers(text: str) -> tuple[Span, ...]:
    """Where they stand, in order."""
    found = sorted({span for rule, signs in RULES if any(sign[0] in text and sign in text for sign in signs) for span in rule(text)})
    return tuple(_beside_words(text, found)) if found else ()


def _beside_words(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Those on lines that hold something else."""
    cast, end, kept = blanked(text, found), -1, False
    for span in found:
        if span[0] > end:
            low, high = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
            end = high if high >= 0 else len(text)
            kept = not cast[low:end].isspace()
        if kept:
            yield span


def entities(text: str) -> Iterator[Span]:
    """&nbsp;&nbsp;各位代表; not &ldquo; and &permil;, which mean something. The blanks in front are theirs."""
    for m in _ENTITIES.finditer(text):
        start = m.start()
        while start and text[start - 1] in " \t":
            start -= 1
        yield start, m.end()


def tags(text: str) -> Iterator[Span]:
    """…增长15%。<br>"""
    yield from (m.span() for m in _TAGS.finditer(text))


def escapes(text: str) -> Iterator[Span]:
    """1\\., \\n and \\u3000 as they are written in a program."""
    yield from (m.span() for m in _ESCAPES.finditer(text))


def links(text: str) -> Iterator[Span]:
    """[政务公开](http://…): the words stay."""
    for m in _LINK.finditer(text):
        yield from (m.span(1), m.span(2))


def heads(text: str) -> Iterator[Span]:
    """## 一、2023年工作回顾; not #乡村振兴#."""
    for m in _HEAD.finditer(text):
        if not text[text.rfind("\n", 0, m.start()) + 1 : m.start()].strip(" \t"):
            yield m.span()


def bold(text: str) -> Iterator[Span]:
    """**一、2023年工作回顾**"""
    if len(_SET.findall(text)) < _FEW:
        return
    for m in _BOLD.finditer(text):
        yield from (m.span(1), m.span(2))


def items(text: str) -> Iterator[Span]:
    """> in front of every line, or - ."""
    lines = [line for line in text.split("\n") if line.strip()]
    least = max(_FEW, _MOST * len(lines))
    if sum(map(text.count, ">-*+")) < least or sum(line.lstrip(" \t").startswith((">", "-", "*", "+")) for line in lines) < least:
        return
    found = [m.span(1) for m in _ITEM.finditer(text)]
    if len(found) >= least:
        yield from found


# Each rule with what is in everything it finds: one of these. (The first character alone is found in no time, or not.)
RULES: tuple[tuple[Callable[[str], Iterator[Span]], tuple[str, ...]], ...] = (
    (entities, ("&",)),
    (tags, ("<",)),
    (escapes, ("\\",)),
    (links, ("](",)),
    (heads, ("#",)),
    (bold, ("**",)),
    (items, ("> ", "- ", "* ", "+ ")),
)
