"""Foreign words put into the text: adverts, addresses, residues of a conversion. Cut out, with kind and rule."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from converter.expressions import HAN, rare
from converter.lexicons import either, load, patterns
from converter.lexicons.openings import openings, quick
from converter.lexicons.signs import signs
from converter.mending.asides import asides
from converter.mending.blocks import Cut, Noise
from converter.numbering import mark
from converter.text import Span, View, joined

_ADDRESS = rare(
    r"[\[(【]?(?:https?://|www\.)[\w./?=&%-]{4,80}[\])】]?"
    r"|(?<=[。!?,])[\w-]{2,20}\.(?:com|net|cn|org)(?:\.cn)?(?=[\u4e00-\u9fff])",
    re.ASCII,
)
HEADING = 45  # characters of a heading with what was put behind it
_ENOUGH = 3000  # characters of a text in which the words of a report come again
_HAN = rare(r"[\u4e00-\u9fff]+\Z")
_BARE = rare(r"(?<![\w.@/-])(?!12345)[A-Za-z][\w-]{2,20}\.(?:com|net|cn|org)(?:\.cn)?(?![\w.])|QQ群?:?\d{5,12}", re.ASCII)


_COPIED = "(?:本文|文章|资料|内容)(?:来自|转自|摘自)"


@cache
def _bracket() -> re.Pattern[str]:
    words, end = either(load("mending")["advert_words"]), r"(?:网|[Cc][Oo][Mm]|[Cc][Nn]|站|号)"
    told = rf"{words}(?::[^\])】。]{{1,24}}|[^\])】。]{{0,30}}{end}[^\])】。]{{0,10}})"
    return re.compile(rf"[\[(【](?:{told}|{_COPIED}[^\])】。]{{1,24}})[\])】]|【[^】。]{{2,14}}(?:整理|收集|首发|分享)】")


@cache
def _names() -> re.Pattern[str]:
    """A site's name."""
    words = load("mending")["adverts"]
    name = rf"{patterns(words['first'])}?{either(words['kinds'])}{patterns(words['last'])}"
    inside = r"[^\[\]()【】。]{0,20}"
    bracketed = rf"[\[(【]{inside}(?:{name}|{patterns(words['whole'])}){inside}[\])】]"
    whole = rf"{patterns(words['first'])}?{patterns(words['whole'])}"
    return re.compile(f"{bracketed}|{name}|{whole}")


@cache
def _turn() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("mending")
    return re.compile(rf"{either(words['heading_turns'])}(?=({HAN}{{3,8}})\Z)"), re.compile(either(words["heading_own"]))


@cache
def _residue() -> re.Pattern[str]:
    return re.compile(rf"\*\d{{1,2}}{either(load('mending')['residue'])}")


@cache
def _heading_tail() -> re.Pattern[str]:
    words = load("mending")
    return re.compile(rf"(?:{either(words['heading_ends'])})(?!.{{0,8}}{either(words['heading_more'])})([^\W\d_]{{3,8}})\Z")


def addresses(view: View, whole: str) -> Iterator[tuple[int, int]]:
    """www.….com in the middle of the text, with the name that always stands in front of it."""
    full = [m.span() for m in _ADDRESS.finditer(view.shadow)]
    bare = (m.span() for m in _BARE.finditer(view.shadow))
    found = sorted([*full, *(span for span in bare if _apart(span, full))])
    yield from ((low - _named(view.shadow[:low], view.shadow[low:high], whole), high) for low, high in found)


