"""Several documents of one place: what was planned for a year beside what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter.models.document import Document
from converter.viewing import measures
from converter.viewing.charts import arrow, nice, said
from converter.viewing.measures import Measure, Point

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 320, 150, 34, 14, 22


@dataclass(frozen=True)
class Dot:
    """One year's outcome or target in the drawing."""

    x: float
    y: float
    y_high: float
    year: int
    says: str
    arrow: int
    document: str


@dataclass(frozen=True)
class Series:
    """An indicator over the years."""

    id: str
    measure: Measure
    unit: str
    outcomes: tuple[Dot, ...]
    targets: tuple[Dot, ...]
    line: tuple[str, ...]  # stretches of consecutive years, as points
    years: tuple[tuple[float, int], ...]  # labelled years
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Stated:
    """A figure for a year, and the document that states it."""

    year: int
    point: Point
    document: str


def place_of(document: Document) -> str:
    """What tells places apart: the code, else the name."""
    place = document.metadata.jurisdiction
    return place.code or place.name or ""


def one_place(documents: Sequence[Document]) -> bool:
    """Whether all are of one place that is known."""
    places = {place_of(d) for d in documents}
    return len(places) == 1 and places != {""}


def series(documents: Sequence[Document]) -> list[Series]:
    """Every indicator that has figures for two years or more: growth, else the level in one unit."""
    ids = dict.fromkeys(f.id for d in documents for f in d.indicators)
    found = (next((s for m in ("growth", "level") if (s := _one(id, m, documents))), None) for id in ids)
    return sorted((s for s in found if s), key=lambda s: (s.measure != "growth", -len(s.outcomes) - len(s.targets)))


def _one(id: str, measure: Measure, documents: Sequence[Document]) -> Series | None:
    outcomes, targets = _stated(id, measure, documents)
    units = [s.point.unit for s in (*outcomes, *targets)]
    unit = max(set(units), key=lambda u: (units.count(u), u), default="")
    outcomes, targets = ([s for s in found if s.point.unit == unit] for found in (outcomes, targets))
    years = sorted({s.year for s in (*outcomes, *targets)})
    return _drawn(id, measure, unit, outcomes, targets, years) if len(years) > 1 else None


def _stated(id: str, measure: Measure, documents: Sequence[Document]) -> tuple[list[Stated], list[Stated]]:
    """The first figure of each kind that a document states for its year."""
    outcomes: dict[int, Stated] = {}
    targets: dict[int, Stated] = {}
    for document in documents:
        meta = document.metadata
        for fact in document.indicators:
            year = meta.plan_year if fact.kind == "target" else meta.review_year
            if fact.id != id or fact.basis != "year" or year is None or fact.period != str(year):
                continue
            if p := measures.point(fact, measure):
                (targets if fact.kind == "target" else outcomes).setdefault(year, Stated(year, p, document.id))
    return [outcomes[y] for y in sorted(outcomes)], [targets[y] for y in sorted(targets)]


def _drawn(id: str, measure: Measure, unit: str, outcomes: list[Stated], targets: list[Stated], years: list[int]) -> Series:
    values = [v for s in (*outcomes, *targets) for v in (s.point.low, s.point.high)]
    low, high = min([0.0, *values]), max([0.0, *values])
    step = nice(((high - low) or 1) / 4)
    low, high = step * (low // step), step * -(-(high or 1) // step)

    def x(year: int) -> float:
        return round(LEFT + 12 + (year - years[0]) / (years[-1] - years[0]) * (WIDTH - LEFT - 24), 1)

    def y(value: float) -> float:
        return round(TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    def dot(s: Stated) -> Dot:
        return Dot(x(s.year), y(s.point.low), y(s.point.high), s.year, said(s.point), arrow(s.point), s.document)

    done = [dot(s) for s in outcomes]
    every = max(1, -(-len(years) // 7))
    return Series(
        id, measure, unit, tuple(done), tuple(dot(s) for s in targets), tuple(_lines(done)),
        tuple((x(year), year) for year in years[::every]),
        tuple((y(low + step * n), f"{low + step * n:,.6g}") for n in range(round((high - low) / step) + 1)),
    )  # fmt: skip


def _lines(dots: list[Dot]) -> list[str]:
    """A line where years follow each other; a gap where one is missing."""
    lines: list[list[Dot]] = []
    for dot in dots:
        if lines and lines[-1][-1].year == dot.year - 1:
            lines[-1].append(dot)
        else:
            lines.append([dot])
    return [" ".join(f"{d.x},{d.y}" for d in line) for line in lines if len(line) > 1]
