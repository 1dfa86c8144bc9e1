"""Lines in the middle of a text that no list knows: by signs that a report does not have, and by words that no report has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from converter.expressions import rare
from converter.stripping.annexes import is_annex_heading
from converter.stripping.glance import Glance
from converter.stripping.numbered import numbers_all
from converter.stripping.opening import HEADING, YEAR_HEADING
from converter.stripping.sites import kind_of
from converter.stripping.vocabulary import Vocabulary, common, foreign, of_sites, pairs_of

LONGEST = 60  # characters of such a line
# The share of known pairs below which a line with such a sign is the site's. Of 2,700 headings none has less than 0.33.
_SURE, _LIKELY = 0.7, 0.5
_FEW = 3  # pairs: fewer say nothing
_STRANGE = 4  # pairs that no report at hand has, at least, where no word of a site tells a line
_UNHEARD = 0.5  # the share of such pairs from which on it is the site's
# the share of these and a site's words together; of a call, and below a heading, which may be broken and go on
_THEIRS, _DOUBTED = 0.4, 0.6
_VERSE = (5, 7)  # characters of a line that may be quoted as a heading: 潮平岸阔催人进
_CALL = 20  # characters of a line that calls, or asks


def stranger(lines: Sequence[Glance], i: int, removed: bool, words: Vocabulary) -> str | None:
    """The kind of a short line that has nothing to do with the text around it, or None. removed: whether the line above is the site's;
    words: those of all the lines."""
    compact = lines[i].compact
    if compact[-1] == "。" or (compact[-1] in "!?…" and len(compact) > _CALL):
        return kind_of(compact) if says(lines, i, removed, words) else None
    if compact[-1] in "-—" or compact[0] == "*" or HEADING.match(compact) or _ITEM.match(compact):
        return None
    limit = _limit(lines, i, removed)
    if limit is None or YEAR_HEADING.match(compact) or is_annex_heading(compact):
        return None
    pairs = pairs_of(compact)
    if not limit:
        begins = not lines[i].ends and (removed or lines[i - 1].ends)
        return kind_of(compact) if pairs and (tells(pairs, words, begins) or (begins and _lone(pairs, words))) else None
    if len(pairs) < _FEW:
        return kind_of(compact) if limit == _SURE or _PICTURE.search(compact) else None
    return kind_of(compact) if len(words.unknown(pairs)) > (1 - limit) * len(pairs) else None


def tells(pairs: Sequence[str], words: Vocabulary, begins: bool) -> bool:
    """Whether the words alone tell a line of a site: of pairs that no report has, or few and the lexicon's words of websites.
    begins: whether what stands above is over, and this is no call (民之所盼,政之所向!)."""
    if common(pairs[-1]):  # 蛋糕烘焙产业: ends as a report's headings do
        return False
    sites, unheard = _of_sites(pairs, words), _unheard(pairs, words)
    theirs = len({*unheard, *sites})
    if sites and theirs >= (_THEIRS if begins else _DOUBTED) * len(pairs) and (theirs > 1 or unheard == pairs):
        return True
    verse = len(pairs) + 1 in _VERSE
    return begins and not verse and len(unheard) >= _STRANGE and len(unheard) >= _UNHEARD * len(pairs)


def _lone(pairs: Sequence[str], words: Vocabulary) -> bool:
    """Whether a line holds pairs that no report has, where the report's own headings have numbers."""
    if len(pairs) + 1 == _VERSE[-1] or common(pairs[-1]):
        return False
    unheard = _unheard(pairs, words)
    return len(unheard) >= _LONE and len(unheard) >= _THEIRS * len(pairs) and words.asked(numbers_all)


_LONE = 2


def says(lines: Sequence[Glance], i: int, removed: bool, words: Vocabulary) -> bool:
    """Whether a sentence that stands alone speaks of something else: of 1,700 such sentences of reports none has a site's words and half
    as many pairs that are strange; without such words a saying comes near, or what a report tells of people's lives."""
    compact = lines[i].compact
    begins = removed or lines[i - 1].ends or HEADING.match(lines[i - 1].compact)
    if not begins or HEADING.match(compact) or _ITEM.match(compact) or not _text_below(lines, i):
        return False
    pairs = pairs_of(compact)
    if _OURS.search(compact) or of_sites().isdisjoint(pairs) or not (sites := _of_sites(pairs, words)):
        return False
    theirs = len({*sites, *_unheard(pairs, words)})
    return theirs >= _SAID and theirs >= (_THEIRS if len({*sites}) > 1 else _UNHEARD) * len(pairs)


