"""The text itself: only lines that can be nothing else are the site's."""

from __future__ import annotations

from collections.abc import Sequence

from converter.expressions import rare
from converter.stripping.chrome import chrome, walls
from converter.stripping.glance import Glance
from converter.stripping.islands import islands
from converter.stripping.labels import Label
from converter.stripping.opening import HEADING, YEAR_HEADING
from converter.stripping.running import running_heads
from converter.stripping.segments import BODY, REMOVED
from converter.stripping.sites import plainly, short_of_proof, to_reader, told
from converter.stripping.strangers import LONGEST, stranger
from converter.stripping.turns import Around, turned
from converter.stripping.vocabulary import Vocabulary


def middle(lines: Sequence[Glance], mastheads: frozenset[str] = frozenset(), outside: Around | None = None) -> list[Label]:
    """The text: everything stays but lines that are chrome by their own words; a font bar's letters stay without it.

    mastheads: the report's title and meeting; the head of a later page has them again; outside: what stands above and below the text.
    """
    out: list[Label] = []
    chromes: list[int] = []
    running, unknown = running_heads(lines), _Unknown(lines)
    for i, glance in enumerate(lines):
        region = glance.line.hints.region
        if region is not None and region not in _WITHIN:
            out.append((REMOVED, region, "set_apart"))
            continue
        if len(glance.compact) > _LONGEST:
            out.append(_OWN_TEXT)
            continue
        if i in running:
            out.append((REMOVED, "pagination", "running_heads"))
            continue
        if glance.compact in mastheads or (glance.compact == _NAME and (not i or lines[i - 1].ends)):
            out.append((REMOVED, "duplicate", "repeated_masthead"))
            chromes.append(i)
            continue
        known, plain = _by_words(lines, i, out)
        if plain or (known and not glance.ends):
            chromes.append(i)
        if known and plain:
            out.append((REMOVED, *known))
        elif out and out[-1][1] == "toolbar" and _BAR_REST.match(glance.compact):
            out.append((REMOVED, "toolbar", "continued"))
        elif i and _may_be_a_sites(glance.compact) and (found := unknown.label(i, out[-1])):
            out.append((found[0], known[0], found[2]) if known else found)
            chromes.append(i)
        else:
            out.append(_OWN_TEXT)
    for i, kind in turned(lines, out, outside or {}).items():
        out[i] = REMOVED, kind, "turned"
        chromes.append(i)
    return islands(lines, out, sorted(chromes)) if len(chromes) > 2 else out


_OWN_TEXT: Label = (BODY, None, "text")
_LONGEST = 160  # characters of a line that may be the site's
_WITHIN = ("main", "outside")  # another region is the kind of what the page sets apart
_NAME = "政府工作报告"  # in the middle of a sentence a link's words
_BAR_REST = rare(r"[大中小|】\]×+-]{1,3}\Z")
_ONLY_OUTSIDE = frozenset({"navigation", "login"})  # words a report may begin a line with


def _by_words(lines: Sequence[Glance], i: int, out: Sequence[Label]) -> tuple[tuple[str, str] | None, bool]:
    """What a line is by its own words, and whether it can be nothing else inside a text."""
    glance = lines[i]
    known = None if _several_sentences(glance) or HEADING.match(glance.compact) else chrome(glance.compact)
    if known is None:
        return None, False
    if known[1] == "site_talk" and i and _broken_off(lines[i - 1], out[-1]) and not told(glance.compact):
        return None, False  # 冷链基地等两大“国字号”名片,临江、 in a text of broken lines
    outside = known[0] in _ONLY_OUTSIDE and not (known[1] == "beginnings" and walls(glance.compact))
    return known, not outside and _inside(known, glance)


def _inside(known: tuple[str, str], glance: Glance) -> bool:
    """A sentence that mentions a website is the report's: 首页点击率居全省政务网站前列。"""
    if known[1] != "site_talk":
        return True
    return plainly(glance.compact) if glance.ends or "。" in glance.compact else not short_of_proof(glance.compact)


def _may_be_a_sites(compact: str) -> bool:
    """Whether a line is short, breaks off nowhere and is not numbered."""
    return len(compact) <= LONGEST and compact[-1] not in ";,:、" and compact.lstrip("(")[:1] not in _NUMBERED


_NUMBERED = frozenset("一二三四五六七八九十第各")


class _Unknown:
    """Lines of which no list knows whose they are; what is asked of all lines is found out once."""

    def __init__(self, lines: Sequence[Glance]) -> None:
        self._lines, self._words = lines, Vocabulary(lines)
        self._wrapped: bool | None = None

    def label(self, i: int, above: Label) -> Label | None:
        """The label of a short line that speaks to a reader, or of which the text around it knows nothing."""
        glance, rule = self._lines[i], "to_reader"
        kind = to_reader(glance.compact)
        if not kind:
            kind, rule = stranger(self._lines, i, above[0] == REMOVED, self._words), "stranger"
        if not kind or _own(glance, self._lines[i - 1], above):
            return None
        begins = rule == "to_reader" and (above[0] == REMOVED or self._lines[i - 1].ends)
        return (REMOVED, kind, rule) if begins or not self._breaks_off() else None

    def _breaks_off(self) -> bool:
        """Whether most lines break off within a sentence: a paragraph is many of them, and any may be short."""
        if self._wrapped is None:
            self._wrapped = sum([g.ends for g in self._lines]) * _WRAPPED < len(self._lines)
        return self._wrapped


_WRAPPED = 3


def _own(glance: Glance, above: Glance, label: Label) -> bool:
    """Whether a short line is a heading of the report, or goes on with its sentence."""
    compact = glance.compact
    return bool(HEADING.match(compact) or YEAR_HEADING.match(compact)) or _broken_off(above, label)


def _broken_off(above: Glance, label: Label) -> bool:
    """Whether the line above is the report's and breaks off within a sentence, which goes on on this one."""
    return label[0] == BODY and len(above.compact) >= _FULL and not above.ends and not HEADING.match(above.compact)


_FULL = 20  # characters: a shorter line may be a heading


def _several_sentences(glance: Glance) -> bool:
    return glance.compact.count("。") > 1 and "图为" not in glance.compact  # a caption may tell of its day first
