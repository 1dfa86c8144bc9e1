"""The statements of one report that a panel takes: one for each indicator, kind and period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from converter.lexicons import either, load

Json = dict[str, Any]
_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?；;]?")
_WORDS = {
    "about": ("near", "after_about"), "at_least": ("over", "after_least"), "at_most": ("under", "after_most"),
}  # fmt: skip


def cells(document: Json) -> Iterator[Json]:
    """One cell for each indicator, kind, period and basis that the report states, with all the panel says about the statement."""
    places = dict(_paragraphs(document["sections"], ""))
    groups: dict[tuple[str, ...], list[Json]] = {}
    for x in document["indicators"]:
        groups.setdefault((x["id"], x["kind"], x["period"], x["basis"]), []).append(x)
    for statements in groups.values():
        ranked = sorted(enumerate(statements), key=lambda pair: _rank(pair[1], pair[0], places))
        best = ranked[0][1]
        whole, second = _completed(best, [x for _, x in ranked[1:]])
        yield _cell(document, whole, places) | _second(second) | {"statements": len(statements)}


def horizon(x: Json, document: Json) -> tuple[str, int | None]:
    """Whether the figure is for one year (annual) or for several (plan), and its year: the last one of several."""
    years = [int(year) for year in re.findall(r"\d{4}", x["period"])]
    if len(years) != 1 or x["basis"] != "year":
        return "plan", years[-1] if years else None
    planned = document["metadata"]["plan_year"] or document["metadata"]["report_year"]
    ahead = x["kind"] == "target" and planned is not None and years[0] > planned
    return "plan" if ahead else "annual", years[0]


def _rank(x: Json, order: int, places: dict[str, tuple[str, str, str]]) -> tuple[object, ...]:
    """The best first: with a figure, with growth, where such statements belong, with growth and level both, the earliest."""
    role = places.get(x["paragraph"] or "", ("", "", ""))[2]
    believed = load("panel")["roles"]["target" if x["kind"] == "target" else "outcome"]
    rate = x["unit"] == "%" and x["value"] is not None
    return (
        x["growth"] is None and x["value"] is None,
        x["growth"] is None and not rate,
        believed.index(role) if role in believed else len(believed),
        x["growth"] is None or x["value"] is None,
        order,
    )


def _completed(best: Json, others: Iterable[Json]) -> tuple[Json, Json | None]:
    """The statement with the level or the growth that another one adds, and that other one."""
    names: tuple[str, ...]
    for other in others:
        if best["value"] is None and best["growth"] is not None and other["value"] is not None and other["growth"] is None:
            names = ("value", "value_high", "unit", "value_base", "unit_base", "comparator")
            return best | {name: other[name] for name in names} | {"growth_comparator": best["comparator"]}, other
        if best["growth"] is None and best["value"] is not None and other["growth"] is not None and other["value"] is None:
            names = ("growth", "growth_high", "growth_unit")
            return best | {name: other[name] for name in names} | {"growth_comparator": other["comparator"]}, other
    return best, None


def _second(other: Json | None) -> Json:
    if other is None:
        return {}
    return {"second_quote": other["quote"], "second_start": other["span"][0], "second_end": other["span"][1]}


def _cell(document: Json, x: Json, places: dict[str, tuple[str, str, str]]) -> Json:
    span, year = horizon(x, document)
    text, path, _ = places.get(x["paragraph"] or "", ("", "", ""))
    return {
        "horizon": span,
        "year": year,
        "indicator": x["id"],
        "indicator_name": x["name"],
        "status": "stated",
        "bound_word": _word(x),
        "sentence": _sentence(text, x["quote"]),
        "heading_path": path or None,
        "span_start": x["span"][0],
        "span_end": x["span"][1],
        "section_id": x["section"],
        "paragraph_id": x["paragraph"],
    } | {name: value for name, value in x.items() if name not in ("id", "name", "span", "section", "paragraph")}


def _word(x: Json) -> str | None:
    """The word in the quote that bounds the figure: 左右, 以上, 不低于 …"""
    words = load("predicates")
    for comparator in dict.fromkeys((x["growth_comparator"], x["comparator"])):
        known = [word for name in _WORDS.get(comparator or "", ()) for word in words[name]]
        found = re.findall(either(known), x["quote"]) if known else []
        if found:
            return str(found[-1])
    return None


def _sentence(text: str, quote: str) -> str:
    """The sentence of the paragraph that holds the quote; the quote itself where a break or a cut runs through it."""
    at = text.find(quote)
    if at < 0:
        return quote
    return next((m[0].strip() for m in _SENTENCE.finditer(text) if m.start() <= at < m.end()), quote)


def _paragraphs(sections: Iterable[Json], above: str) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Paragraph id → its text, heading path and role."""
    for s in sections:
        path = "/".join(part for part in (above, s["title"]) if part)
        yield from ((p["id"], (p["text"], path, s["role"])) for p in s["paragraphs"])
        yield from _paragraphs(s["sections"], path)