def _apart(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span touches none of these, which are sorted and touch none of each other."""
    at = bisect_left(taken, span)
    return (at == 0 or taken[at - 1][1] <= span[0]) and (at == len(taken) or span[1] <= taken[at][0])


def _named(before: str, address: str, whole: str) -> int:
    """How many characters in front of an address are its site's name: they come again in front of it, and nowhere else."""
    for size in range(min(_LONGEST, len(before)), 1, -1) if len(whole) <= _REPORT else ():
        name = before[-size:]
        if _HAN.match(name) and 1 < whole.count(name + address) == whole.count(name):
            return size
    return 0


_LONGEST, _REPORT = 10, 60_000  # characters of a name; of a text in which words are counted


def names(view: View, _whole: str) -> Iterator[tuple[int, int]]:
    """好范文网, 【找文章到某某文秘网】, 二号首长 in the middle of the text."""
    yield from (m.span() for m in _names().finditer(view.shadow))


def brackets(view: View, _whole: str) -> Iterator[tuple[int, int]]:
    """(本文来源:…网) in the middle of the text."""
    yield from (m.span() for m in _bracket().finditer(view.shadow))


def residues(view: View, _whole: str) -> Iterator[tuple[int, int]]:
    """*9熏 in the place of a comma."""
    yield from (m.span() for m in _residue().finditer(view.shadow))


def heading_tails(view: View, whole: str) -> Iterator[tuple[int, int]]:
    """一、2016年工作回顾二号首长: a numbered heading whose usual ending is followed by a word that the text has nowhere else."""
    text = view.shadow.rstrip()
    first = mark(text) if len(text) <= HEADING else None
    if not first or first.style not in ("han", "paren"):
        return
    found = _heading_tail().search(text) if first.style == "han" else None
    if found and _HAN.match(found[1]) and _once(found[1], whole):
        yield found.span(1)
    elif (stranger := _stranger(text, whole)) is not None:
        yield stranger


def _once(word: str, whole: str) -> bool:
    """Whether the text has a word in one place alone; looked for from both ends, since common words are soon found twice."""
    return whole.find(word) == whole.rfind(word) >= 0


def _stranger(text: str, whole: str) -> tuple[int, int] | None:
    """The end of a heading of which no two characters stand together anywhere else, behind a turn of headings."""
    if len(whole) < _ENOUGH:
        return None
    turn, own = _turn()
    last = max(turn.finditer(text), key=lambda found: found.start(1), default=None)
    if last is None or own.search(last[1]):
        return None
    seam = text[last.start(1) - 1 :]  # 民生|活品质: the seam must be as strange as the rest
    return last.span(1) if all(_once(seam[i : i + 2], whole) for i in range(len(seam) - 1)) else None


_PLAIN = re.compile(r"\w(?:[^\\$(]|\(\?:)*\Z")  # an expression that looks at nothing around it is a sign itself
Rule = Callable[[View, str], Iterator[tuple[int, int]]]


def _signs_of_names() -> list[str]:
    words = load("mending")["adverts"]
    behind = either(sorted(openings(patterns(words["last"]), 1)))
    whole = (sign for source in words["whole"] for sign in ([source] if _PLAIN.match(source) else sorted(signs(source)) or [""]))
    return [*(kind + behind for kind in words["kinds"]), *whole]


def _signs_of_brackets() -> list[str]:
    opened = (rf"{bracket}{either(load('mending')['advert_words'])}" for bracket in (r"\[", r"\(", "【"))
    return [*opened, "本文[来转摘]", "文章[来转摘]", "资料[来转摘]", "内容[来转摘]", "整理】", "收集】", "首发】", "分享】"]


# Each rule with regular expressions for what is in everything it finds; heading_tails looks at every heading.
RULES: tuple[tuple[Rule, Callable[[], list[str]]], ...] = (
    (brackets, _signs_of_brackets),  # with the address in it
    (addresses, lambda: ["http", r"www\.", r"\.com", r"\.net", r"\.cn", r"\.org", "QQ"]),
    (asides, lambda: [rf"[。!?…]{bracket}" for bracket in (r"\(", r"\[", "【", "「")]),
    (names, _signs_of_names),
    (residues, lambda: [r"\*\d"]),
    (heading_tails, list),
)


@cache
def _signed() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile("|".join(signs()))) for rule, signs in RULES)


@cache
def _sign() -> re.Pattern[str]:
    """Any of them, by its first character."""
    found = [sign for _, signs in RULES for sign in signs()]
    return re.compile(quick(frozenset[str]().union(*(openings(sign, 2) for sign in found)), "|".join(found)))


def injected(views: Sequence[View], whole: str, *, tails: bool = True) -> list[tuple[Cut, Noise]]:
    """The foreign pieces of the blocks; whole is the text of the source, to see whether a word comes again; tails: whether
    the end of a line may be told to be strange, as it may not where lines are wrapped."""
    near = set(joined([view.shadow for view in views]).touched(_sign()))
    out: list[tuple[Cut, Noise]] = []
    for at, view in enumerate(views):
        if at in near:
            out += _injected(view, whole, [rule for rule, sign in _signed() if sign.search(view.shadow)])
        elif tails and (len(view.shadow) <= HEADING or len(view.shadow.rstrip()) <= HEADING):
            out += _injected(view, whole, [heading_tails])
    return out


def _injected(view: View, whole: str, rules: Sequence[Rule]) -> Iterator[tuple[Cut, Noise]]:
    taken: list[tuple[int, int]] = []
    for rule in rules:
        for low, high in rule(view, whole):
            if not _apart((low, high), taken):
                continue
            insort(taken, (low, high))
            start, end = view.span(low, high)
            yield Cut(start, end, "advertisement", rule.__name__), Noise("injected", view.text[low:high], (start, end))