def _of_sites(pairs: Sequence[str], words: Vocabulary) -> list[str]:
    """The pairs that a site's words are made of, and that this text has nowhere else."""
    theirs = of_sites()
    return words.unknown([pair for pair in pairs if pair in theirs])


def _unheard(pairs: Sequence[str], words: Vocabulary) -> list[str]:
    """The pairs that no report has, nor this text elsewhere. To look for the others in the text would take long and tell nothing."""
    return words.unknown([pair for pair in pairs if foreign(pair)])


_SAID = 3  # pairs of a sentence, at least
# a list, a saying, what a term means; figures; who reports, and about what
_OURS = rare(
    r"[、0-9\":《(]|[是即]指|[我全本各][县市省区州镇乡村旗国]|县委|市委|省委|区委|政府|群众|人民|农民|工作|建设|发展|增长|改革|干部|项目|企业|坚持|推进|体制|机制"
)

_ITEM = rare(r"[\[(]?[0-9]{1,2}[.、)\]](?![0-9])|[①-⑳⑴-⒇]|\|")
_PICTURES = "[\u2665\u2600-\u26ff\u2700-\u27bf\U0001f300-\U0001faff]"
_PICTURE = rare(_PICTURES)

_COUNT = r"[^\W\d]{1,5}[:(\[]?[0-9][0-9,.]*[万wk+]*[)\]]?[|·]?"
# what no heading has: Latin words alone, an address, a file, the time of a day, a telephone, a size, a price, markup, counters side by side
_FOREIGN = rare(
    r"\A(?!(?i:part|chapter|section))[^\w]*(?=[\x00-\x7f»«]*[a-z]{3})[A-Za-z][\x00-\x7f»«]{3,}\Z"
    r"|https?:|www\.|[A-Za-z0-9-]\.(?:com|cn|net|org|gov|edu|js|css|php|aspx?|jsp)(?![a-z])|(?<![.:])[0-2][0-9]:[0-5][0-9](?![0-9.:])"
    r"|(?<![0-9])1[3-9][0-9][0-9*]{8}|(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}|400-?[0-9]{3}"
    r"|[0-9]\*{2,}|[0-9][KMk]B|[0-9]{3,4}[xX×*][0-9]{3,4}|[¥©®{}$@^]|&[a-z]{2,6};|[a-z]=[\"']|/\*|</?[a-z]|[0-9]\.[0-9]+\.[0-9*]+\.|>>"
    rf"|\A{_COUNT}(?:{_COUNT})+\Z"
)


def _limit(lines: Sequence[Glance], i: int, removed: bool) -> float | None:
    """Up to which share of known pairs a line is the site's; 0: no sign, the words have to tell; None: it may be anything."""
    if _FOREIGN.search(lines[i].compact):
        return _SURE
    above = lines[i - 1]
    if (
        (lines[i].ends and lines[i].compact[-1] not in "!?…")
        or not (removed or above.ends or HEADING.match(above.compact))
        or not _text_below(lines, i)
    ):
        return None
    return _LIKELY if _LIKELY_SIGNS.search(lines[i].compact) and not _own_sign(lines, lines[i].compact[0]) else 0


def _own_sign(lines: Sequence[Glance], first: str) -> bool:
    """Whether several lines that open with a bullet or a bracket have a paragraph below them: the report's own headings."""
    heads = (above for above, below in pairwise(lines) if below.prose and above.compact[:1] == first)
    return first in _HEADING_SIGNS and len(list(islice(heads, _SEVERAL))) == _SEVERAL


_HEADING_SIGNS, _SEVERAL = frozenset("(【[〔◎●◆■▲▶★☆◇□○✦"), 3


# bars and arrows, pictures, brackets around all, a call or a question with more behind it, Latin words
_LIKELY_SIGNS = rare(rf"[|丨│┃»«›]|>\Z|{_PICTURES}|[a-z]{{4}}|[!?].|\A[(【\[〔][^)】\]〕]*[)】\]〕]\Z|\A[◎●◆■▲▶★☆◇□○✦]")


_BELOW = 8  # lines in which the text goes on; the cells of a table are more


def _text_below(lines: Sequence[Glance], i: int) -> bool:
    """Whether a paragraph or a heading follows soon."""
    return any(g.prose or HEADING.match(g.compact) or YEAR_HEADING.match(g.compact) for g in lines[i + 1 : i + 1 + _BELOW])
