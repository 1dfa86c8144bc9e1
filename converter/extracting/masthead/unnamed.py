"""Places whose name no masthead prints: found in the text, anonymised, or a township that no table holds."""

from __future__ import annotations

import re
from functools import cache

from converter.expressions import rare
from converter.extracting.context import PlaceWords
from converter.extracting.masthead.asked import Asked, Place, body_of, clues, hints
from converter.extracting.masthead.named import decided
from converter.extracting.masthead.pieces import Joined
from converter.extracting.masthead.units import ENDS, LEVELS, own_words, suffixes, unit_of_text
from converter.extracting.places import resolve, table
from converter.extracting.places.names import mentions
from converter.extracting.places.resolve import Clue, Verdict
from converter.extracting.places.table import Division
from converter.lexicons import either, load
from converter.models.metadata import Jurisdiction
from converter.reading.source import Remark
from converter.text import Span

_BLANK = r"(?:[XxＸｘ×＊*○〇某]{1,4})"
_ANONYMOUS = rare(rf"{_BLANK}(?P<unit>{ENDS})(?!块链)")


@cache
def _nameless() -> re.Pattern[str]:
    return re.compile(rf"{either(load('places')['before_blank'])}(?:[Xx]{{2,4}}|[×＊*○〇]{{2,4}})(?![亿万元年月日\d])")


_TOWN = rare(
    r"(?<!\d)(?P<town>[\u3400-\u9fff]{2,22}?(?:镇|乡|街道|苏木))"
    r"(?=人民政府|政府|办事处|党工委|居民|议事|人大|第?[一二三四五六七八九十\d]{1,3}届|(?:19|20)\d\d年|[ ]|$)"
)


def unprinted(asked: Asked, unit: str | None) -> Place:
    """No name in front: anonymised, or to be found in the text."""
    body = body_of(asked.parts)
    head = "\n".join([asked.parts.head.shadow, *(t.text for t in asked.titles), asked.parts.opening.shadow])
    blanks = list(_ANONYMOUS.finditer(head)) or list(_ANONYMOUS.finditer(body.shadow))
    unit = unit or unit_of_text(body.text)
    own_blank = [m for m in blanks if unit is None or m["unit"] == unit]
    if unit and not own_blank and _nameless().search(body.shadow):
        return anonymous(asked, unit, body)
    if len(own_blank) > (0 if _ANONYMOUS.search(head) else 1):
        return anonymous(asked, unit or own_blank[0]["unit"], body)
    found = _of_site(asked, unit)
    if found.rows:
        made = decided(asked, found)
        said = Remark("GWR506", "info", f"no masthead names a place; the page is {found.rows[0].name}'s", found.evidence[0])
        return Place(made.jurisdiction, made.words, made.evidence, (*made.remarks, said))
    found = resolve.named_most(body.text, suffixes(unit), LEVELS.get(unit), asked.when) if unit else Verdict()
    if found.rows:
        spans = tuple(body.span(*span) for span in found.evidence)
        made = decided(asked, Verdict(found.rows, spans, "printed"))
        remark = Remark("GWR506", "info", f"no masthead names a place; the text names {found.rows[0].name} most", spans[0])
        return Place(made.jurisdiction, made.words, made.evidence, (*made.remarks, remark))
    if own_blank:
        return anonymous(asked, unit or own_blank[0]["unit"], body)
    words = PlaceWords(LEVELS.get(unit or ""), own_words(None, unit) if unit else frozenset())
    remark = Remark("GWR501", "warning", "no place is named as the reporting one")
    level = LEVELS.get(unit or "")
    return Place(Jurisdiction(level=level), words, _ranked(asked, unit, body) if unit and level else (), (remark,))


_OWN_SITE = rare(r"(?P<who>[\u3400-\u9fff]{2,16}?)(?:人民政府|政府(?:办|网|门户|信息)|府办)")


def _of_site(asked: Asked, unit: str | None) -> Verdict:
    """The place whose own government published the page, where it is of the kind that reports and no other is named so."""
    if unit is None:
        return Verdict()
    rows: dict[Division, Span] = {}
    for line in (p for p in asked.parts.removed if p.kind != "related_links"):
        for match in _OWN_SITE.finditer(line.shadow):
            head, fit, _ = resolve.heads(Clue(match["who"], line.span, 1), (unit,), asked.when)
            if head is not None and head.span[1] == len(match["who"]) and not head.bare:
                for row in (row for row in fit if row.name.endswith(unit)):
                    rows.setdefault(row, line.span(match.start("who") + head.span[0], match.start("who") + head.span[1]))
    return Verdict(tuple(rows), tuple(rows.values()), "printed") if len(rows) == 1 else Verdict()


