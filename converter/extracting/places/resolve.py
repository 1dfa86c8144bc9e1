"""Which place a report speaks for: the names printed about the report vote, the text decides between namesakes.

Nothing is guessed: where several places stay equally good they are all returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from converter.expressions import rare
from converter.extracting.places.names import Mention, index, mentions, stem
from converter.extracting.places.table import Division, children, counties_of_towns, divisions, lineage, townships
from converter.frozen import dataclass
from converter.text import Span

ANCESTOR, HINT = 8, 2
_FAR = 12


@dataclass(frozen=True, slots=True)
class Clue:
    """A printed name of the reporting place: the text it stands in, where that text starts, and how much it weighs.

    Only the last name in the text is the place; those before it are above it (辽宁省沈阳市铁西区).
    """

    text: str
    spans: Callable[[int, int], Span]
    weight: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The places that fit best, what decided, and how: one row where decided, several where not, none where nothing is named."""

    rows: tuple[Division, ...] = ()
    evidence: tuple[Span, ...] = ()
    how: str = "printed"
    other: tuple[Division, ...] = ()


def standing(rows: Iterable[Division], year: int) -> list[Division]:
    """Of namesakes those that stood in the year, or else stood nearest to it, but not a generation away.

    Where one of a province ends in the year and another begins, reports being given in January, it is the one that ends.
    """
    near = [row for row in rows if row.away(year) <= _FAR]
    best = min((row.away(year) for row in near), default=0)
    fit = [row for row in near if row.away(year) == best]
    ending = {(row.name, row.code[:2]) for row in fit if row.last == year}
    return [row for row in fit if not (row.first == year and (row.name, row.code[:2]) in ending)]


def heads(clue: Clue, suffixes: Sequence[str], year: int) -> tuple[Mention | None, list[Division], list[Mention]]:
    """The name that is the place itself, the rows it may mean, and the names above it."""
    found = mentions(clue.text)
    if not found:
        return None, [], []
    last = max(found, key=lambda m: (not m.bare, m.span[1]))
    rows = standing(last.rows, year)
    if not rows:
        return None, [], []
    if last.bare and len(rows) > 1:
        rows = standing(_highest(rows), year)
    fitting = [row for row in rows if not suffixes or row.name.endswith(tuple(suffixes))]
    return last, fitting or rows, [m for m in found if m.span[1] <= last.span[0]]


def _highest(rows: list[Division]) -> list[Division]:
    order = ("province", "prefecture", "county")
    top = min(order.index(row.level) for row in rows)
    return [row for row in rows if order.index(row.level) == top]


def below(row: Division, above: Iterable[Mention], year: int) -> int:
    """How many of the names may be the city or the province of the row."""
    codes = {up.code for up in lineage(row, year)[:-1]}
    return sum(any(r.code in codes for r in mention.rows) for mention in above)


def by_clues(clues: Sequence[Clue], hints: Sequence[str], suffixes: Sequence[str], year: int) -> Verdict:
    """The places with most votes; `hints` are other words of the page (breadcrumb, tags, the site's name)."""
    votes: dict[Division, int] = {}
    where: dict[Division, list[Span]] = {}
    for clue in clues:
        head, rows, above = heads(clue, suffixes, year)
        for row in rows:
            assert head is not None
            votes[row] = votes.get(row, 0) + clue.weight + ANCESTOR * below(row, above, year) - clue.weight // 2 * head.bare
            where.setdefault(row, []).append(clue.spans(*head.span))
    if not votes:
        return Verdict()
    top = max(votes.values())
    near = [row for row in votes if votes[row] + HINT >= top]
    if len(near) > 1:
        named = mentions("\n".join(hints))
        votes |= {row: votes[row] + HINT * bool(below(row, named, year)) for row in near}
        top = max(votes.values())
    best = tuple(row for row in votes if votes[row] == top)
    spans = tuple(dict.fromkeys(span for row in best for span in where[row]))
    names = {form for row in best for form in (row.name, stem(row.name))}
    return Verdict(best, spans, "printed", tuple(row for row in votes if row not in best and row.name not in names))


def support(row: Division, text: str, year: int) -> int:
    """How often the text names what lies above or below the place."""
    up = lineage(row, year)[:-1]
    above = sum(text.count(stem(u.name)) for u in up[-1:]) + sum(text.count(u.name) for u in up[:-1])
    inside = sum(text.count(name) for name in townships().get(row.code, ())) if row.level == "county" else 0
    inside += sum(text.count(child.name) for child in children(row.code, year)) if row.level == "prefecture" else 0
    return above + inside


def by_text(rows: Sequence[Division], text: str, year: int) -> tuple[Division, ...]:
    """Of namesakes the one whose city, province, counties or towns the text names: twice, and three times as often as any other's."""
    scored = sorted(((support(row, text, year), row) for row in rows), key=lambda pair: -pair[0])
    if scored[0][0] >= 2 and scored[0][0] >= 3 * scored[1][0]:
        return (scored[0][1],)
    return tuple(rows)


def named_most(text: str, suffixes: Sequence[str], level: str | None, year: int) -> Verdict:
    """For a report that prints its place nowhere in front: the place of the wanted kind that its text names most.

    A city is borne out by its counties, a province by its cities. It must be named twice, a county
    three times, and weigh three times the next.
    """
    counts: dict[str, int] = {}
    first: dict[str, Span] = {}
    for mention in mentions(text):
        counts[mention.text] = counts.get(mention.text, 0) + 1
        first.setdefault(mention.text, mention.span)
    weights: dict[Division, int] = {}
    for form, count in counts.items():
        rows, bare = index()[form]
        # Bare names of counties are common words too often (合作, 资源, 和政) to say anything in running text.
        meant = [r for r in standing(rows, year) if not (bare and r.level == "county")]
        own = [r for r in meant if bare and (level is None or r.level == level) and r.name.endswith(tuple(suffixes))]
        for row in own or meant:  # 海南 in a province's report is the province, not 青海省's 海南藏族自治州
            for up in lineage(row, year):
                if (level is None or up.level == level) and up.name.endswith(tuple(suffixes)):
                    weights[up] = weights.get(up, 0) + count * (1 if up is not row else 2 if bare else 4)
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < (12 if ranked[0][0].level == "county" else 8) or (len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]):
        return Verdict()
    top = ranked[0][0]
    forms = [form for form in (top.name, stem(top.name)) if form in first]
    return Verdict((top,), tuple(first[form] for form in forms), "text") if sum(counts[f] for f in forms) >= 2 else Verdict()


_TOWN_END = rare("[镇乡道木]")
_TOWN_LONGEST = 12


def by_towns(text: str, suffixes: Sequence[str], year: int) -> list[tuple[Division, list[str]]]:
    """Counties by the townships of theirs that the text names, the best first: for reasons in a remark, never for a code."""
    known = counties_of_towns()
    named: dict[str, list[str]] = {}
    ends = (match.end() for match in _TOWN_END.finditer(text))
    for name in dict.fromkeys(text[max(0, end - size) : end] for end in ends for size in range(3, _TOWN_LONGEST)):
        for code in known.get(name, ()):
            named.setdefault(code, []).append(name)
    rows = (row for row in divisions() if row.code in named and row.away(year) == 0 and row.name.endswith(tuple(suffixes)))
    found = [(row, named[row.code]) for row in rows if len(named[row.code]) > 1]
    return sorted(found, key=lambda pair: -len(pair[1]))
