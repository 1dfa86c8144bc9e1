"""The jurisdiction: which place reports, with its code as of the report's year, or why that stays open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from converter.extracting.context import PlaceWords
from converter.extracting.masthead.meetings import Session
from converter.extracting.masthead.pieces import Joined, Piece, Pieces, join
from converter.extracting.masthead.speakers import Named
from converter.extracting.masthead.titles import Title
from converter.extracting.places import resolve, table
from converter.extracting.places.names import mentions, stem
from converter.extracting.places.resolve import Clue, Verdict
from converter.extracting.places.table import Division
from converter.lexicons import load
from converter.models.metadata import Candidate, Jurisdiction, Level
from converter.reading.source import Remark
from converter.text import Span

NATION = "中华人民共和国"
_BODY = 60_000
_FOR = re.compile(r"我(?:谨)?(?:代表|受)(?P<who>.{0,40}?)(?:人民)?(?:政府|革命委员会|行政公署|行署|公署|委员会|办事处|管委会)")
_NATIONAL = re.compile(r"我(?:谨)?(?:代表|受)国务院")
_ENDS = r"(?:自治区|自治州|地区|省|市|州|盟|县|区|旗|镇|乡|街道)"
_BLANK = r"(?:[XxＸｘ×＊*○〇某]{1,4})"
_ANONYMOUS = re.compile(rf"{_BLANK}(?P<unit>{_ENDS})(?!块链)")
_TOWN = re.compile(r"(?P<town>[\u3400-\u9fff]{2,22}?(?:镇|乡|街道|苏木))(?=人民政府|政府|办事处|党工委|第?[一二三四五六七八九十\d]{1,3}届|(?:19|20)\d\d年|[ ]|$)")
_OFFICE_END = {"省长": "省", "市长": "市", "县长": "县", "区长": "区", "州长": "州", "盟长": "盟", "旗长": "旗", "镇长": "镇", "乡长": "乡", "专员": "地区"}
# 代县长 must not be read as the county 代县: the office itself is no place.
_OFFICE = re.compile(r"(?:人民政府)?[ ]{0,6}(?:代理|代)?[ ]{0,6}(?:[省市县区州盟旗镇乡][ ]{0,6}长|主[ ]{0,6}[席任]|专员)$")
_TOWN_ENDS = ("镇", "乡", "街道", "苏木")
_LEVELS: dict[str, Level] = {"自治区": "province", "省": "province", "自治州": "prefecture", "州": "prefecture", "盟": "prefecture", "地区": "prefecture",
                             "县": "county", "区": "county", "旗": "county", "镇": "township", "乡": "township", "街道": "township"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """The jurisdiction, the words for it, what decided, and what is to be said about it."""

    jurisdiction: Jurisdiction
    words: PlaceWords
    evidence: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that is known when the place is looked for."""

    parts: Pieces
    titles: Sequence[Title]
    session: Session | None
    named: Sequence[Named]
    year: int | None

    @property
    def when(self) -> int:
        """The year names and codes are taken of; the latest at hand where the report's is not known."""
        return self.year if self.year is not None else table.LAST


def _inside(span: Span) -> Callable[[int, int], Span]:
    return lambda low, high: (min(span[0] + low, span[1] - 1), min(span[0] + high, span[1]))


def clues(asked: Asked) -> list[Clue]:
    """The printed names of the place: in the congress, the opening sentence, the office, the titles."""
    out = []
    if asked.session is not None and asked.session.place:
        out.append(Clue(asked.session.place, _inside(asked.session.span), 5))
    opening = asked.parts.opening
    if (match := _FOR.search(opening.shadow)) is not None and match["who"]:
        start = match.start("who")
        out.append(Clue(match["who"], lambda low, high: opening.span(start + low, start + high), 4))
    out += [Clue(_OFFICE.sub("", n.office), _inside(n.span), 3) for n in asked.named if n.office]
    for title in asked.titles:
        if title.span is not None:
            out.append(Clue(title.text, _inside(title.span), 3 if title.front else 2))
    return out


def hints(parts: Pieces) -> list[str]:
    """Other words of the page that may name the city or province: breadcrumb, tags, site, source; not the links to other reports."""
    other = load("masthead")["not_own_title"]
    return [p.text[:200] for p in parts.removed if p.kind not in other][:60]


def own_unit(asked: Asked) -> str | None:
    """What kind of place it calls itself where it is formal: 省, 市, 县, 区, 自治区 …; from congress, opening, office or title."""
    formal = [asked.session.place] if asked.session else []
    if (match := _FOR.search(asked.parts.opening.shadow)) is not None:
        formal.append(match["who"])
    for text in formal:
        if (end := re.search(rf"{_ENDS}(?=(?:第.{{1,4}}届)?$)", text)) is not None:
            return end[0]
    for found in asked.named:
        office = re.sub(r"\s", "", found.office or "")
        if office.endswith("主席") and "自治区" in office:
            return "自治区"
        if office[-2:] in _OFFICE_END and (len(office) < 3 or office[-3] != "副"):
            return _OFFICE_END[office[-2:]]
    for title in asked.titles:
        if (end := re.search(rf"{_ENDS}(?=(?:人民)?政府|(?:19|20)\d\d年)", title.text)) is not None:
            return end[0]
    return None