def anonymous(asked: Asked, unit: str, body: Joined) -> Place:
    """Printed as XX区. A guess from the towns named goes into a remark with its reasons."""
    county = unit in ("县", "区", "旗")
    level = LEVELS.get(unit) or ("prefecture" if re.search(r"县[（(]?[市区]|各县|县区|县级", body.shadow) else "county")
    first = _ANONYMOUS.search(body.shadow)
    span = body.span(*first.span()) if first else None
    remarks = [Remark("GWR504", "info", f"the place is printed without its name (…{unit})", span)]
    best = resolve.by_towns(body.text, suffixes(unit), asked.when)[:3] if county else []
    if best and (len(best) == 1 or len(best[0][1]) > len(best[1][1])):
        row, names = best[0]
        guess = f"perhaps {table.full_name(row, asked.when)} ({row.code}): the text names {'、'.join(names)}"
        remarks.append(Remark("GWR505", "info", guess, span))
    words = PlaceWords(level, own_words(None, unit))
    evidence = (span,) if span else _ranked(asked, unit, body)
    return Place(Jurisdiction(level=level, anonymised=True), words, evidence, tuple(remarks))


def _ranked(asked: Asked, unit: str, body: Joined) -> tuple[Span, ...]:
    """Where a place without a name is printed with its rank: in front (XX县, 县长), else in the text (全县, 我县)."""
    for wanted in (rf"{_BLANK}{unit}", unit):
        for clue in clues(asked):
            if (found := re.search(wanted, clue.text)) is not None:
                return (clue.spans(*found.span()),)
    own = re.search(f"[全我]{unit}|{unit}(?:委|政府|人民政府)", body.shadow)
    return (body.span(*own.span()),) if own else ()


_ZONE = rare(
    r"(?:^|[年\s])(?P<zone>[\u3400-\u9fff]{2,22}?(?:开发区|高新区|新区|示范区|管理区|园区|度假区|保税区|试验区))"
    r"(?=管委会|管理委员会|党工委|[(（]|(?:19|20)\d\d年|(?:政府)?工作报告)"
)


def zone(asked: Asked) -> Place | None:
    """A development zone reports without a congress; it has no code, unless the table knows it, and is not the city it is named after."""
    for clue in clues(asked):
        for match in _ZONE.finditer(clue.text):
            named = mentions(match["zone"])
            begins = {0, *(m.span[1] for m in named if not m.bare)}  # 唐山市新区; the 新区 of 金普新区 is no place's name
            if any(m.span[1] == len(match["zone"]) and (len(m.text) > 2 or m.span[0] in begins) for m in named):
                return None
            above = match["zone"][: named[0].span[1]] if named and not named[0].span[0] else ""
            verdict = resolve.by_clues([Clue(above, lambda low, high: (low, high), 1)], hints(asked.parts), (), asked.when)
            path = table.path(verdict.rows[0], asked.when) if len(verdict.rows) == 1 else ()
            jurisdiction = Jurisdiction(name=match["zone"], level="county", path=(*path, match["zone"]) if path else ())
            return Place(jurisdiction, PlaceWords("county", own_words(match["zone"], "区")), (clue.spans(*match.span("zone")),))
    return None


def township(asked: Asked, unit: str) -> Place:
    """A township: no code; the path is its county's where that is printed, be it in another line than the first that names the town."""
    towns = [(clue, match, _above(match["town"])) for clue in clues(asked) for match in _TOWN.finditer(clue.text)]
    if not towns:
        return unprinted(asked, unit)
    own = towns[0][1]["town"][towns[0][2] :]
    clue, match, start = next((t for t in towns if t[2] and t[1]["town"][t[2] :] == own), towns[0])
    above = match["town"][:start]
    verdict = resolve.by_clues([Clue(above, lambda low, high: (low, high), 1)], hints(asked.parts), (), asked.when)
    path = table.path(verdict.rows[0], asked.when) if len(verdict.rows) == 1 else ()
    jurisdiction = Jurisdiction(name=f"{above}{own}", level="township", path=(*path, own) if path else ())
    return Place(jurisdiction, PlaceWords("township", own_words(own, unit)), (clue.spans(match.start(), match.end("town")),))


def _above(town: str) -> int:
    """Where the town's own name begins, behind those of its county and city."""
    named = [m for m in mentions(town) if not m.bare and m.span[1] < len(town) - 1]
    return named[-1].span[1] if named else 0
