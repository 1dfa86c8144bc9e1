"""The masthead is what its evidence prints; remarks stand where they speak of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from converter.checking.findings import Finding
from converter.checking.report import Report, pair
from converter.extracting.places.names import stem
from converter.extracting.values.dates import dates
from converter.extracting.values.numerals import numeral
from converter.text import shadow

_TERM = re.compile(r"([零〇一二三四五六七八九十百\d]+)届")
_SESSION = re.compile(r"([零〇一二三四五六七八九十百\d]+)次")
_YEAR = re.compile(r"(?:19|20)\d\d|[一二][九〇○零Ｏ0O][一二三四五六七八九〇○零Ｏ0O]{2}")
_DIGITS = str.maketrans("一二三四五六七八九〇○零ＯO", "12345678900000")
_HEAD = 5000  # characters at whose end every masthead is past
_SPOKEN = ("国务院", "本府", "人民政府", "政府")  # a masthead without a name: 我代表国务院


def masthead(report: Report) -> Iterator[Finding]:
    """Every field that says something has evidence, and every piece of evidence prints it or bears it out."""
    for field, prints in _FIELDS.items():
        value = report.meta[field]
        said = report.evidence(field)
        if value is None or (field == "jurisdiction" and (value["name"] is None or value["anonymised"])):
            continue
        if not said and field not in _BY_PLACE:
            yield Finding("GWR135", f"{field} has no evidence", f"{report.base}/metadata/{field}")
        for wrong in prints(report, value, said) if said else ():
            yield Finding("GWR135", f"{field}: {wrong}", f"{report.base}/metadata/{field}", _where(report, field))


# May be told by the whole of the text: a report that prints neither place nor year anywhere near its head.
_BY_PLACE = ("jurisdiction", "report_year", "review_year", "plan_year")


def _where(report: Report, field: str) -> tuple[int, int] | None:
    spans = [one for one in report.meta["evidence"].get(field, ()) if isinstance(one, list)]
    return pair(spans[0]) if spans else None


def _bare(text: str) -> str:
    return shadow("".join(text.split()))


def _title(report: Report, value: str, said: list[str]) -> Iterator[str]:
    if any(_bare(value) != one for one in said):
        yield f"{value[:30]!r} is not what is printed there: {said[0][:30]!r}"


def _within(report: Report, value: str, said: list[str]) -> Iterator[str]:
    if any(_bare(value) not in one for one in said):
        yield f"{value[:30]!r} is not printed there: {said[0][:30]!r}"


def _day(report: Report, value: str, said: list[str]) -> Iterator[str]:
    for one in said:
        found = [date for date in dates(one) if date.month is not None]
        real = [date.iso for date in found]
        if not (any(day is None or day.startswith(value[: len(day)]) for day in real) if found else _short_day(value, one)):
            yield f"{value} is not the day printed there: {one[:30]!r}"


def _short_day(value: str, said: str) -> bool:
    """1月10日 without its year, or 2024-12-27T08:00, 20241227 in a meta tag: the figures of month and day, or all of them."""
    figures = re.findall(r"\d+", said)
    joined = "".join(figures)
    short = [int(figure) for figure in figures[-2:] if len(figure) <= 2]
    return value.replace("-", "") in joined or [int(figure) for figure in value.split("-")][1:] == short


def _meeting(report: Report, value: dict[str, Any], said: list[str]) -> Iterator[str]:
    one = "".join(said)
    if value["congress"] and _bare(value["congress"]) not in one:
        yield f"{value['congress'][:30]!r} is not printed there: {one[:30]!r}"
    for field, pattern in (("term", _TERM), ("session", _SESSION)):
        printed = [int(number) for m in pattern.finditer(one) if (number := numeral(m[1])) is not None]
        if printed and value[field] not in printed:
            yield f"{field} {value[field]} is not the one printed there: {one[:40]!r}"
        if not printed and value[field] is not None:
            yield f"{field} {value[field]} is not printed there: {one[:40]!r}"


def _speaker(report: Report, value: dict[str, Any], said: list[str]) -> Iterator[str]:
    one = "".join(said)
    if _bare(value["name"]) not in one:
        yield f"{value['name'][:20]} is not printed there: {one[:30]!r}"
    title = value["title"]
    head = report.printed((0, min(_HEAD, len(report.text)))) if report.text else ""
    if title and _bare(title) not in one and title not in report.text and _bare(title) not in head:
        yield f"the office {title[:20]} is not printed"


def _place(report: Report, value: dict[str, Any], said: list[str]) -> Iterator[str]:
    last = value["path"][-1] if value["path"] else value["name"]
    forms = {_bare(value["name"]), _bare(last), stem(last), *_SPOKEN}
    for one in said:
        if not any(form in one or (len(one) > 1 and one in form) for form in forms):
            yield f"{value['name']} is not named there: {one[:30]!r}"


def _years(report: Report, value: int, said: list[str]) -> Iterator[str]:
    """Evidence of a year names a year beside it, or a period of years (十三五, 过去五年)."""
    for one in said:
        printed = [int(m[0].translate(_DIGITS)) for m in _YEAR.finditer(one)]
        if printed and all(abs(year - value) > 1 for year in printed) and "五" not in one:
            yield f"{value} does not follow from {one[:30]!r}"
        elif not printed and "年" not in one and "五" not in one:
            yield f"no year is printed there: {one[:30]!r}"


_FIELDS: dict[str, Callable[[Report, Any, list[str]], Iterator[str]]] = {
    "title": _title,
    "jurisdiction": _place,
    "report_year": _years,
    "review_year": _years,
    "plan_year": _years,
    "delivered_on": _day,
    "meeting": _meeting,
    "speaker": _speaker,
    "published_on": _day,
    "publisher": _within,
}


def remarks(report: Report) -> Iterator[Finding]:
    """What a diagnostic speaks of stands at its span: a heading for numbers, evidence of the place for places, words quoted."""
    titles = {tuple(s["title_span"]) for _, s in report.sections if s["title_span"]}
    places = {tuple(one) for one in report.meta["evidence"].get("jurisdiction", ()) if isinstance(one, list)}
    for number, said in enumerate(report.document["diagnostics"]):
        span, code = said["span"], said["code"]
        if span is None:
            continue
        wrong = (code in ("GWR203", "GWR204", "GWR205") and tuple(span) not in titles) or (code == "GWR507" and tuple(span) not in places)
        wrong = wrong or (code == "GWR410" and not _quoted(report, said))
        if wrong:
            pointer = f"{report.base}/diagnostics/{number}"
            yield Finding("GWR125", f"{code} does not speak of {report.text[span[0] : span[1]][:20]!r}", pointer, pair(span))


def _quoted(report: Report, said: dict[str, Any]) -> bool:
    """Whether the words at the end of the message are those at the span."""
    words = _bare(said["message"].partition(": ")[2])
    return words[:20] in report.printed(said["span"]) or report.printed(said["span"])[:20] in words