def unit_of_text(text: str) -> str | None:
    """The same from how the text speaks of itself: 我县, 全县, 县委."""
    words: dict[str, list[str]] = load("places")["self_words"]
    units = {"province": "省", "region": "自治区", "city": "市", "prefecture": "州", "district": "区", "county": "县", "township": "镇"}
    counts = Counter({unit: sum(text.count(word) for word in words[kind]) for kind, unit in units.items()})
    # A report names the level above often (全省第一), the level below seldom: the lowest level that is named often enough is its own.
    # In an autonomous region 全区 may be the region: only 区委 and 区政府 speak for a district there.
    district = counts["区"] - (counts["自治区"] >= 3) * sum(text.count(word) for word in ("全区", "我区"))
    ladder = [("镇", counts["镇"]), ("县", counts["县"]), ("区", district), ("州", counts["州"]), ("市", counts["市"])]
    for unit, count in ladder:
        if count >= max(3, max(counts.values()) // 4):
            return unit
    if counts["自治区"] >= 3:
        return "自治区"
    return "省" if counts["省"] >= 3 else None


def _suffixes(unit: str | None) -> tuple[str, ...]:
    return () if unit is None else ("区",) if unit == "区" else (unit,)


def place(asked: Asked) -> Place:
    """The place of a report."""
    if _national(asked):
        return _nation(asked)
    unit = own_unit(asked)
    if unit in _TOWN_ENDS:
        return _township(asked, unit)
    verdict = resolve.by_clues(clues(asked), hints(asked.parts), _suffixes(unit), asked.when)
    if not verdict.rows:
        return _unprinted(asked, unit, join(_limited(asked.parts.body)))
    if len(verdict.rows) > 1:
        body = join(_limited(asked.parts.body))
        decided = resolve.by_text(verdict.rows, body.text, asked.when)
        verdict = Verdict(decided, verdict.evidence + _proof(decided, body, asked.when), "text", verdict.other)
    return _printed(asked, verdict)


def _limited(body: Sequence[Piece]) -> list[Piece]:
    total, out = 0, []
    for piece in body:
        out.append(piece)
        total += len(piece.text)
        if total > _BODY:
            break
    return out


def _proof(rows: Sequence[Division], body: Joined, year: int) -> tuple[Span, ...]:
    if len(rows) != 1:
        return ()
    for up in reversed(table.lineage(rows[0], year)[:-1]):
        if (at := body.text.find(stem(up.name))) >= 0:
            return (body.span(at, at + len(stem(up.name))),)
    return ()


def _national(asked: Asked) -> bool:
    opening = asked.parts.opening.shadow
    named = "全国人民代表大会" in asked.session.congress or "全国人大" in asked.session.congress if asked.session else False
    return named or bool(_NATIONAL.search(opening)) or any((n.office or "").endswith("国务院总理") for n in asked.named)


def _nation(asked: Asked) -> Place:
    opening = asked.parts.opening
    match = _NATIONAL.search(opening.shadow)
    evidence = (opening.span(*match.span()),) if match else (asked.session.span,) if asked.session else ()
    words = PlaceWords("national", frozenset((NATION, "中国", "全国", "我国")))
    return Place(Jurisdiction(name=NATION, level="national"), words, evidence)


def _own_words(name: str | None, unit: str, *more: str) -> frozenset[str]:
    last = "区" if unit.endswith("区") else "州" if unit.endswith("州") else unit
    short = {stem(name)} if name else set()
    return frozenset({f"全{last}", f"我{last}", *({name} if name else ()), *short, *more})


def _unit(row: Division) -> str:
    return next(end for end in ("自治区", "地区", row.name[-1]) if row.name.endswith(end))


def _printed(asked: Asked, verdict: Verdict) -> Place:
    """A jurisdiction from the rows that fit: one, or the candidates."""
    rows, year = verdict.rows, asked.when
    first = rows[0]
    levels = {row.level for row in rows}
    level = first.level if len(levels) == 1 else None
    words = PlaceWords(level, _own_words(first.name, _unit(first), *({table.full_name(first, year)} if len(rows) == 1 else ())))
    if len(rows) > 1:
        ordered = sorted(rows, key=lambda row: row.code)
        listed = tuple(Candidate(name=table.full_name(r, year), code=r.code, path=table.path(r, year)) for r in ordered)
        remark = Remark("place_undecided", "warning", f"{first.name} may be " + ", ".join(f"{c.name} ({c.code})" for c in listed), _first(verdict))
        jurisdiction = Jurisdiction(name=first.name, level=level, candidates=listed)
        return Place(jurisdiction, words, verdict.evidence, (remark,))
    revision = table.revision(first, year)
    jurisdiction = Jurisdiction(
        name=table.full_name(first, year), level=level, code=first.code, code_revision=str(revision), path=table.path(first, year)
    )
    return Place(jurisdiction, words, verdict.evidence, tuple(_notes(asked, verdict, first, revision)))


def _first(verdict: Verdict) -> Span | None:
    return verdict.evidence[0] if verdict.evidence else None


def _notes(asked: Asked, verdict: Verdict, row: Division, revision: int) -> list[Remark]:
    """What a reader of the code should know."""
    out = []
    if asked.year is None:
        out.append(Remark("place_year_unknown", "info", f"the code is that of {revision}: the report's year is not known", _first(verdict)))
    elif revision != asked.year:
        out.append(Remark("place_revision", "info", f"no revision of {asked.year} at hand: the code is that of {revision}", _first(verdict)))
    if row.away(asked.when) > 0:
        out.append(Remark("place_year", "warning", f"{row.name} ({row.code}) did not stand under that name in {asked.when}", _first(verdict)))
    if verdict.how == "text":
        out.append(Remark("place_by_text", "info", f"{row.name} was told from its namesakes by the places the text names", _first(verdict)))
    if verdict.other:
        names = ", ".join(sorted({r.name for r in verdict.other}))
        out.append(Remark("place_contradiction", "warning", f"the page names {names} too as the reporting place", _first(verdict)))
    return out


def _unprinted(asked: Asked, unit: str | None, body: Joined) -> Place:
    """No name in front: anonymised, or to be found in the text."""
    head = "\n".join([asked.parts.head.shadow, *(t.text for t in asked.titles), asked.parts.opening.shadow])
    blanks = list(_ANONYMOUS.finditer(head)) or list(_ANONYMOUS.finditer(body.shadow))
    unit = unit or unit_of_text(body.text)
    own_blank = [m for m in blanks if unit is None or m["unit"] == unit]
    if len(own_blank) > (0 if _ANONYMOUS.search(head) else 1):
        return _anonymous(asked, unit or own_blank[0]["unit"], body)
    suffixes = ("省",) if unit == "省" else _suffixes(unit)
    found = resolve.named_most(body.text, suffixes, None if unit == "市" else _LEVELS.get(unit or ""), asked.when) if unit else Verdict()
    if found.rows:
        spans = tuple(body.span(*span) for span in found.evidence)
        made = _printed(asked, Verdict(found.rows, spans, "printed"))
        remark = Remark("place_by_text", "info", f"{found.rows[0].name} is the place of its kind that the text names most; no masthead names one", spans[0])
        return Place(made.jurisdiction, made.words, made.evidence, (*made.remarks, remark))
    if own_blank:
        return _anonymous(asked, unit or own_blank[0]["unit"], body)
    words = PlaceWords(_LEVELS.get(unit or ""), _own_words(None, unit) if unit else frozenset())
    return Place(Jurisdiction(level=_LEVELS.get(unit or "")), words, (), (Remark("place_unknown", "warning", "no place is named as the reporting one"),))


def _anonymous(asked: Asked, unit: str, body: Joined) -> Place:
    """Printed as XX区. A guess from the towns named goes into a remark with its reasons."""
    county = unit in ("县", "区", "旗")
    level = _LEVELS.get(unit) or ("prefecture" if re.search(r"县[（(]?[市区]|各县|县区|县级", body.shadow) else "county")
    first = _ANONYMOUS.search(body.shadow)
    span = body.span(*first.span()) if first else None
    remarks = [Remark("place_anonymised", "info", f"the place is printed without its name (…{unit})", span)]
    best = resolve.by_towns(body.text, _suffixes(unit), asked.when)[:3] if county else []
    if best and (len(best) == 1 or len(best[0][1]) > len(best[1][1])):
        row, names = best[0]
        reasons = "、".join(names)
        remarks.append(Remark("place_guess", "info", f"perhaps {table.full_name(row, asked.when)} ({row.code}): the text names {reasons}", span))
    return Place(Jurisdiction(level=level, anonymised=True), PlaceWords(level, _own_words(None, unit)), (span,) if span else (), tuple(remarks))


def _township(asked: Asked, unit: str) -> Place:
    """A township: no code; the path is its county's where that is printed."""
    for clue in clues(asked):
        for match in _TOWN.finditer(clue.text):
            named = [m for m in mentions(match["town"]) if not m.bare and m.span[1] < len(match["town"]) - 1]
            start = named[-1].span[1] if named else 0
            town, above = match["town"][start:], match["town"][:start]
            verdict = resolve.by_clues([Clue(above, lambda low, high: (low, high), 1)], hints(asked.parts), (), asked.when)
            path = table.path(verdict.rows[0], asked.when) if len(verdict.rows) == 1 else ()
            jurisdiction = Jurisdiction(name=f"{above}{town}", level="township", path=(*path, town) if path else ())
            return Place(jurisdiction, PlaceWords("township", _own_words(town, unit)), (clue.spans(match.start(), match.end("town")),))
    return _unprinted(asked, unit, join(_limited(asked.parts.body)))
