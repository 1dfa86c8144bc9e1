"""Foreign words put into the text: adverts, addresses, residues of a conversion. Cut out, with kind and rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from converter.lexicons import either, load
from converter.mending.blocks import Cut, Noise
from converter.mending.numbering import mark
from converter.text import View

_ADDRESS = re.compile(
    r"[\[(【]?(?:https?://|www\.)[\w./?=&%-]{4,80}[\])】]?"
    r"|(?<=[。!?,])[\w-]{2,20}\.(?:com|net|cn|org)(?:\.cn)?(?=[\u4e00-\u9fff])",
    re.ASCII,
)
_DOTTED = ("http", "www.", ".com", ".net", ".cn", ".org")  # what every address has
_HAN = re.compile(r"[\u4e00-\u9fff]+\Z")


@cache
def _bracket() -> re.Pattern[str]:
    words, end = either(load("mending")["advert_words"]), r"(?:网|[Cc][Oo][Mm]|[Cc][Nn]|站|号)"
    return re.compile(rf"[\[(【](?:{words})[^\])】。]{{0,30}}{end}[^\])】。]{{0,10}}[\])】]")


@cache
def _residue() -> re.Pattern[str]:
    return re.compile(rf"\*\d{{1,2}}{either(load('mending')['residue'])}")


@cache
def _heading_tail() -> re.Pattern[str]:
    words = load("mending")
    return re.compile(rf"(?:{either(words['heading_ends'])})(?!.{{0,8}}{either(words['heading_more'])})([^\W\d_]{{3,8}})\Z")


def addresses(view: View, _whole: str) -> Iterator[tuple[int, int]]:
    """www.….com in the middle of the text."""
    if any(part in view.shadow for part in _DOTTED):
        yield from (m.span() for m in _ADDRESS.finditer(view.shadow))


def brackets(view: View, _whole: str) -> Iterator[tuple[int, int]]:
    """(本文来源:…网) in the middle of the text."""
    yield from (m.span() for m in _bracket().finditer(view.shadow))


def residues(view: View, _whole: str) -> Iterator[tuple[int, int]]:
    """*9熏 in the place of a comma."""
    yield from (m.span() for m in _residue().finditer(view.shadow))


def heading_tails(view: View, whole: str) -> Iterator[tuple[int, int]]:
    """一、2016年工作回顾二号首长: a numbered heading whose usual ending is followed by a word that the text has nowhere else."""
    text = view.shadow.rstrip()
    first = mark(text)
    if len(text) > 45 or not first or first.style != "han":
        return
    found = _heading_tail().search(text)
    if found and _HAN.match(found[1]) and whole.count(found[1]) == 1:
        yield found.span(1)


RULES: tuple[Callable[[View, str], Iterator[tuple[int, int]]], ...] = (addresses, brackets, residues, heading_tails)


def injected(view: View, whole: str) -> list[tuple[Cut, Noise]]:
    """The foreign pieces of a block; whole is the text of the source, to see whether a word comes again."""
    out = []
    for rule in RULES:
        for low, high in rule(view, whole):
            start, end = view.span(low, high)
            out.append((Cut(start, end, "advertisement", rule.__name__), Noise("injected", view.text[low:high], (start, end))))
    return out
